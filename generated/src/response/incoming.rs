//! Items of a list that are parsed one by one: an item that can't be parsed keeps its JSON, and
//! the others are not affected.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::json_error::JsonError;
use crate::unknown::raw::Raw;

/// An item of a list: parsed, or kept as JSON if it can't be parsed.
#[derive(Clone, Debug, PartialEq)]
pub enum Incoming<T> {
    /// The item was parsed.
    Parsed(T),
    /// The item can't be parsed.
    Malformed(MalformedItem),
}

/// An item that can't be parsed, and the reason.
#[derive(Clone, PartialEq)]
pub struct MalformedItem {
    sequence_id: Option<i64>,
    json: Raw,
    error: JsonError,
}

/// A type whose values are numbered by the server, such as updates.
pub trait Sequenced {
    /// The name of the member with the number.
    const ID_FIELD: &'static str;

    /// The number.
    fn sequence_id(&self) -> i64;
}

impl<T: Sequenced> Incoming<T> {
    /// The number of the item. Most items that can't be parsed have one too.
    pub fn sequence_id(&self) -> Option<i64> {
        match self {
            Self::Parsed(value) => Some(value.sequence_id()),
            Self::Malformed(item) => item.sequence_id,
        }
    }
}

impl<T> Incoming<T> {
    /// Returns the parsed item, if it could be parsed.
    pub fn ok(self) -> Option<T> {
        self.into_result().ok()
    }

    /// Converts the item to a result.
    ///
    /// # Errors
    ///
    /// Returns the item that can't be parsed.
    pub fn into_result(self) -> Result<T, MalformedItem> {
        match self {
            Self::Parsed(value) => Ok(value),
            Self::Malformed(item) => Err(item),
        }
    }
}

impl MalformedItem {
    /// The number of the item, if it has one.
    pub fn sequence_id(&self) -> Option<i64> {
        self.sequence_id
    }

    /// The JSON of the item. It is not part of the error's texts, because it may contain what users
    /// wrote.
    pub fn json(&self) -> &Raw {
        &self.json
    }
}

impl<'de, T: DeserializeOwned + Sequenced> Deserialize<'de> for Incoming<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if REFUSES_MALFORMED.get() {
            return T::deserialize(deserializer).map(Self::Parsed);
        }
        let json = Raw::deserialize(deserializer)?;
        Ok(match json.parse() {
            Ok(value) => Self::Parsed(value),
            Err(error) => Self::Malformed(MalformedItem {
                sequence_id: parse_member(&json, T::ID_FIELD),
                json,
                error: JsonError::new(&error),
            }),
        })
    }
}

thread_local! {
    /// True while an item that can't be parsed is an error, and not kept as JSON.
    static REFUSES_MALFORMED: Cell<bool> = const { Cell::new(false) };
}

/// Runs a parser for which an item that can't be parsed is an error.
///
/// Why: to keep the JSON of an item that turns out to be malformed, each item must be scanned,
/// copied and then parsed. It is faster to parse the response in one pass, as if all items were
/// sound, and to begin anew in the rare case that `[{"update_id":1},{"update_id":"x"}]` comes.
pub(super) fn refuse_malformed<R>(parse: impl FnOnce() -> R) -> R {
    REFUSES_MALFORMED.set(true);
    let result = parse();
    REFUSES_MALFORMED.set(false);
    result
}

fn parse_member(json: &Raw, name: &str) -> Option<i64> {
    let members: BTreeMap<String, Raw> = json.parse().ok()?;
    members.get(name)?.parse().ok()
}

impl<T: Serialize> Serialize for Incoming<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Parsed(value) => value.serialize(serializer),
            Self::Malformed(item) => item.json.serialize(serializer),
        }
    }
}

impl fmt::Debug for MalformedItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MalformedItem({:?}, {})", self.sequence_id, self.error)
    }
}

impl fmt::Display for MalformedItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.sequence_id {
            Some(id) => write!(f, "can't read number {id}: {}", self.error),
            None => write!(f, "can't read: {}", self.error),
        }
    }
}

impl std::error::Error for MalformedItem {}
