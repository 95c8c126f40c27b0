//! JSON that may be one of several types, where neither its kind nor a tag is enough to tell
//! which: the members of the union are tried one by one.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::union::no_member;
use crate::unknown::Unknown;
use crate::unknown::raw::Raw;

/// JSON whose type is not known yet.
pub(crate) struct UntypedJson(Box<RawValue>);

impl UntypedJson {
    /// Reads the next value, of any type.
    pub(crate) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::deserialize(deserializer).map(Self)
    }

    /// Returns true if it is `true`.
    pub(crate) fn is_true(&self) -> bool {
        self.0.get() == "true"
    }

    /// Returns true if it is `true` or `false`.
    pub(crate) fn is_boolean(&self) -> bool {
        matches!(self.first_byte(), Some(b't' | b'f'))
    }

    /// Returns true if it is a number.
    pub(crate) fn is_number(&self) -> bool {
        matches!(self.first_byte(), Some(b'-' | b'0'..=b'9'))
    }

    /// Returns true if it is a string.
    pub(crate) fn is_string(&self) -> bool {
        self.first_byte() == Some(b'"')
    }

    /// Returns true if it is a list.
    pub(crate) fn is_list(&self) -> bool {
        self.first_byte() == Some(b'[')
    }

    /// Returns true if it is an object.
    pub(crate) fn is_object(&self) -> bool {
        self.first_byte() == Some(b'{')
    }

    /// Returns true if it is an object with a field of this name.
    pub(crate) fn has_field(&self, name: &str) -> bool {
        self.field(name).is_some()
    }

    /// Returns true if it is an object whose field `name` is this string, number or boolean.
    pub(crate) fn field_is(&self, name: &str, constant: &str) -> bool {
        self.field_text(name).is_some_and(|text| text == constant)
    }

    /// Returns true if it is an object whose field `name` is this string, number or boolean, or is
    /// missing or `null`.
    pub(crate) fn field_is_or_is_missing(&self, name: &str, constant: &str) -> bool {
        let is_missing = self.field(name).is_none_or(|value| value.get() == "null");
        self.is_object() && (is_missing || self.field_is(name, constant))
    }

    /// Reads it as a `T`.
    pub(crate) fn parse<T: DeserializeOwned, E: Error>(&self) -> Result<T, E> {
        serde_json::from_str(self.0.get()).map_err(E::custom)
    }

    /// Reads it as a `T` if `condition` holds; `None` if not, or if it is no `T`.
    pub(crate) fn try_parse_if<T: DeserializeOwned>(&self, condition: bool) -> Option<T> {
        condition.then(|| serde_json::from_str(self.0.get()).ok())?
    }

    /// Keeps it as an object whose tag, the field `tag`, is unknown.
    pub(crate) fn into_unknown<E: Error>(self, tag: &str) -> Result<Unknown, E> {
        let text = self.field_text(tag).unwrap_or_default();
        Ok(Unknown::new(text, Raw::from(self.0)))
    }

    /// Returns the error for a value that is no member of a union.
    pub(crate) fn no_member<T, E: Error>(&self, union: &str) -> Result<T, E> {
        let found = match self.first_byte() {
            Some(b'{') => "this object",
            Some(b'[') => "a list",
            Some(b'"') => "a string",
            Some(b't' | b'f') => "a boolean",
            Some(b'n') => "null",
            _ => "a number",
        };
        Err(no_member(union, found))
    }

    /// The first byte, which tells the kind of JSON.
    fn first_byte(&self) -> Option<u8> {
        self.0.get().bytes().next()
    }

    /// The text of a field: of a string its content, of a number or a boolean its JSON.
    fn field_text(&self, name: &str) -> Option<String> {
        let json = self.field(name)?.get();
        Some(serde_json::from_str(json).unwrap_or_else(|_| json.to_owned()))
    }

    fn field(&self, name: &str) -> Option<&RawValue> {
        let fields: BTreeMap<Cow<'_, str>, &RawValue> = serde_json::from_str(self.0.get()).ok()?;
        fields.get(name).copied()
    }
}
