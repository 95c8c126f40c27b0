//! Enums of the strings that the reference lists for a field. A server may send others.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Visitor};

/// Converts between the variants of an enum and their strings.
///
/// ```text
/// string_enum! { ChatType, variants { Private = "private" } unknown { Unknown } }
/// ```
macro_rules! string_enum {
    ($name:ident, variants { $($variant:ident = $text:literal),* } unknown { $unknown:ident }) => {
        impl $name {
            /// Returns the string that stands for this value in JSON.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::$unknown(text) => text,
                }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $($text => Self::$variant,)*
                    unknown => Self::$unknown(unknown.into()),
                }
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl crate::support::FromJson for $name {
            fn from_json<'de, D: serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                crate::support::read_string_enum(deserializer)
            }
        }

        impl crate::support::DefaultIfMissing for $name {
            fn default_if_missing() -> Self {
                Self::from("")
            }
        }

        crate::support::impl_deserialize!($name);
    };
}

/// Reads a string and converts it, without a copy of the string in between.
pub(crate) fn read_string_enum<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: for<'a> From<&'a str>,
    D: Deserializer<'de>,
{
    deserializer.deserialize_str(StringVisitor(PhantomData))
}

struct StringVisitor<T>(PhantomData<T>);

impl<T: for<'a> From<&'a str>> Visitor<'_> for StringVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        Ok(T::from(text))
    }
}

pub(crate) use string_enum;
