//! `reads:` of `api.yaml`: how a page is read, as data.

mod dialect;
mod pattern;

pub use dialect::{
    AlternativeWords, Column, Descriptions, DialectWords, FactKind, Lookalike, Part, ReturnWords,
    RulesOf, TypeWords, ValueKind,
};
pub use pattern::Pattern;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a page is read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Reads {
    /// What a parameter or field is whose table has no column for it and whose description does not
    /// say: `required` or `optional`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub without_required_column: Option<Presence>,
    /// Words of the page, beside those of the dialects that are built in. With the `language` of one
    /// of these they are added to that one; with any other they are a dialect of their own; with
    /// none they are added to each.
    pub dialect: DialectWords,
}

/// Whether a value must be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Presence {
    /// It must be.
    Required,
    /// It may be left out.
    Optional,
}
