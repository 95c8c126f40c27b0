//! What the reference does not define, or this crate is too old for: kept as it came, and written
//! back so.

pub(crate) mod extra;
pub(crate) mod raw;
pub(crate) mod word;

use std::fmt;

use serde::{Serialize, Serializer};

use self::raw::Raw;

/// A value whose tag is none that this crate knows. It is written as it came.
#[derive(Clone, PartialEq)]
pub struct Unknown {
    tag: String,
    json: Raw,
}

impl Unknown {
    /// A value with this JSON, to send what this crate has no type for.
    pub fn new(tag: impl Into<String>, json: Raw) -> Self {
        Self {
            tag: tag.into(),
            json,
        }
    }

    /// What it says it is; empty where it does not say.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// All of it.
    pub fn json(&self) -> &Raw {
        &self.json
    }
}

impl Serialize for Unknown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.json.serialize(serializer)
    }
}

impl fmt::Debug for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Unknown({:?}, {:?})", self.tag, self.json)
    }
}
