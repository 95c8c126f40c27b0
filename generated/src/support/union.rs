//! Unions: the kind of JSON tells which member a value is and, among several objects, a tag field.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::from_json::{FromJson, exact_integer};
use super::object_reader::ObjectReader;

/// A value that is one of several types. It has a function for each kind of JSON that one of its
/// members is read from; all other kinds are errors.
pub(crate) trait Union: Sized {
    /// The name of the type in errors.
    const NAME: &'static str;

    /// Reads the member that is a string.
    fn from_string(text: &str) -> Option<Self> {
        let _ = text;
        None
    }

    /// Reads the member that is an integer.
    fn from_integer(number: i64) -> Option<Self> {
        let _ = number;
        None
    }

    /// Reads the member that is any number.
    fn from_float(number: f64) -> Option<Self> {
        let _ = number;
        None
    }

    /// Reads the member that is a boolean.
    fn from_boolean(value: bool) -> Option<Self> {
        let _ = value;
        None
    }

    /// Reads the member that is a list.
    fn from_list<'de, A: SeqAccess<'de>>(list: A) -> Result<Self, A::Error> {
        let _ = list;
        Err(no_member(Self::NAME, "a list"))
    }

    /// Reads the member that is an object: the one whose tag it has, if there are several.
    fn from_fields<'de, A: MapAccess<'de>>(
        object: &mut ObjectReader<'de, A>,
    ) -> Result<Self, A::Error> {
        let _ = object;
        Err(no_member(Self::NAME, "an object"))
    }
}

/// Creates the error for a value, `found`, that is no member of a union.
pub(crate) fn no_member<E: Error>(union: &str, found: impl fmt::Display) -> E {
    E::custom(format_args!("expected {union}, found {found}"))
}

/// Reads the items of a list.
pub(crate) fn read_items<'de, T, A>(list: A) -> Result<Vec<T>, A::Error>
where
    T: FromJson,
    A: SeqAccess<'de>,
{
    Vec::from_json(SeqAccessDeserializer::new(list))
}

/// Reads a union.
pub(crate) fn read_union<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Union,
    D: Deserializer<'de>,
{
    deserializer.deserialize_any(UnionVisitor(PhantomData))
}

struct UnionVisitor<T>(PhantomData<T>);

impl<'de, T: Union> Visitor<'de> for UnionVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::NAME)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        T::from_string(text).ok_or_else(|| no_member(T::NAME, "a string"))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        // An integer beyond 2^53 loses its last digits if only a float member can take it.
        T::from_integer(number)
            .or_else(|| T::from_float(number as f64))
            .ok_or_else(|| no_member(T::NAME, "a number"))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        match i64::try_from(number) {
            Ok(number) => self.visit_i64(number),
            Err(_) => self.visit_f64(number as f64),
        }
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<T, E> {
        T::from_float(number)
            .or_else(|| exact_integer(number).and_then(T::from_integer))
            .ok_or_else(|| no_member(T::NAME, "a number"))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<T, E> {
        T::from_boolean(value).ok_or_else(|| no_member(T::NAME, "a boolean"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<T, A::Error> {
        T::from_list(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<T, A::Error> {
        T::from_fields(&mut ObjectReader::new(fields))
    }
}

/// Serialises a union: each variant as its value, and variants without a value as a constant.
///
/// ```text
/// serialize_union! { MessageOrTrue, variants { Message } constants { True = true } }
/// ```
macro_rules! serialize_union {
    ($name:ident
    $(, $(variants { $($variant:ident),* })? $(constants { $($constant:ident = $value:literal),* })?)?
    ) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $($($(Self::$variant(value) => value.serialize(serializer),)*)?)?
                    $($($(Self::$constant => $value.serialize(serializer),)*)?)?
                }
            }
        }
    };
}

/// Reads and writes a union: reads it by its implementation of [`Union`], and writes it as
/// `serialize_union!` does. A union can be a member of another, and is then read from the object
/// that the other began.
macro_rules! union {
    ($name:ident $($variants:tt)*) => {
        crate::support::serialize_union! { $name $($variants)* }

        impl crate::support::FromObject for $name {
            const NAME: &'static str = <Self as crate::support::Union>::NAME;

            fn from_object<'de, A: serde::de::MapAccess<'de>>(
                object: &mut crate::support::ObjectReader<'de, A>,
            ) -> Result<Self, A::Error> {
                crate::support::Union::from_fields(object)
            }
        }

        impl crate::support::FromJson for $name {
            fn from_json<'de, D: serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                crate::support::read_union(deserializer)
            }
        }

        crate::support::impl_deserialize!($name);
    };
}

/// Implements the conversions from the members of a union to the union.
///
/// ```text
/// impl_from! { ChatId { i64 => Id, String => Username } }
/// ```
macro_rules! impl_from {
    ($name:ident { $($source:ty => $variant:ident),* }) => {$(
        impl From<$source> for $name {
            fn from(value: $source) -> Self {
                Self::$variant(value.into())
            }
        }
    )*};
}

pub(crate) use {impl_from, serialize_union, union};
