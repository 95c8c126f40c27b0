//! Reading of an object, field by field. Where a union has to find the tag first, the fields
//! before it are buffered.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::VecDeque;
use std::fmt;
use std::mem;

use serde::de::{
    DeserializeSeed, Deserializer, Error, IgnoredAny, IntoDeserializer, MapAccess, Visitor,
};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use super::from_json::{FromJson, FromJsonSeed};
use super::name_index::NameIndex;
use super::tag::Tag;
use crate::unknown::Unknown;
use crate::unknown::extra::Extra;
use crate::unknown::raw::Raw;

/// The depth to which buffered values may be nested. The parser limits only what it reads
/// directly: for a buffered value it starts again, and does not know how deep it is already.
const MAX_BUFFERED_DEPTH: u32 = 64;

/// The fields of an object that are still to be read.
pub(crate) struct ObjectReader<'de, A> {
    /// True if no field was ever buffered, as in most objects: the fast path.
    is_unbuffered: bool,
    buffer: VecDeque<(Cow<'de, str>, Box<RawValue>)>,
    tag: Option<(&'static str, Tag<'de>)>,
    /// The value of the current field, if it was buffered.
    current: Option<BufferedValue<'de>>,
    rest: A,
}

enum BufferedValue<'de> {
    Json(Box<RawValue>),
    Tag(Tag<'de>),
}

