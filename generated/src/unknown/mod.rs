//! Data that the reference does not define, or that is newer than this crate. It is kept, and
//! written back unchanged.

pub(crate) mod extra;
pub(crate) mod raw;
pub(crate) mod word;

use std::fmt;

use serde::{Serialize, Serializer};

use self::raw::Raw;

/// An object of an unknown type: its tag is none that this crate knows. It is written unchanged.
#[derive(Clone, PartialEq)]
pub struct Unknown {
    tag: String,
    json: Raw,
}

impl Unknown {
    /// Creates a value from its JSON, to send an object that this crate has no type for.
    pub fn new(tag: impl Into<String>, json: Raw) -> Self {
        Self {
            tag: tag.into(),
            json,
        }
    }

    /// The tag, which names the type of the object; empty if the object has no tag.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The JSON of the whole object.
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
