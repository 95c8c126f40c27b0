//! The secret of a webhook. It is compared in constant time, and never shown.

use std::fmt;
use std::hint::black_box;
use std::sync::Arc;

/// The maximum length of a secret, in characters.
const MAX_LENGTH: usize = 256;

/// A valid secret. It is never empty.
#[derive(Clone)]
pub(super) struct Secret(Arc<str>);

/// The reason why a text can't be the secret of a webhook. It does not show the text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidSecret {
    /// The text has this number of characters: none, or more than 256.
    Length(usize),
    /// The character at this position, counted from 1, is not one of `A-Z`, `a-z`, `0-9`, `_` and
    /// `-`.
    Character(usize),
}

impl Secret {
    pub(super) fn new(text: String) -> Result<Self, InvalidSecret> {
        let length = text.chars().count();
        if !(1..=MAX_LENGTH).contains(&length) {
            return Err(InvalidSecret::Length(length));
        }
        match text.chars().position(|c| !is_allowed(c)) {
            Some(index) => Err(InvalidSecret::Character(index + 1)),
            None => Ok(Self(text.into())),
        }
    }

    /// Returns true if another text is the same.
    ///
    /// All bytes of that text are compared, even after a difference, so that the time depends only
    /// on the length of that text. `black_box` keeps the compiler from ending the loop early.
    pub(super) fn matches(&self, other: &str) -> bool {
        let own = self.0.bytes().cycle();
        let pairs = own.zip(other.bytes());
        let differing = pairs.fold(0, |sum, (a, b)| black_box(sum | (a ^ b)));
        black_box(differing) == 0 && self.0.len() == other.len()
    }
}

fn is_allowed(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-')
}

impl fmt::Display for InvalidSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length(length) => write!(
                f,
                "the secret has {length} characters, 1 to {MAX_LENGTH} are allowed"
            ),
            Self::Character(position) => write!(
                f,
                "character {position} of the secret is none of `A-Z`, `a-z`, `0-9`, `_` and `-`"
            ),
        }
    }
}

impl std::error::Error for InvalidSecret {}
