//! Type expressions: one parser and one printer, which round-trip.
//!
//! In `schema.yaml` a type is a string, `Array<Integer | String>`. In Rust it is a [`Type`].

mod parse;

use std::collections::HashSet;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use parse::{ParseTypeError, is_identifier, is_method_name};

/// The type of a parameter, a field or a return value.
///
/// ```
/// use schema::ty::Type;
///
/// let ty: Type = "Array<Integer | String>".parse()?;
/// assert_eq!(ty.to_string(), "Array<Integer | String>");
/// # Ok::<(), schema::ty::ParseTypeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Type {
    /// A whole number; 64 bits hold every one that a platform sends.
    Integer,
    /// A number with a fraction.
    Float,
    /// A string.
    String,
    /// `true` or `false`.
    Boolean,
    /// Always `true`; where it is optional, absence stands for `false`.
    True,
    /// The contents of a file, uploaded with the request.
    InputFile,
    /// A type by its name, which the page, the API it extends, or nobody defines.
    Named(String),
    /// A list.
    Array(Box<Type>),
    /// One of several types, in the page's order. Never nested, never fewer than two.
    Union(Vec<Type>),
}

impl Type {
    /// The type that a name stands for: one of the six built in, or a name of the page's.
    pub fn named(name: &str) -> Self {
        match name {
            "Integer" => Self::Integer,
            "Float" => Self::Float,
            "String" => Self::String,
            "Boolean" => Self::Boolean,
            "True" => Self::True,
            "InputFile" => Self::InputFile,
            other => Self::Named(other.to_owned()),
        }
    }

    /// A list of `item`.
    pub fn array(item: Self) -> Self {
        Self::Array(Box::new(item))
    }

    /// The union of `members`: flat, without repetition; the member itself where there is one.
    ///
    /// Returns `None` for no members at all.
    pub fn union(members: impl IntoIterator<Item = Self>) -> Option<Self> {
        let (mut flat, mut seen) = (Vec::new(), HashSet::new());
        for member in members {
            let parts = match member {
                Self::Union(parts) => parts,
                one => vec![one],
            };
            for part in parts {
                if seen.insert(part.clone()) {
                    flat.push(part);
                }
            }
        }
        if flat.len() > 1 {
            return Some(Self::Union(flat));
        }
        flat.pop()
    }

    /// The members of a union, or the type itself.
    pub fn members(&self) -> &[Self] {
        match self {
            Self::Union(members) => members,
            one => std::slice::from_ref(one),
        }
    }

    /// Checks whether every value of `self` is also one of `other`.
    ///
    /// `True` is a `Boolean`, an `Integer` is a `Float`, and a member is a part of its union.
    pub fn is_subset_of(&self, other: &Self) -> bool {
        self.members().iter().all(|mine| {
            other.members().iter().any(|theirs| match (mine, theirs) {
                (Self::True, Self::Boolean) | (Self::Integer, Self::Float) => true,
                (Self::Array(a), Self::Array(b)) => a.is_subset_of(b),
                (a, b) => a == b,
            })
        })
    }

    /// Every name in the expression that is not built in, in order, with repetitions.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::Named(name) => vec![name],
            Self::Array(item) => item.names(),
            Self::Union(members) => members.iter().flat_map(Self::names).collect(),
            _ => Vec::new(),
        }
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer => f.write_str("Integer"),
            Self::Float => f.write_str("Float"),
            Self::String => f.write_str("String"),
            Self::Boolean => f.write_str("Boolean"),
            Self::True => f.write_str("True"),
            Self::InputFile => f.write_str("InputFile"),
            Self::Named(name) => f.write_str(name),
            Self::Array(item) => write!(f, "Array<{item}>"),
            Self::Union(members) => {
                for (i, member) in members.iter().enumerate() {
                    let separator = if i == 0 { "" } else { " | " };
                    write!(f, "{separator}{member}")?;
                }
                Ok(())
            }
        }
    }
}

impl Serialize for Type {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Type {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|error| {
            serde::de::Error::custom(format_args!("`{}`: {error}", text.escape_debug()))
        })
    }
}

impl schemars::JsonSchema for Type {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Type".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A type expression: a name, `Array<T>`, or a union `A | B`.",
            "pattern": "^[A-Za-z0-9_<>| ]+$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_trips() {
        for text in [
            "Integer",
            "Array<Array<PhotoSize>>",
            "Array<InputMediaPhoto | InputMediaVideo>",
            "String | Array<RichText>",
        ] {
            assert_eq!(text.parse::<Type>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn a_part_of_a_union_is_its_subset() {
        let part: Type = "InlineKeyboardMarkup".parse().unwrap();
        let whole: Type = "InlineKeyboardMarkup | ForceReply".parse().unwrap();
        assert!(part.is_subset_of(&whole));
        assert!(!whole.is_subset_of(&part));
    }
}
