//! What is wrong with a request before it is sent: which parameter breaks which limit, and by
//! what value.

use std::fmt;

/// Why [`Request::validate`](crate::Request::validate) refuses a request.
///
/// ```text
/// sendMessage: text has 5000 characters, at most 4096 are allowed
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Invalid {
    /// The method's name.
    pub method: &'static str,
    /// The parameter, or the place inside it:
    /// `reply_markup.inline_keyboard[0][1].callback_data`.
    pub path: String,
    /// What is wrong there.
    pub problem: Problem,
}

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Problem {
    /// It has too few or too many of something.
    Size {
        /// How many it has.
        found: usize,
        /// What is counted.
        unit: Unit,
        /// How many there may be.
        limit: Limit,
    },
    /// It is too small or too great a number.
    Number {
        /// The number.
        found: Number,
        /// What it may be.
        limit: Limit,
    },
    /// It is absent.
    Missing {
        /// When it is required, in the words of the reference.
        required_if: &'static str,
    },
}

/// A number, whole or not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Float(f64),
}

/// What the size of a value is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unit {
    /// Unicode code points of a text.
    Characters,
    /// Bytes of a text in UTF-8.
    Bytes,
    /// Items of a list.
    Items,
}

/// A bound that is still allowed itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// The least allowed.
    AtLeast(i64),
    /// The most allowed.
    AtMost(i64),
}

impl Unit {
    /// The unit after a number of it.
    fn of(self, count: usize) -> &'static str {
        match (self, count) {
            (Self::Characters, 1) => "character",
            (Self::Characters, _) => "characters",
            (Self::Bytes, 1) => "byte",
            (Self::Bytes, _) => "bytes",
            (Self::Items, 1) => "item",
            (Self::Items, _) => "items",
        }
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} {}", self.method, self.path, self.problem)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size { found, unit, limit } => {
                write!(f, "has {found} {}, {limit}", unit.of(*found))
            }
            Self::Number { found, limit } => write!(f, "is {found}, {limit}"),
            Self::Missing { required_if } => write!(f, "is missing, required if {required_if}"),
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(number) => number.fmt(f),
            Self::Float(number) => number.fmt(f),
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (bound, limit, verdict) = match self {
            Self::AtLeast(limit) => ("at least", limit, "required"),
            Self::AtMost(limit) => ("at most", limit, "allowed"),
        };
        let verb = if limit.abs() == 1 { "is" } else { "are" };
        write!(f, "{bound} {limit} {verb} {verdict}")
    }
}

impl std::error::Error for Invalid {}
