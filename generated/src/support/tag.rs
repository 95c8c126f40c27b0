//! The member that tells what an object is: a text mostly, a number or a flag at times.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserializer, Error, IntoDeserializer, Visitor};
use serde::{Deserialize, Serialize};

use super::read::Read;

/// What an object says it is.
#[derive(Clone, Debug)]
pub(crate) enum Tag<'a> {
    Text(Cow<'a, str>),
    Number(i64),
    Flag(bool),
    Null,
}

impl<'a> Tag<'a> {
    /// It as a text.
    pub(crate) fn text(self) -> Cow<'a, str> {
        match self {
            Self::Text(text) => text,
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Flag(true) => Cow::Borrowed("true"),
            Self::Flag(false) => Cow::Borrowed("false"),
            Self::Null => Cow::Borrowed(""),
        }
    }
}

impl<'de> Deserialize<'de> for Tag<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Borrowed)
    }
}

impl Read for Tag<'_> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match deserializer.deserialize_any(Borrowed)? {
            Tag::Text(text) => Self::Text(Cow::Owned(text.into_owned())),
            Tag::Number(number) => Self::Number(number),
            Tag::Flag(flag) => Self::Flag(flag),
            Tag::Null => Self::Null,
        })
    }

    super::read::itself!();
}

struct Borrowed;

impl<'de> Visitor<'de> for Borrowed {
    type Value = Tag<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a whole number or a flag")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Tag<'de>, E> {
        Ok(Tag::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Tag<'de>, E> {
        Ok(Tag::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Tag<'de>, E> {
        Ok(Tag::Number(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Tag<'de>, E> {
        let number = i64::try_from(number);
        number.map(Tag::Number).map_err(E::custom)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Tag<'de>, E> {
        i64::read(number.into_deserializer()).map(Tag::Number)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Tag<'de>, E> {
        Ok(Tag::Flag(flag))
    }

    fn visit_unit<E: Error>(self) -> Result<Tag<'de>, E> {
        Ok(Tag::Null)
    }
}

impl Serialize for Tag<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_i64(*number),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Null => serializer.serialize_unit(),
        }
    }
}

/// Gives a tag back to whom it belongs.
pub(crate) struct Again<'a, E>(Tag<'a>, std::marker::PhantomData<E>);

impl<'de, E: Error> IntoDeserializer<'de, E> for Tag<'de> {
    type Deserializer = Again<'de, E>;

    fn into_deserializer(self) -> Again<'de, E> {
        Again(self, std::marker::PhantomData)
    }
}

impl<'de, E: Error> Deserializer<'de> for Again<'de, E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, E> {
        match self.0 {
            Tag::Text(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            Tag::Text(Cow::Owned(text)) => visitor.visit_string(text),
            Tag::Number(number) => visitor.visit_i64(number),
            Tag::Flag(flag) => visitor.visit_bool(flag),
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
