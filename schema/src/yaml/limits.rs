//! Limits: refuses a YAML text that asks for more work or memory than its size justifies.
//!
//! The library's own limits, on depth and on the number of aliases, come too late or don't hold:
//!
//! - `{a: {a: {a: …`: its scanner looks at every open bracket for each word inside, and counts the
//!   depth only when all is scanned. For 300,000 brackets that takes hours.
//! - `a: &a [x, x, …]`, `b: [*a, *a, …]`: each alias may be short of the limit and copy a list of any
//!   length. Twenty thousand of each, 140 KB of text, ask for 30 GB.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess};
use serde::de::{SeqAccess, VariantAccess, Visitor};

/// The largest text that is read, in bytes: more than a hundred times the longest in use.
const LARGEST: usize = 32 << 20;

/// The most looks at open brackets that a text may ask for: some seconds of them.
const LOOKS: usize = 4_000_000_000;

/// The reason that a text can't be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Refused {
    pub(super) message: &'static str,
    /// The byte at which it is too much.
    pub(super) at: usize,
}

/// Checks the size of a text and the number of its brackets, before it is parsed.
pub(super) fn check_text(text: &str) -> Result<(), Refused> {
    if text.len() > LARGEST {
        let message = "more than 32 MiB: no file of an API is that large";
        return Err(Refused { message, at: 0 });
    }
    // In the worst case every byte is a word inside every bracket.
    let most = LOOKS / text.len().max(1);
    match opening_brackets(text).nth(most) {
        Some(at) => {
            let message = "more opening brackets than a text of this size can have";
            Err(Refused { message, at })
        }
        None => Ok(()),
    }
}

/// The brackets that may open a list or a map. Those within a word, `Array[`, open nothing.
fn opening_brackets(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let brackets = text.match_indices(['[', '{']).map(|(at, _)| at);
    brackets.filter(|&at| {
        let before = at.checked_sub(1).map_or(b' ', |before| bytes[before]);
        let is_empty = matches!(bytes.get(at + 1), Some(b']' | b'}'));
        (before.is_ascii_whitespace() || b"[{,:".contains(&before)) && !is_empty
    })
}

/// Checks that a text's aliases stand for no more than a text of its size can say without them.
pub(super) fn check_aliases(text: &str) -> Result<(), serde_yaml::Error> {
    // Nearly no text has any, and then it need not be read twice.
    if !(text.contains('&') && text.contains('*')) {
        return Ok(());
    }
    // Every value takes a byte, and no escape stands for more than twice its own length.
    let mut left = 3 * text.len() + 1;
    Budget(&mut left).deserialize(serde_yaml::Deserializer::from_str(text))
}

/// Reads any value, and spends a byte for it and for each byte of its text.
struct Budget<'a>(&'a mut usize);

impl Budget<'_> {
    fn spend<E: Error>(self, bytes: usize) -> Result<(), E> {
        let left = self.0.checked_sub(bytes + 1);
        *self.0 = left.ok_or_else(|| E::custom("its aliases stand for more than there is"))?;
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Budget<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

/// Visits scalars that have no text.
macro_rules! visit_scalars {
    ($($visit:ident $value:ty),+) => {
        $(fn $visit<E: Error>(self, _: $value) -> Result<(), E> {
            self.spend(0)
        })+
    };
}

impl<'de> Visitor<'de> for Budget<'_> {
    type Value = ();

    visit_scalars! {
        visit_bool bool, visit_f64 f64,
        visit_i64 i64, visit_u64 u64, visit_i128 i128, visit_u128 u128
    }

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.spend(0)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.spend(text.len())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        Budget(self.0).spend(0)?;
        while items.next_element_seed(Budget(self.0))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<(), A::Error> {
        Budget(self.0).spend(0)?;
        while pairs.next_key_seed(Budget(self.0))?.is_some() {
            pairs.next_value_seed(Budget(self.0))?;
        }
        Ok(())
    }

    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<(), A::Error> {
        let (_, value) = tagged.variant::<IgnoredAny>()?;
        value.newtype_variant_seed(self)
    }
}
