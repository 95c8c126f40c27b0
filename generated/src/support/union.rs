//! Unions: what JSON a value is tells which member it is and, where several are objects, their tag.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::SeqAccessDeserializer;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::fields::Fields;
use super::object::Object;
use super::read::Read;

/// A value that is one of several types. A kind of JSON that no member is made of is refused.
pub(crate) trait Union: Object {
    /// The member that is a text.
    fn text(text: &str) -> Option<Self> {
        let _ = text;
        None
    }

    /// The member that is a whole number.
    fn whole(number: i64) -> Option<Self> {
        let _ = number;
        None
    }

    /// The member that is a number.
    fn number(number: f64) -> Option<Self> {
        let _ = number;
        None
    }

    /// The member that is a flag.
    fn flag(flag: bool) -> Option<Self> {
        let _ = flag;
        None
    }

    /// The member that is a list.
    fn list<'de, A: SeqAccess<'de>>(list: A) -> Result<Self, A::Error> {
        let _ = list;
        Err(none::<Self, _>("a list"))
    }
}

/// The error for a value that is none of a union's members.
pub(crate) fn none<T: Object, E: Error>(kind: impl fmt::Display) -> E {
    E::custom(format_args!("{kind} is no {}", T::NAME))
}

/// Reads the items of a list.
pub(crate) fn items<'de, T: Read, A: SeqAccess<'de>>(list: A) -> Result<Vec<T>, A::Error> {
    Vec::read(SeqAccessDeserializer::new(list))
}

/// Reads a value by its kind.
pub(crate) fn choose<'de, T: Union, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_any(Kinds(PhantomData))
}

struct Kinds<T>(PhantomData<T>);

impl<'de, T: Union> Visitor<'de> for Kinds<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::NAME)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        T::text(text).ok_or_else(|| none::<T, E>("a text"))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        // A number that is too large for a fraction loses its last digits, as it does elsewhere.
        let member = T::whole(number).or_else(|| T::number(number as f64));
        member.ok_or_else(|| none::<T, E>("a number"))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        match i64::try_from(number) {
            Ok(number) => self.visit_i64(number),
            Err(_) => self.visit_f64(number as f64),
        }
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<T, E> {
        let whole = || match number.fract() == 0.0 && number.abs() < 9_007_199_254_740_992.0 {
            true => T::whole(number as i64),
            false => None,
        };
        let member = T::number(number).or_else(whole);
        member.ok_or_else(|| none::<T, E>("a number"))
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<T, E> {
        T::flag(flag).ok_or_else(|| none::<T, E>("a flag"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<T, A::Error> {
        T::list(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<T, A::Error> {
        T::members(&mut Fields::new(members))
    }
}

/// What reads and writes a union, apart from how its members are told apart.
macro_rules! union {
    ($name:ident { $($variant:ident),* } $(true $truth:ident)?) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => value.serialize(serializer),)*
                    $(Self::$truth => serializer.serialize_bool(true),)?
                }
            }
        }

        impl crate::support::Write for $name {}
    };
    ($name:ident { $($variant:ident),* } $(true $truth:ident)? reads) => {
        crate::support::union!($name { $($variant),* } $(true $truth)?);

        impl crate::support::Read for $name {
            fn read<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::support::choose(deserializer)
            }

            crate::support::itself!();
        }

        crate::support::deserialize!($name);
    };
}

/// The conversions that make a value of a union, or of another type with variants.
macro_rules! from {
    ($name:ident { $($source:ty => $variant:ident),* }) => {$(
        impl From<$source> for $name {
            fn from(value: $source) -> Self {
                Self::$variant(value.into())
            }
        }
    )*};
}

pub(crate) use {from, union};