impl<'de, A: MapAccess<'de>> ObjectReader<'de, A> {
    pub(crate) fn new(rest: A) -> Self {
        Self {
            is_unbuffered: true,
            buffer: VecDeque::new(),
            tag: None,
            current: None,
            rest,
        }
    }

    /// Advances to the next field with one of these names, and returns the position of its name.
    /// Fields with other names are put into `extra`.
    pub(crate) fn next_field(
        &mut self,
        names: &'static NameIndex,
        extra: &mut Extra,
    ) -> Result<Option<usize>, A::Error> {
        let mut unknown = String::new();
        while let Some(position) = self.next_name(names, &mut unknown)? {
            if position.is_some() {
                return Ok(position);
            }
            extra.put(mem::take(&mut unknown), self.read_raw()?);
        }
        Ok(None)
    }

    /// Reads the value of the current field; `None` for `null`.
    pub(crate) fn read_value<T: FromJson>(
        &mut self,
        value: &mut Option<T>,
    ) -> Result<(), A::Error> {
        *value = match self.current.take() {
            None => self.rest.next_value_seed(FromJsonSeed::new())?,
            Some(BufferedValue::Tag(tag)) => FromJson::from_json(tag.into_deserializer())?,
            Some(BufferedValue::Json(json)) => read_buffered(&json)?,
        };
        Ok(())
    }

    /// Skips the value of the current field.
    pub(crate) fn skip_value(&mut self) -> Result<(), A::Error> {
        if self.current.take().is_none() {
            self.rest.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }

    /// Returns the value of the field `name` as a text; empty if there is no such field. The
    /// fields before it are buffered.
    pub(crate) fn tag(&mut self, name: &'static str) -> Result<Cow<'de, str>, A::Error> {
        Ok(self.find_tag(name)?.map(Tag::into_text).unwrap_or_default())
    }

    /// Reads the whole object as a value whose tag, the field `name`, is unknown.
    pub(crate) fn read_unknown(&mut self, name: &'static str) -> Result<Unknown, A::Error> {
        let tag = self.tag(name)?.into_owned();
        self.read_all().map(|json| Unknown::new(tag, json))
    }

    fn find_tag(&mut self, name: &'static str) -> Result<Option<Tag<'de>>, A::Error> {
        match &self.tag {
            Some((known, tag)) if *known == name => return Ok(Some(tag.clone())),
            _ => {}
        }
        if let Some((_, json)) = self.buffer.iter().find(|(known, _)| known == name) {
            return read_buffered(json).map(Some);
        }
        self.is_unbuffered = false;
        while let Some(known) = self.rest.next_key_seed(NameSeed)? {
            if known == name {
                let tag: Tag<'de> = self.rest.next_value()?;
                self.tag = Some((name, tag.clone()));
                return Ok(Some(tag));
            }
            self.buffer.push_back((known, self.rest.next_value()?));
        }
        Ok(None)
    }

    /// Reads all fields as JSON.
    fn read_all(&mut self) -> Result<Raw, A::Error> {
        let mut fields = RawFields(Vec::new());
        let mut name = String::new();
        // The empty index has no position, so that every name comes back as text.
        while self.next_name(NameIndex::EMPTY, &mut name)?.is_some() {
            fields.0.push((mem::take(&mut name), self.read_raw()?));
        }
        Raw::new(&fields).map_err(A::Error::custom)
    }

    /// Reads the value of the current field as raw JSON.
    fn read_raw(&mut self) -> Result<Raw, A::Error> {
        match self.current.take() {
            None => self.rest.next_value(),
            Some(BufferedValue::Tag(tag)) => Raw::new(&tag).map_err(A::Error::custom),
            Some(BufferedValue::Json(json)) => Ok(Raw::from(json)),
        }
    }

    /// Advances to the next field, and returns the position of its name. If the index does not have
    /// the name, there is no position and the name is put into `unknown`.
    #[inline]
    fn next_name(
        &mut self,
        names: &'static NameIndex,
        unknown: &mut String,
    ) -> Result<Option<Option<usize>>, A::Error> {
        let seed = PositionSeed { names, unknown };
        if self.is_unbuffered {
            return self.rest.next_key_seed(seed);
        }
        self.next_buffered_name(seed)
    }

    #[cold]
    fn next_buffered_name(
        &mut self,
        seed: PositionSeed<'_>,
    ) -> Result<Option<Option<usize>>, A::Error> {
        if let Some((name, json)) = self.buffer.pop_front() {
            self.current = Some(BufferedValue::Json(json));
            return Ok(Some(seed.position(&name)));
        }
        if let Some((name, tag)) = self.tag.take() {
            self.current = Some(BufferedValue::Tag(tag));
            return Ok(Some(seed.position(name)));
        }
        self.rest.next_key_seed(seed)
    }
}

/// The fields of an object as raw JSON, in the order in which the server sent them.
struct RawFields(Vec<(String, Raw)>);

impl Serialize for RawFields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// Reads a value that was buffered, by a new parser. See [`MAX_BUFFERED_DEPTH`].
fn read_buffered<T: FromJson, E: Error>(json: &RawValue) -> Result<T, E> {
    thread_local!(static DEPTH: Cell<u32> = const { Cell::new(0) });
    let depth = DEPTH.get();
    if depth == MAX_BUFFERED_DEPTH {
        return Err(E::custom("objects are nested too deeply"));
    }
    DEPTH.set(depth + 1);
    let value = T::from_json(&mut serde_json::Deserializer::from_str(json.get()));
    DEPTH.set(depth);
    value.map_err(E::custom)
}

/// Reads a name as its position in an index, or into `unknown` if the index does not have it.
struct PositionSeed<'a> {
    names: &'static NameIndex,
    unknown: &'a mut String,
}

impl PositionSeed<'_> {
    #[inline]
    fn position(self, name: &str) -> Option<usize> {
        let position = self.names.position(name);
        if position.is_none() {
            name.clone_into(self.unknown);
        }
        position
    }
}

impl<'de> DeserializeSeed<'de> for PositionSeed<'_> {
    type Value = Option<usize>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for PositionSeed<'_> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    #[inline]
    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(self.position(name))
    }
}

/// Reads a name as text, and borrows it where the JSON allows that.
struct NameSeed;

impl<'de> DeserializeSeed<'de> for NameSeed {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de> Visitor<'de> for NameSeed {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(name))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(name.to_owned()))
    }
}
