//! Objects: from the names of a structure's fields, the code that reads and writes it.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, MapAccess, Visitor};

use super::from_json::DefaultIfMissing;
use super::object_reader::ObjectReader;

/// A value that is read from the fields of an object: a structure, or a union that has objects
/// among its members.
pub(crate) trait FromObject: Sized {
    /// The name of the type in errors.
    const NAME: &'static str;

    /// Reads all fields that are left.
    fn from_object<'de, A: MapAccess<'de>>(
        object: &mut ObjectReader<'de, A>,
    ) -> Result<Self, A::Error>;
}

impl<T: FromObject> FromObject for Box<T> {
    const NAME: &'static str = T::NAME;

    fn from_object<'de, A: MapAccess<'de>>(
        object: &mut ObjectReader<'de, A>,
    ) -> Result<Self, A::Error> {
        T::from_object(object).map(Self::new)
    }
}

/// Reads an object.
pub(crate) fn read_object<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: FromObject,
    D: Deserializer<'de>,
{
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: FromObject> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object of type {}", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<T, A::Error> {
        T::from_object(&mut ObjectReader::new(fields))
    }
}

/// Returns the value of a field, or its default if the field is missing or `null`.
pub(crate) fn value_or_default<T: DefaultIfMissing>(value: Option<T>) -> T {
    value.unwrap_or_else(T::default_if_missing)
}

/// Returns the value of a field, or an error if the field is missing or `null`.
pub(crate) fn value_or_error<T, E: Error>(
    value: Option<T>,
    name: &str,
    owner: &str,
) -> Result<T, E> {
    value.ok_or_else(|| E::custom(format_args!("missing field `{name}` in {owner}")))
}

/// The name of a field in JSON: the one that is given, or else that of the Rust field.
macro_rules! json_name {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $name:literal) => {
        $name
    };
}

/// Serialises a structure to a JSON object: constants first, then required and optional fields,
/// then those in the field that `extra` names.
macro_rules! serialize_object {
    ($name:ident $(<$parameter:ident>)?,
    constants { $($constant:literal = $value:literal),* }
    required { $($required:ident $(: $required_name:literal)?),* $(,)? }
    optional { $($optional:ident $(: $optional_name:literal)?),* }
    $(extra { $extra:ident })?) => {
        impl $(<$parameter>)? serde::Serialize for $name $(<$parameter>)? {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                #[allow(unused_mut, reason = "an object may have no fields")]
                let mut object = crate::support::ObjectWriter::new(serializer)?;
                $(object.write($constant, &$value);)*
                $(object.write(
                    crate::support::json_name!($required $($required_name)?),
                    &self.$required,
                );)*
                $(object.write_optional(
                    crate::support::json_name!($optional $($optional_name)?),
                    self.$optional.as_ref(),
                );)*
                $(object.write_extra(&self.$extra);)?
                object.end()
            }
        }
    };
}

/// Reads and writes a structure.
///
/// ```text
/// object! { Sticker, constants { "kind" = "sticker" } required_or_default { id, r#type: "type" }
///     required { file } optional { emoji } }
/// ```
///
/// A field is listed by its name in Rust, with its name in JSON behind it where that differs.
/// A name in `aliases { file: "content" }` is another under which a field is read. Constants have no
/// field: they are written, and ignored when the object is read. If a required
/// field is missing, its value is the default of its type, or, where a type has none, the object
/// can't be read. All other members of the object are kept in the field `extra`.
macro_rules! object {
    ($name:ident
    $(, $(constants { $($constant:literal = $value:literal),* })?
    $(required_or_default { $($default:ident $(: $default_name:literal)?),* })?
    $(required { $($required:ident $(: $required_name:literal)?),* })?
    $(optional { $($optional:ident $(: $optional_name:literal)?),* })?
    $(aliases { $($aliased:ident: $alias:literal),* })?)?) => {
        crate::support::serialize_object! { $name,
            constants { $($($($constant = $value),*)?)? }
            required {
                $($($($default $(: $default_name)?,)*)?)?
                $($($($required $(: $required_name)?,)*)?)?
            }
            optional { $($($($optional $(: $optional_name)?),*)?)? }
            extra { extra }
        }

        impl crate::support::FromObject for $name {
            const NAME: &'static str = stringify!($name);

            fn from_object<'de, A: serde::de::MapAccess<'de>>(
                object: &mut crate::support::ObjectReader<'de, A>,
            ) -> Result<Self, A::Error> {
                #[allow(non_camel_case_types, reason = "variants are named like the fields")]
                enum Field {
                    $($($($default,)*)?)? $($($($required,)*)?)? $($($($optional,)*)?)?
                }
                // FIELDS and NAMES have the same order. The constants are at the end of NAMES, so
                // that their positions are those of no field, and their values are skipped.
                const FIELDS: &[Field] = &[
                    $($($(Field::$default,)*)?)?
                    $($($(Field::$required,)*)?)?
                    $($($(Field::$optional,)*)?)?
                    $($($(Field::$aliased,)*)?)?
                ];
                const NAMES: &[&str] = &[
                    $($($(crate::support::json_name!($default $($default_name)?),)*)?)?
                    $($($(crate::support::json_name!($required $($required_name)?),)*)?)?
                    $($($(crate::support::json_name!($optional $($optional_name)?),)*)?)?
                    $($($($alias,)*)?)?
                    $($($($constant),*)?)?
                ];
                const TABLE_SIZE: usize = crate::support::table_size(NAMES);
                const INDEX: &crate::support::NameIndex = &crate::support::NameIndex::new(
                    NAMES,
                    &crate::support::build_table::<TABLE_SIZE>(NAMES),
                );
                $($($(let mut $default = None;)*)?)?
                $($($(let mut $required = None;)*)?)?
                $($($(let mut $optional = None;)*)?)?
                let mut extra = crate::Extra::default();
                while let Some(position) = object.next_field(INDEX, &mut extra)? {
                    match FIELDS.get(position) {
                        $($($(Some(Field::$default) => object.read_value(&mut $default),)*)?)?
                        $($($(Some(Field::$required) => object.read_value(&mut $required),)*)?)?
                        $($($(Some(Field::$optional) => object.read_value(&mut $optional),)*)?)?
                        _ => object.skip_value(),
                    }?;
                }
                Ok(Self {
                    $($($($required: crate::support::value_or_error(
                        $required,
                        crate::support::json_name!($required $($required_name)?),
                        stringify!($name),
                    )?,)*)?)?
                    $($($($default: crate::support::value_or_default($default),)*)?)?
                    $($($($optional,)*)?)?
                    extra,
                })
            }
        }

        impl crate::support::FromJson for $name {
            fn from_json<'de, D: serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                crate::support::read_object(deserializer)
            }

            fn from_json_boxed<'de, D: serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Box<Self>, D::Error> {
                crate::support::read_object(deserializer)
            }
        }

        crate::support::impl_deserialize!($name);
    };
}

/// Implements serde's `Deserialize` by [`FromJson`](super::FromJson).
macro_rules! impl_deserialize {
    ($name:ident) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::support::FromJson::from_json(deserializer)
            }
        }
    };
}

pub(crate) use {impl_deserialize, json_name, object, serialize_object};
