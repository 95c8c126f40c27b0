//! Errors of [`Request::validate`](crate::Request::validate): which parameter breaks which limit,
//! and with which value.

use std::fmt;

/// The reason why [`Request::validate`](crate::Request::validate) refuses a request.
///
/// ```text
/// sendMessage: text has 5000 characters, at most 4096 are allowed
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ValidationError {
    /// The method's name.
    pub method: &'static str,
    /// The parameter, or the path of the value inside it:
    /// `reply_markup.inline_keyboard[0][1].callback_data`.
    pub path: String,
    /// The problem with the value.
    pub problem: Problem,
}

/// A problem with a value.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Problem {
    /// The value has too few or too many characters, bytes or items.
    Size {
        /// The number of them that the value has.
        found: usize,
        /// The unit that is counted.
        unit: Unit,
        /// The number of them that is allowed.
        limit: Limit,
    },
    /// The value is too small or too large a number.
    Number {
        /// The number.
        found: Number,
        /// The bound that the number breaks.
        limit: Limit,
    },
    /// The value is missing.
    Missing {
        /// The condition under which it is required, in the words of the reference.
        required_if: &'static str,
    },
}

/// A number that is refused.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Float(f64),
}

/// The unit of the size of a value.
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

/// An inclusive bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// The smallest allowed value.
    AtLeast(i64),
    /// The largest allowed value.
    AtMost(i64),
}

impl Unit {
    /// The word for the unit after the number `count`.
    fn word_for(self, count: usize) -> &'static str {
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

impl fmt::Display for ValidationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} {}", self.method, self.path, self.problem)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size { found, unit, limit } => {
                write!(f, "has {found} {}, {limit}", unit.word_for(*found))
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

impl std::error::Error for ValidationError {}
