//! Values with a text form of their own: a mistake in one is at its own place, not at that of the
//! map around it.

use std::fmt;

use serde::de::{Deserializer, Error, Visitor};

/// Reads a text by a function that says what is wrong with it.
pub(crate) fn parse_text<'de, D, T>(
    from: D,
    parse: impl FnOnce(&str) -> Result<T, String>,
) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
{
    from.deserialize_str(Parse(parse))
}

struct Parse<F>(F);

impl<T, F: FnOnce(&str) -> Result<T, String>> Visitor<'_> for Parse<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.0)(text).map_err(E::custom)
    }
}
