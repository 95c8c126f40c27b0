//! One of a list of things to handle one by one: read or, where it can't be, kept as it came, so
//! that it spoils none of the others.

use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::unknown::raw::Raw;

/// A value that was read, or one that could not be.
#[derive(Clone, Debug, PartialEq)]
pub enum Incoming<T> {
    /// It was read.
    Read(T),
    /// It could not be read.
    Unread(Unread),
}

/// A value that could not be read, and why.
#[derive(Clone, PartialEq)]
pub struct Unread {
    id: Option<i64>,
    json: Raw,
    error: String,
}

/// What can come in a list of things to handle, each with a number of its own.
pub trait Numbered {
    /// The name of the field with the number.
    const NUMBER: &'static str;

    /// The number.
    fn number(&self) -> i64;
}

impl<T: Numbered> Incoming<T> {
    /// Its number, which is known even of most that could not be read.
    pub fn number(&self) -> Option<i64> {
        match self {
            Self::Read(value) => Some(value.number()),
            Self::Unread(unread) => unread.id,
        }
    }
}

impl<T> Incoming<T> {
    /// The value, where it was read.
    pub fn ok(self) -> Option<T> {
        self.into_result().ok()
    }

    /// The value, or why there is none.
    ///
    /// # Errors
    ///
    /// What could not be read.
    pub fn into_result(self) -> Result<T, Unread> {
        match self {
            Self::Read(value) => Ok(value),
            Self::Unread(unread) => Err(unread),
        }
    }
}

impl Unread {
    /// Its number, where there is one.
    pub fn number(&self) -> Option<i64> {
        self.id
    }

    /// All of it. It is shown only where you ask for it: it may hold what users wrote.
    pub fn json(&self) -> &Raw {
        &self.json
    }
}

impl<'de, T: DeserializeOwned + Numbered> Deserialize<'de> for Incoming<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Raw::deserialize(deserializer)?;
        Ok(match json.parse() {
            Ok(value) => Self::Read(value),
            Err(error) => Self::Unread(Unread {
                id: number(&json, T::NUMBER),
                json,
                error: error.to_string(),
            }),
        })
    }
}

/// The number in the member `name` of an object.
fn number(json: &Raw, name: &str) -> Option<i64> {
    let members: std::collections::BTreeMap<String, Raw> = json.parse().ok()?;
    members.get(name)?.parse().ok()
}

impl<T: Serialize> Serialize for Incoming<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Read(value) => value.serialize(serializer),
            Self::Unread(unread) => unread.json.serialize(serializer),
        }
    }
}

impl fmt::Debug for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Unread({:?}, {})", self.id, self.error)
    }
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.id {
            Some(id) => write!(f, "can't read number {id}: {}", self.error),
            None => write!(f, "can't read: {}", self.error),
        }
    }
}

impl std::error::Error for Unread {}
