//! Reading of JSON that accepts what servers send beside the reference: an integer written
//! `90.0`, or a `null` or nothing in place of a value that has an obvious default.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, SeqAccess, Unexpected, Visitor};

use crate::unknown::raw::Raw;
use crate::upload::input_file::InputFile;

/// The most bytes to allocate for the items of a list before they are read. A list may state a
/// wrong length, so that memory for it must not be allocated at once.
const MAX_PREALLOCATED_BYTES: usize = 4096;

/// The integers below this, 2^53, are the ones that an `f64` represents exactly.
const EXACT_INTEGERS: f64 = 9_007_199_254_740_992.0;

/// A value that can be read from JSON.
///
/// Unlike serde's `Deserialize` it never borrows from the JSON, so that a value can also be read
/// from a part that was buffered.
pub(crate) trait FromJson: Sized {
    /// Reads the value.
    fn from_json<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;

    /// Reads the value into a box. Large structures are built close to the allocation, to copy
    /// them less.
    fn from_json_boxed<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Box<Self>, D::Error> {
        Self::from_json(deserializer).map(Box::new)
    }
}

/// A value with an obvious default, for required fields that a server leaves out.
pub(crate) trait DefaultIfMissing: FromJson {
    /// Returns that default: an empty string or list, zero or false, or an object of flags that are
    /// all false.
    fn default_if_missing() -> Self;
}

/// Reads a value where serde asks for a seed: in its access to lists and objects.
pub(crate) struct FromJsonSeed<T>(PhantomData<T>);

impl<T> FromJsonSeed<T> {
    pub(crate) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: FromJson> DeserializeSeed<'de> for FromJsonSeed<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::from_json(deserializer)
    }
}

impl FromJson for i64 {
    fn from_json<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_i64(IntegerVisitor)
    }
}

impl DefaultIfMissing for i64 {
    fn default_if_missing() -> Self {
        0
    }
}

/// Converts a float to the integer that it is; `None` if it has a fraction or is not exact.
pub(crate) fn exact_integer(number: f64) -> Option<i64> {
    (number.fract() == 0.0 && number.abs() < EXACT_INTEGERS).then_some(number as i64)
}

/// Reads an integer, also one that is written as a float.
struct IntegerVisitor;

impl Visitor<'_> for IntegerVisitor {
    type Value = i64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an integer")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<i64, E> {
        Ok(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<i64, E> {
        i64::try_from(value).map_err(|_| E::invalid_value(Unexpected::Unsigned(value), &self))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<i64, E> {
        exact_integer(value).ok_or_else(|| E::invalid_value(Unexpected::Float(value), &self))
    }
}

/// Reads types as serde does, and takes their `Default` where they are missing.
macro_rules! from_json_by_serde {
    ($($name:ty),*) => {$(
        impl FromJson for $name {
            fn from_json<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                serde::Deserialize::deserialize(deserializer)
            }
        }

        impl DefaultIfMissing for $name {
            fn default_if_missing() -> Self {
                Self::default()
            }
        }
    )*};
}

from_json_by_serde!(bool, f64, String);

impl FromJson for InputFile {
    fn from_json<'de, D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        Err(D::Error::custom("a file to upload can't be read from JSON"))
    }
}

impl FromJson for Raw {
    fn from_json<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde::Deserialize::deserialize(deserializer)
    }
}

impl<T: FromJson> FromJson for Box<T> {
    fn from_json<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::from_json_boxed(deserializer)
    }
}

impl<T: DefaultIfMissing> DefaultIfMissing for Box<T> {
    fn default_if_missing() -> Self {
        Self::new(T::default_if_missing())
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_option(OptionVisitor(PhantomData))
    }
}

struct OptionVisitor<T>(PhantomData<T>);

impl<'de, T: FromJson> Visitor<'de> for OptionVisitor<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_unit<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_none<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        T::from_json(deserializer).map(Some)
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ListVisitor(PhantomData))
    }
}

impl<T: FromJson> DefaultIfMissing for Vec<T> {
    fn default_if_missing() -> Self {
        Self::new()
    }
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: FromJson> Visitor<'de> for ListVisitor<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
        let max_items = MAX_PREALLOCATED_BYTES / size_of::<T>().max(1);
        let mut items = Vec::with_capacity(list.size_hint().unwrap_or(0).min(max_items));
        while let Some(item) = list.next_element_seed(FromJsonSeed::new())? {
            items.push(item);
        }
        Ok(items)
    }
}
