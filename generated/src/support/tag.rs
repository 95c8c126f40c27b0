//! The value of the field that tells which member of a union an object is: usually a string,
//! sometimes an integer or a boolean.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, IntoDeserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::from_json::FromJson;

/// The value of a tag field.
#[derive(Clone, Debug)]
pub(crate) enum Tag<'a> {
    String(Cow<'a, str>),
    Integer(i64),
    Boolean(bool),
    Null,
}

impl<'a> Tag<'a> {
    /// Converts it to the text that the constants of members are compared with; empty for `null`.
    pub(crate) fn into_text(self) -> Cow<'a, str> {
        match self {
            Self::String(text) => text,
            Self::Integer(number) => Cow::Owned(number.to_string()),
            Self::Boolean(true) => Cow::Borrowed("true"),
            Self::Boolean(false) => Cow::Borrowed("false"),
            Self::Null => Cow::Borrowed(""),
        }
    }
}

impl<'de> Deserialize<'de> for Tag<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TagVisitor)
    }
}

impl FromJson for Tag<'_> {
    fn from_json<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match deserializer.deserialize_any(TagVisitor)? {
            Tag::String(text) => Self::String(Cow::Owned(text.into_owned())),
            Tag::Integer(number) => Self::Integer(number),
            Tag::Boolean(value) => Self::Boolean(value),
            Tag::Null => Self::Null,
        })
    }
}

/// Reads a tag, and borrows a string where the JSON allows it.
struct TagVisitor;

impl<'de> Visitor<'de> for TagVisitor {
    type Value = Tag<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string, an integer or a boolean")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Tag<'de>, E> {
        Ok(Tag::String(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Tag<'de>, E> {
        Ok(Tag::String(Cow::Owned(text.to_owned())))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Tag<'de>, E> {
        Ok(Tag::Integer(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Tag<'de>, E> {
        i64::try_from(number).map(Tag::Integer).map_err(E::custom)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Tag<'de>, E> {
        i64::from_json(number.into_deserializer()).map(Tag::Integer)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Tag<'de>, E> {
        Ok(Tag::Boolean(value))
    }

    fn visit_unit<E: Error>(self) -> Result<Tag<'de>, E> {
        Ok(Tag::Null)
    }
}

impl Serialize for Tag<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::String(text) => serializer.serialize_str(text),
            Self::Integer(number) => serializer.serialize_i64(*number),
            Self::Boolean(value) => serializer.serialize_bool(*value),
            Self::Null => serializer.serialize_unit(),
        }
    }
}

/// Lets a tag that was read be read once more, as the field of an object.
pub(crate) struct TagDeserializer<'a, E>(Tag<'a>, PhantomData<E>);

impl<'de, E: Error> IntoDeserializer<'de, E> for Tag<'de> {
    type Deserializer = TagDeserializer<'de, E>;

    fn into_deserializer(self) -> TagDeserializer<'de, E> {
        TagDeserializer(self, PhantomData)
    }
}

impl<'de, E: Error> Deserializer<'de> for TagDeserializer<'de, E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.0 {
            Tag::String(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            Tag::String(Cow::Owned(text)) => visitor.visit_string(text),
            Tag::Integer(number) => visitor.visit_i64(number),
            Tag::Boolean(value) => visitor.visit_bool(value),
            Tag::Null => visitor.visit_unit(),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.0 {
            Tag::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
