//! Reading JSON with what servers get away with: a whole number written `90.0`, a `null` or nothing
//! where there is an obvious value for that.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};

use crate::unknown::raw::Raw;
use crate::upload::input_file::InputFile;

/// How much room to make for a list before its items are there.
const ROOM: usize = 4096;

/// A value that can be read, and what stands for it where it is not there.
///
/// Nothing here borrows from the JSON, so that a value may be read from a part that was set aside.
pub(crate) trait Read: Sized {
    /// Reads it.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;

    /// Reads it to behind a pointer. What is large is put there before it has moved far.
    fn read_boxed<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Box<Self>, D::Error> {
        Self::read(deserializer).map(Box::new)
    }
}

/// A value that there is an obvious one for where it is missing.
pub(crate) trait Absent: Read {
    /// That value.
    fn absent() -> Self;
}

/// Lets serde's own access to lists and objects read a value.
pub(crate) struct Seed<T>(PhantomData<T>);

impl<T> Seed<T> {
    pub(crate) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: Read> DeserializeSeed<'de> for Seed<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::read(deserializer)
    }
}

impl Read for i64 {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_i64(Whole)
    }
}

impl Absent for i64 {
    fn absent() -> Self {
        0
    }
}

/// Reads a whole number, however it is written.
struct Whole;

impl Visitor<'_> for Whole {
    type Value = i64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<i64, E> {
        Ok(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<i64, E> {
        let whole = i64::try_from(value);
        whole.map_err(|_| E::custom(format_args!("the number {value} is too large")))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<i64, E> {
        // Every whole number below 2^53 is a float, and the float is exactly it.
        match value.fract() == 0.0 && value.abs() < 9_007_199_254_740_992.0 {
            true => Ok(value as i64),
            false => Err(E::custom(format_args!("{value} is no whole number"))),
        }
    }
}

/// Reads a type as serde does, with its default value where it is not there.
macro_rules! plain {
    ($($name:ty),*) => {$(
        impl Read for $name {
            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                serde::Deserialize::deserialize(deserializer)
            }
        }

        impl Absent for $name {
            fn absent() -> Self {
                Self::default()
            }
        }
    )*};
}

plain!(bool, f64, String);

impl Read for InputFile {
    fn read<'de, D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        Err(D::Error::custom("a file to upload can't be read from JSON"))
    }
}

impl Read for Raw {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde::Deserialize::deserialize(deserializer)
    }
}

impl<T: Read> Read for Box<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::read_boxed(deserializer)
    }
}

impl<T: Read> Read for Option<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_option(Maybe(PhantomData))
    }
}

struct Maybe<T>(PhantomData<T>);

impl<'de, T: Read> Visitor<'de> for Maybe<T> {
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
        T::read(deserializer).map(Some)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Items(PhantomData))
    }
}

impl<T: Read> Absent for Vec<T> {
    fn absent() -> Self {
        Self::new()
    }
}

struct Items<T>(PhantomData<T>);

impl<'de, T: Read> Visitor<'de> for Items<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
        let room = ROOM / size_of::<T>().max(1);
        let mut items = Vec::with_capacity(list.size_hint().unwrap_or(0).min(room));
        while let Some(item) = list.next_element_seed(Seed::new())? {
            items.push(item);
        }
        Ok(items)
    }
}
