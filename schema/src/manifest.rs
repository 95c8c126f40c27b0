//! `api.yaml`: the manifest of one API, by hand but for what `codegen` records of the page.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::diagnostic::Level;
use crate::path::ItemPath;
use crate::ty::Type;
use crate::yaml::unique_keys;

/// The manifest of one API.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// What the API is called in prose, `SafeW Bot API`.
    pub title: String,
    /// Where requests go: `https://api.safew.org`, without the token and the method.
    pub base_url: String,
    /// The page that the schema was read from.
    #[serde(default)]
    pub page: PageRecord,
    /// The API whose types stand in for those that the page names and does not define.
    #[serde(default)]
    pub extends: Option<String>,
    /// True if the page's own prose is kept or left out.
    #[serde(default)]
    pub prose: Prose,
    /// Rust names for unions that have none: `Integer | String: ChatId`.
    #[serde(default, deserialize_with = "unique_keys")]
    pub names: BTreeMap<Type, String>,
    /// Parameters and fields that an earlier version of the page required, in the order in which
    /// it ceased to: constructors still take them, so that code which was written for that version
    /// goes on compiling. `codegen` adds to it when a page changes; see [`crate::history`].
    #[serde(default)]
    pub was_required: Vec<ItemPath>,
    /// How grave the findings of some lints are for this API, where not as usual.
    #[serde(default)]
    pub lints: Vec<LintLevel>,
}

/// How grave the findings of one lint are, and why not as usual.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LintLevel {
    /// The lint.
    pub code: String,
    /// What its findings are about, `owner` or `owner.name`; all of them where there is nothing.
    #[serde(default)]
    pub at: Option<ItemPath>,
    /// How grave they are.
    pub level: Strictness,
    /// Why.
    pub reason: String,
}

/// What becomes of the findings of a lint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Strictness {
    /// They are not shown.
    Allow,
    /// They are notes.
    Info,
    /// They are warnings.
    Warn,
    /// They are errors: nothing is generated.
    Error,
}

impl From<Level> for Strictness {
    fn from(level: Level) -> Self {
        match level {
            Level::Error => Self::Error,
            Level::Warn => Self::Warn,
            Level::Info => Self::Info,
        }
    }
}

/// What is recorded of a page that is not itself in the repository.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageRecord {
    /// Where the page can be read; doc comments link to it.
    #[serde(default)]
    pub url: Option<String>,
    /// The version that the page states.
    #[serde(default)]
    pub version: Option<String>,
    /// The day on which this page was first read, `2026-11-22`.
    #[serde(default)]
    pub date: Option<String>,
    /// The SHA-256 of the page's bytes, in hexadecimal.
    #[serde(default)]
    pub sha256: Option<String>,
}

/// What becomes of the page's own prose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Prose {
    /// Left out: doc comments come from `words.yaml`.
    #[default]
    Omit,
    /// Kept in `schema.yaml` and in doc comments. Only for who may republish the page.
    Keep,
}
