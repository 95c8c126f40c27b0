//! The words of descriptions: what they state of a parameter or a field, and what looks as if it did.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Pattern;

/// The statements that descriptions make of their values. The text that they are sought in is in
/// lower case, and values in it stand in “quotes”.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Descriptions {
    /// The value may be left out.
    pub optional: Vec<Pattern>,
    /// The value must be given.
    pub required: Vec<Pattern>,
    /// Prose that looks like a statement: the opening “Deprecated.”
    pub prose: Vec<Pattern>,
    /// Facts, of each kind the first that fits. Groups, `min`, `max` and `value`, hold the numbers or
    /// the text.
    pub facts: Vec<RulesOf<FactKind>>,
    /// The kind of value: one that only fits some types.
    pub values: Vec<RulesOf<ValueKind>>,
    /// Words that look like a statement and may be one that no other rule knows.
    pub lookalikes: Vec<RulesOf<Lookalike>>,
    /// Phrases that are read, for advice.
    pub advice: BTreeMap<Lookalike, String>,
}

/// Patterns of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RulesOf<K> {
    /// The kind.
    pub is: K,
    /// The patterns.
    pub patterns: Vec<Pattern>,
}

/// The kinds of fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FactKind {
    /// `length`: bounds in characters.
    Length,
    /// `bytes`: bounds in bytes.
    Bytes,
    /// `items`: bounds of a list's length.
    Items,
    /// `range`: bounds of a number.
    Range,
    /// Bounds without a unit: of a number where the type is one, of a list where it is one.
    Bounds,
    /// `default`.
    Default,
    /// `const`.
    Const,
    /// `enum`: a list of values, each perhaps with an explanation. Group `first` starts it.
    Enum,
    /// `enum`: a list of values with nothing but separators between them.
    EnumList,
    /// `format: unix-time`.
    UnixTime,
    /// `attach`.
    Attach,
    /// `required_if`; a group holds the names of others that must be `absent`, `present`, true
    /// (`yes`) or false (`no`).
    RequiredIf,
}

/// The kinds of value that a description can speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ValueKind {
    /// A flag: “pass True”.
    Flag,
    /// A text: “1-64 characters”.
    Text,
    /// A list: “a JSON-serialized list”.
    List,
    /// A number: “in seconds”, “Unix time”.
    Number,
}

/// The kinds of words that look like a statement.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Lookalike {
    /// Two numbers with a dash between: groups `min` and `max`.
    Bounds,
    /// Two numbers with a word between.
    Pair,
    /// A number after a word for more or less.
    Limit,
    /// A number with a unit that lengths have.
    Length,
    /// Several values.
    Values,
    /// Several numbers.
    Numbers,
    /// A value after a list, joined to it by a word that joins nothing.
    MoreValues,
    /// One value.
    Constant,
    /// A default.
    Default,
    /// A moment.
    Moment,
    /// A word that stands where “Optional.” stands.
    Opening,
    /// A type in the place of another.
    Alternative,
}

impl Lookalike {
    /// Its name, for findings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bounds | Self::Pair => "bounds",
            Self::Limit => "a limit",
            Self::Length => "a length",
            Self::Values | Self::Numbers => "a list of values",
            Self::MoreValues => "another value of the list",
            Self::Constant => "a constant",
            Self::Default => "a default",
            Self::Moment => "a moment in Unix time",
            Self::Opening => "a word for optional",
            Self::Alternative => "a type that can be used instead",
        }
    }

    /// Checks whether it is a list of which nothing was read.
    pub fn is_list(self) -> bool {
        matches!(self, Self::Values | Self::Numbers)
    }
}
