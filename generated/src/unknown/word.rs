//! A value of a string enum that this crate does not know.

use std::fmt;
use std::ops::Deref;

/// A value of a string enum that this crate does not know, unchanged.
///
/// It has the size of a pointer, because it is rare and the known values need no memory of their
/// own.
#[derive(Clone, PartialEq, Eq, Hash)]
#[expect(
    clippy::box_collection,
    reason = "a text is three times as large as a pointer"
)]
pub struct UnknownWord(Box<String>);

impl UnknownWord {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for UnknownWord {
    fn from(text: &str) -> Self {
        Self(Box::new(text.to_owned()))
    }
}

impl Deref for UnknownWord {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}
