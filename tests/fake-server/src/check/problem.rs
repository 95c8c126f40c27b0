//! A problem of a value, and its place.

use std::fmt;

use schema::ty::Type;
use serde_json::Value;

/// The number of characters of a value that are shown.
const SHOWN: usize = 60;

/// The place of a value inside the parameters of a call.
#[derive(Clone, Copy)]
pub(crate) enum Path<'a> {
    /// The call, or the answer.
    Root,
    /// A parameter or a field.
    Field(&'a Path<'a>, &'a str),
    /// An item of a list, from 0.
    Item(&'a Path<'a>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Field(Path::Root, name) => f.write_str(name),
            Self::Field(parent, name) => write!(f, "{parent}.{name}"),
            Self::Item(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

/// The kind of a problem, where the real server has words of its own for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ProblemKind {
    /// It is not there, or empty.
    Missing,
    /// It is not there, and required since others are not there either.
    MissingHere,
    /// It is a text of white space alone.
    Blank,
    /// It is a text of too many characters or bytes.
    TooLong,
    /// It is none of the values that there can be.
    Unlisted,
    /// It is no identifier of a chat.
    NoChat,
    /// It is a button that does nothing.
    NoAction,
    /// It is a medium of this kind, and beside it are others.
    Mixed(String),
    /// Any other.
    Other,
}

/// A problem of a value: `media[1].caption has 1025 characters, at most 1024 are allowed`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The place, `media[1].caption`; empty for the whole.
    pub at: String,
    /// The problem there.
    pub what: String,
    pub(crate) kind: ProblemKind,
}

impl Problem {
    pub(crate) fn new(at: &Path<'_>, what: impl Into<String>) -> Self {
        Self {
            at: at.to_string(),
            what: what.into(),
            kind: ProblemKind::Other,
        }
    }

    /// The same problem, of this kind.
    pub(crate) fn of_kind(self, kind: ProblemKind) -> Self {
        Self { kind, ..self }
    }

    /// A value that is of another type.
    pub(crate) fn mismatch(at: &Path<'_>, expected: &Type, found: &Value) -> Self {
        let found = shorten_value(found);
        Self::new(at, format!("must be {expected}, not {found}"))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.at.as_str() {
            "" => write!(f, "the value {}", self.what),
            at => write!(f, "{at} {}", self.what),
        }
    }
}

impl std::error::Error for Problem {}

/// A value's JSON, cut where it is long.
pub(crate) fn shorten_value(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
