//! Objects: a list of fields, without their types, becomes the code that reads and writes them.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, MapAccess, Visitor};

use super::fields::Fields;
use super::read::Read;

/// What is made of the members of an object: a structure, or a union that looks at its tag.
pub(crate) trait Object: Sized {
    /// What errors call it.
    const NAME: &'static str;

    /// Reads all members that are left.
    fn members<'de, A: MapAccess<'de>>(fields: &mut Fields<'de, A>) -> Result<Self, A::Error>;
}

impl<T: Object> Object for Box<T> {
    const NAME: &'static str = T::NAME;

    fn members<'de, A: MapAccess<'de>>(fields: &mut Fields<'de, A>) -> Result<Self, A::Error> {
        T::members(fields).map(Self::new)
    }
}

/// Reads an object.
pub(crate) fn read<'de, T: Object, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(Members(PhantomData))
}

struct Members<T>(PhantomData<T>);

impl<'de, T: Object> Visitor<'de> for Members<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object that is a {}", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<T, A::Error> {
        T::members(&mut Fields::new(members))
    }
}

/// A member that was read or, where there was none, what stands for that.
pub(crate) fn present<T: Read, E: Error>(
    found: Option<T::Inner>,
    name: &str,
    owner: &str,
) -> Result<T, E> {
    T::of(found).ok_or_else(|| E::custom(format_args!("{owner} without {name}")))
}

/// The name of a field on the wire: its own, or the one that is given.
macro_rules! wire {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $wire:literal) => {
        $wire
    };
}

/// Writes the members of an object: first those that are constant.
macro_rules! write_object {
    ($name:ident $(<$bot:ident>)? $([$tag:literal = $constant:literal])* {
        $($field:ident $(: $wire:literal)?),*
    } $($extra:ident)?) => {
        impl $(<$bot>)? serde::Serialize for $name $(<$bot>)? {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                #[allow(unused_imports, reason = "an object may have no fields")]
                use crate::support::Write;
                #[allow(unused_mut, reason = "an object may have no fields")]
                let mut object = serializer.serialize_map(None)?;
                $(serde::ser::SerializeMap::serialize_entry(&mut object, $tag, &$constant)?;)*
                $(self.$field.write(crate::support::wire!($field $($wire)?), &mut object)?;)*
                $(self.$extra.write(&mut object)?;)?
                serde::ser::SerializeMap::end(object)
            }
        }
    };
}

/// Reads and writes a structure. Constant members have no field: they are written as they are, and
/// what they say is not read.
macro_rules! object {
    ($name:ident $([$tag:literal = $constant:literal])* {
        $($field:ident $(: $wire:literal)?),*
    } $extra:ident) => {
        crate::support::write_object!($name $([$tag = $constant])* { $($field $(: $wire)?),* } $extra);

        impl crate::support::Write for $name {}

        impl crate::support::Object for $name {
            const NAME: &'static str = stringify!($name);

            fn members<'de, A: serde::de::MapAccess<'de>>(
                fields: &mut crate::support::Fields<'de, A>,
            ) -> Result<Self, A::Error> {
                #[allow(non_camel_case_types, reason = "they are called like the fields")]
                #[derive(Clone, Copy)]
                enum Field { $($field,)* }
                const FIELDS: &[Field] = &[$(Field::$field),*];
                const NAMES: &[&str] = &[$(crate::support::wire!($field $($wire)?),)* $($tag),*];
                const INDEX: &crate::support::Index =
                    &crate::support::Index::new(NAMES, &crate::support::slots::<SLOTS>(NAMES));
                const SLOTS: usize = crate::support::room(NAMES);
                $(let mut $field = None;)*
                let mut extra = crate::Extra::default();
                while let Some(at) = fields.next(INDEX, &mut extra)? {
                    match FIELDS.get(at) {
                        $(Some(Field::$field) => $field = fields.value()?,)*
                        _ => fields.skip()?,
                    }
                }
                Ok(Self {
                    $($field: crate::support::present(
                        $field,
                        crate::support::wire!($field $($wire)?),
                        stringify!($name),
                    )?,)*
                    $extra: extra,
                })
            }
        }

        impl crate::support::Read for $name {
            fn read<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::support::read(deserializer)
            }

            fn read_boxed<'de, D: serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Box<Self>, D::Error> {
                crate::support::read(deserializer)
            }

            crate::support::itself!();
        }

        crate::support::deserialize!($name);
    };
}

/// Lets serde read what this crate reads.
macro_rules! deserialize {
    ($name:ident) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::support::Read::read(deserializer)
            }
        }
    };
}

pub(crate) use {deserialize, object, wire, write_object};
