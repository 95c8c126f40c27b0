//! `reads:` of `api.yaml`: how a page is read, as data.

mod descriptions;
mod dialect;
mod pattern;

pub use descriptions::{Descriptions, FactKind, Lookalike, RulesOf, ValueKind};
pub use dialect::{AlternativeWords, Column, DialectWords, Marks, Part, ReturnWords, TypeWords};
pub use pattern::Pattern;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ty::Type;

/// The way in which a page is read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Reads {
    /// The form in which the page names its methods.
    pub methods: MethodLayout,
    /// Headings that are left out, with all that stands below them.
    pub leave_out: Pattern,
    /// The presence of a parameter or field whose table has no column for it and whose description
    /// does not say: `required` or `optional`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub without_required_column: Option<Presence>,
    /// The type of parameters and fields whose table has no column for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub without_type_column: Option<Type>,
    /// True if names with dots and brackets, `from.id`, are sent as they stand. Elsewhere such a name is
    /// the path to a part of another row, `from`.
    pub dotted_names: bool,
    /// Words of the page, beside those of the dialects that are built in. With the `language` of one
    /// of these they are added to that one; with any other they are a dialect of their own; with
    /// none they are added to each.
    pub dialect: DialectWords,
}

/// The form in which a page names its methods.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct MethodLayout {
    /// The place of the name.
    pub named_by: NamedBy,
    /// The beginning of addresses that is left off in names: `/api/v3/`.
    pub prefix: String,
    /// True if the verb is a part of the name, for pages on which one address has several:
    /// `GET /notes/{id}`.
    pub verb_in_name: bool,
}

/// The place of a method's name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum NamedBy {
    /// In the heading above it.
    #[default]
    Heading,
    /// In the address below its heading: a line `POST /notes/create`, alone or in code, lines that
    /// say `Endpoint: /notes/create`, or a table of address and verb. A name in code may stand there too,
    /// or at the end of the heading.
    Address,
}

/// The presence of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Presence {
    /// It must be.
    Required,
    /// It may be left out.
    Optional,
}
