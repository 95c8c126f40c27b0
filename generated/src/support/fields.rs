//! The members of an object, one after the other, of which some may have been set aside while the
//! one was looked for that tells what the object is.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::VecDeque;
use std::fmt;

use serde::de::value::CowStrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, Error, IgnoredAny, IntoDeserializer, MapAccess, Visitor,
};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use super::index::Index;
use super::read::{Read, Seed};
use super::tag::Tag;
use crate::unknown::Unknown;
use crate::unknown::extra::Extra;
use crate::unknown::raw::Raw;

/// How deep values may lie in each other that were set aside. What is read in place has the limit
/// of the parser.
const DEPTH: u32 = 64;

/// The members of an object that are still to be read.
pub(crate) struct Fields<'de, A> {
    /// Whether nothing was set aside, as it is with most objects.
    plain: bool,
    aside: VecDeque<(Cow<'de, str>, Box<RawValue>)>,
    tag: Option<(&'static str, Tag<'de>)>,
    next: Option<Next<'de>>,
    rest: A,
}

/// The value of the member whose name was read last, where it was set aside.
enum Next<'de> {
    Aside(Box<RawValue>),
    Tag(Tag<'de>),
}

impl<'de, A: MapAccess<'de>> Fields<'de, A> {
    pub(crate) fn new(rest: A) -> Self {
        Self {
            plain: true,
            aside: VecDeque::new(),
            tag: None,
            next: None,
            rest,
        }
    }

    /// The next member that has one of these names, by its index. Others are put into `extra`.
    pub(crate) fn next(
        &mut self,
        names: &'static Index,
        extra: &mut Extra,
    ) -> Result<Option<usize>, A::Error> {
        loop {
            match self.name(names)? {
                None => return Ok(None),
                Some(Ok(at)) => return Ok(Some(at)),
                Some(Err(name)) => extra.put(name, self.raw()?),
            }
        }
    }

    /// Reads the value of the member whose name was read last; a `null` is none.
    pub(crate) fn value<T: Read>(&mut self, value: &mut Option<T>) -> Result<(), A::Error> {
        *value = match self.next.take() {
            None => self.rest.next_value_seed(Seed::new())?,
            Some(Next::Tag(tag)) => Read::read(tag.into_deserializer())?,
            Some(Next::Aside(json)) => nested(&json)?,
        };
        Ok(())
    }

    /// Leaves out the value of the member whose name was read last.
    pub(crate) fn skip(&mut self) -> Result<(), A::Error> {
        if self.next.take().is_none() {
            self.rest.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }

    /// What the member `name` says; nothing where there is none. All that comes before it is set
    /// aside.
    pub(crate) fn tag(&mut self, name: &'static str) -> Result<Cow<'de, str>, A::Error> {
        Ok(self.find(name)?.map(Tag::text).unwrap_or_default())
    }

    /// The whole object, whose member `name` says what nobody knows.
    pub(crate) fn unknown(&mut self, name: &'static str) -> Result<Unknown, A::Error> {
        let tag = self.tag(name)?.into_owned();
        self.json().map(|json| Unknown::new(tag, json))
    }

    fn find(&mut self, name: &'static str) -> Result<Option<Tag<'de>>, A::Error> {
        match &self.tag {
            Some((known, tag)) if *known == name => return Ok(Some(tag.clone())),
            _ => {}
        }
        if let Some((_, json)) = self.aside.iter().find(|(known, _)| known == name) {
            return nested(json).map(Some);
        }
        self.plain = false;
        while let Some(known) = self.rest.next_key_seed(Name)? {
            if known == name {
                let tag: Tag<'de> = self.rest.next_value()?;
                self.tag = Some((name, tag.clone()));
                return Ok(Some(tag));
            }
            self.aside.push_back((known, self.rest.next_value()?));
        }
        Ok(None)
    }

    /// All members, as JSON.
    fn json(&mut self) -> Result<Raw, A::Error> {
        let mut all = Members(Vec::new());
        while let Some(name) = self.name(Index::EMPTY)? {
            // No name has an index among none.
            let name = name.err().unwrap_or_default();
            all.0.push((name, self.raw()?));
        }
        Raw::new(&all).map_err(A::Error::custom)
    }

    /// The value of the member whose name was read last, as it came.
    fn raw(&mut self) -> Result<Raw, A::Error> {
        match self.next.take() {
            None => self.rest.next_value(),
            Some(Next::Tag(tag)) => Raw::new(&tag).map_err(A::Error::custom),
            Some(Next::Aside(json)) => Ok(Raw::from(json)),
        }
    }

    fn name(&mut self, names: &'static Index) -> Result<Option<Result<usize, String>>, A::Error> {
        let seed = Known(names);
        if self.plain {
            return self.rest.next_key_seed(seed);
        }
        if let Some((name, json)) = self.aside.pop_front() {
            self.next = Some(Next::Aside(json));
            let name = CowStrDeserializer::new(name);
            return seed.deserialize(name).map(Some);
        }
        if let Some((name, tag)) = self.tag.take() {
            self.next = Some(Next::Tag(tag));
            return Ok(Some(seed.index(name)));
        }
        self.rest.next_key_seed(seed)
    }
}

/// The members of an object, in the order in which they came.
struct Members(Vec<(String, Raw)>);

impl Serialize for Members {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// Reads a value that was set aside. The parser starts anew there, so that it does not see how
/// deep it is already.
fn nested<T: Read, E: Error>(json: &RawValue) -> Result<T, E> {
    thread_local!(static DEEP: Cell<u32> = const { Cell::new(0) });
    let deep = DEEP.get();
    if deep == DEPTH {
        return Err(E::custom("too many objects in each other"));
    }
    DEEP.set(deep + 1);
    let value = T::read(&mut serde_json::Deserializer::from_str(json.get()));
    DEEP.set(deep);
    value.map_err(E::custom)
}

/// Reads a name as its index among others, or as itself.
struct Known(&'static Index);

impl Known {
    fn index(&self, name: &str) -> Result<usize, String> {
        self.0.find(name).ok_or_else(|| name.to_owned())
    }
}

impl<'de> DeserializeSeed<'de> for Known {
    type Value = Result<usize, String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Known {
    type Value = Result<usize, String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(self.index(name))
    }
}

/// Reads a name as it is.
struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de> Visitor<'de> for Name {
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
