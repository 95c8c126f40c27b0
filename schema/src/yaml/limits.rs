//! Bounds: a YAML text in, whether it can be read with work and memory that its size justifies.
//!
//! The parser looks at every open bracket for each word inside it, and an alias stands for
//! however much its anchor holds: both let a small text ask for more than any machine has.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// The largest text that is read, in bytes: sixty times that of the longest known.
const LARGEST: usize = 32 << 20;

/// The most looks at open brackets that a text may ask for: some seconds of them.
const LOOKS: usize = 4_000_000_000;

/// Why a text can't be read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Refused {
    pub(crate) message: &'static str,
    /// The byte at which it is too much.
    pub(crate) at: usize,
}

/// Checks a text before it is parsed.
pub(crate) fn check(text: &str) -> Result<(), Refused> {
    if text.len() > LARGEST {
        let message = "more than 32 MiB: no file of an API is that large";
        return Err(Refused { message, at: 0 });
    }
    let most = LOOKS / text.len().max(1);
    match opening(text).nth(most) {
        Some(at) => {
            let message = "more opening brackets than a text of this size can have";
            Err(Refused { message, at })
        }
        None => Ok(()),
    }
}

/// The brackets that may open a list or a map: others end no word, and open nothing.
fn opening(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let brackets = bytes.iter().enumerate();
    let brackets = brackets.filter(|(_, byte)| matches!(byte, b'[' | b'{'));
    let before = |at: usize| at.checked_sub(1).map(|before| bytes[before]);
    let starts = move |at: usize| match before(at) {
        Some(before) => before.is_ascii_whitespace() || b"[{,:".contains(&before),
        None => true,
    };
    let empty = |at: usize| matches!(bytes.get(at + 1), Some(b']' | b'}'));
    let opening = brackets.filter(move |&(at, _)| starts(at) && !empty(at));
    opening.map(|(at, _)| at)
}

/// Whether a text can have aliases at all: nearly none has, and need not be read twice.
pub(crate) fn may_repeat(text: &str) -> bool {
    text.contains('&') && text.contains('*')
}

/// Reads everything there is, and fails where it is more than its text can say without aliases.
pub(crate) fn spend<'de, D: Deserializer<'de>>(text: &str, from: D) -> Result<(), D::Error> {
    // Every value takes a byte, and no escape stands for more than twice its own length.
    let mut left = 3 * text.len() + 1;
    Walk(&mut left).deserialize(from)
}

/// What is left to spend.
struct Walk<'a>(&'a mut usize);

impl Walk<'_> {
    fn deserialize<'de, D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }

    fn take<E: Error>(&mut self, bytes: usize) -> Result<(), E> {
        let left = self.0.checked_sub(bytes + 1);
        *self.0 = left.ok_or_else(|| E::custom("its aliases stand for more than there is"))?;
        Ok(())
    }
}

impl<'de> serde::de::DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_bool<E: Error>(mut self, _: bool) -> Result<(), E> {
        self.take(0)
    }

    fn visit_i64<E: Error>(mut self, _: i64) -> Result<(), E> {
        self.take(0)
    }

    fn visit_u64<E: Error>(mut self, _: u64) -> Result<(), E> {
        self.take(0)
    }

    fn visit_i128<E: Error>(mut self, _: i128) -> Result<(), E> {
        self.take(0)
    }

    fn visit_u128<E: Error>(mut self, _: u128) -> Result<(), E> {
        self.take(0)
    }

    fn visit_f64<E: Error>(mut self, _: f64) -> Result<(), E> {
        self.take(0)
    }

    fn visit_unit<E: Error>(mut self) -> Result<(), E> {
        self.take(0)
    }

    fn visit_none<E: Error>(mut self) -> Result<(), E> {
        self.take(0)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_any(self)
    }

    fn visit_str<E: Error>(mut self, text: &str) -> Result<(), E> {
        self.take(text.len())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        self.take(0)?;
        while items.next_element_seed(Walk(self.0))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut pairs: A) -> Result<(), A::Error> {
        self.take(0)?;
        while pairs.next_key_seed(Walk(self.0))?.is_some() {
            pairs.next_value_seed(Walk(self.0))?;
        }
        Ok(())
    }

    fn visit_enum<A: serde::de::EnumAccess<'de>>(self, tagged: A) -> Result<(), A::Error> {
        use serde::de::VariantAccess;
        let (_, value) = tagged.variant::<serde::de::IgnoredAny>()?;
        value.newtype_variant_seed(self)
    }
}

/// A map as YAML has it: a key that stands there twice is an error, not the last of the two.
pub(crate) fn once<'de, K, V, D>(from: D) -> Result<std::collections::BTreeMap<K, V>, D::Error>
where
    K: Deserialize<'de> + Ord + fmt::Display,
    V: Deserialize<'de>,
    D: Deserializer<'de>,
{
    struct Once<K, V>(std::marker::PhantomData<(K, V)>);
    impl<'de, K: Deserialize<'de> + Ord + fmt::Display, V: Deserialize<'de>> Visitor<'de>
        for Once<K, V>
    {
        type Value = std::collections::BTreeMap<K, V>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a map")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<Self::Value, A::Error> {
            let mut all = Self::Value::new();
            while let Some(key) = pairs.next_key::<K>()? {
                if all.contains_key(&key) {
                    return Err(A::Error::custom(format_args!("`{key}` is there twice")));
                }
                all.insert(key, pairs.next_value()?);
            }
            Ok(all)
        }
    }
    from.deserialize_map(Once(std::marker::PhantomData))
}
