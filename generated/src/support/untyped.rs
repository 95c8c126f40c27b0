//! A value that may be one of several types: its own JSON must tell which.

use std::collections::BTreeMap;

use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use crate::unknown::Unknown;
use crate::unknown::raw::Raw;

/// JSON whose type is still to be told.
pub(crate) struct Untyped(Box<RawValue>);

impl Untyped {
    /// Takes the next value, whatever it is.
    pub(crate) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::deserialize(deserializer).map(Self)
    }

    /// Whether it is `true`.
    pub(crate) fn is_true(&self) -> bool {
        self.0.get() == "true"
    }

    /// Whether it is `true` or `false`.
    pub(crate) fn is_boolean(&self) -> bool {
        self.starts(|c| c == b't' || c == b'f')
    }

    /// Whether it is a number.
    pub(crate) fn is_number(&self) -> bool {
        self.starts(|c| c == b'-' || c.is_ascii_digit())
    }

    /// Whether it is a string.
    pub(crate) fn is_string(&self) -> bool {
        self.starts(|c| c == b'"')
    }

    /// Whether it is a list.
    pub(crate) fn is_array(&self) -> bool {
        self.starts(|c| c == b'[')
    }

    /// Whether it is an object.
    pub(crate) fn is_object(&self) -> bool {
        self.starts(|c| c == b'{')
    }

    /// Whether it is an object with a member of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.member(name).is_some()
    }

    /// Whether it is an object whose member `name` is this text, number or flag.
    pub(crate) fn says(&self, name: &str, constant: &str) -> bool {
        let Some(value) = self.member(name) else {
            return false;
        };
        let text = serde_json::from_str::<String>(value.get());
        text.map_or(value.get() == constant, |text| text == constant)
    }

    /// Reads it as a `T`.
    pub(crate) fn parse<T: DeserializeOwned, E: Error>(&self) -> Result<T, E> {
        serde_json::from_str(self.0.get()).map_err(E::custom)
    }

    /// Reads it as a `T` where it may be one, and is.
    pub(crate) fn attempt<T: DeserializeOwned>(&self, may_be: bool) -> Option<T> {
        may_be.then(|| serde_json::from_str(self.0.get()).ok())?
    }

    /// It as a value that is none of a union's members, but has the union's tag.
    pub(crate) fn unknown<E: Error>(self, tag: &str) -> Result<Unknown, E> {
        let says = self.member(tag).map(|value| {
            let text = serde_json::from_str::<String>(value.get());
            text.unwrap_or_else(|_| value.get().to_owned())
        });
        Ok(Unknown::new(says.unwrap_or_default(), Raw::from(self.0)))
    }

    /// The error for a value that is none of a union's members.
    pub(crate) fn mismatch<T, E: Error>(&self, union: &str) -> Result<T, E> {
        let kind = match self.0.get().as_bytes().first() {
            Some(b'{') => "this object",
            Some(b'[') => "a list",
            Some(b'"') => "a string",
            Some(b't' | b'f') => "a flag",
            Some(b'n') => "null",
            _ => "a number",
        };
        Err(E::custom(format_args!("{kind} is no {union}")))
    }

    fn starts(&self, with: impl Fn(u8) -> bool) -> bool {
        self.0.get().bytes().next().is_some_and(with)
    }

    fn member(&self, name: &str) -> Option<&RawValue> {
        let members: BTreeMap<std::borrow::Cow<'_, str>, &RawValue> =
            serde_json::from_str(self.0.get()).ok()?;
        members.get(name).copied()
    }
}
