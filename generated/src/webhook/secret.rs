//! A webhook's secret: compared in a time that tells nothing of it, shown nowhere.

use std::fmt;
use std::hint::black_box;
use std::sync::Arc;

/// How long a secret may be.
const LONGEST: usize = 256;

/// A secret that keeps the rules. It is never empty.
#[derive(Clone)]
pub(super) struct Secret(Arc<str>);

/// Why a text can't be a webhook's secret. The text itself is not shown.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidSecret {
    /// It has none, or more than 256 characters.
    Length(usize),
    /// A character is not one of `A-Z`, `a-z`, `0-9`, `_` and `-`: this one, counted from 1.
    Character(usize),
}

impl Secret {
    pub(super) fn new(text: String) -> Result<Self, InvalidSecret> {
        let is_allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
        let length = text.chars().count();
        if !(1..=LONGEST).contains(&length) {
            return Err(InvalidSecret::Length(length));
        }
        match text.chars().position(|c| !is_allowed(c)) {
            Some(at) => Err(InvalidSecret::Character(at + 1)),
            None => Ok(Self(text.into())),
        }
    }

    /// Whether another text is the same.
    ///
    /// All bytes of that text are compared, whichever differ, so that the time depends on its own
    /// length alone. `black_box` keeps the compiler from leaving the loop early.
    pub(super) fn is(&self, other: &str) -> bool {
        let own = self.0.bytes().cycle();
        let pairs = own.zip(other.bytes());
        let differing = pairs.fold(0, |sum, (a, b)| black_box(sum | (a ^ b)));
        black_box(differing) == 0 && self.0.len() == other.len()
    }
}

impl fmt::Display for InvalidSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length(length) => write!(
                f,
                "the secret has {length} characters, 1 to {LONGEST} are allowed"
            ),
            Self::Character(at) => write!(
                f,
                "character {at} of the secret is none of `A-Z`, `a-z`, `0-9`, `_` and `-`"
            ),
        }
    }
}

impl std::error::Error for InvalidSecret {}
