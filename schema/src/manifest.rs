//! `api.yaml`: the manifest of one API, by hand.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::diagnostic::Level;
use crate::page_lock::{BecameOptional, PageLock};
use crate::path::ItemPath;
use crate::reads::Reads;
use crate::ty::Type;
use crate::union_names::UnionName;
use crate::yaml::unique_keys;

/// The manifest of one API.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The name of the API in prose, `SafeW Bot API`.
    pub title: String,
    /// The URL that requests go to: `https://api.safew.org`, without the token and the method.
    pub base_url: String,
    /// The page that the schema is read from.
    #[serde(default)]
    pub page: PageSource,
    /// The way in which the page is read.
    #[serde(default)]
    pub reads: Reads,
    /// The way in which its methods are called.
    #[serde(default)]
    pub call: Call,
    /// The API whose types stand in for those that the page names and does not define.
    #[serde(default)]
    pub extends: Option<String>,
    /// True if the page's own prose is kept or left out.
    #[serde(default)]
    pub prose: Prose,
    /// Rust names for unions that have none on the page and, where the names of the members tell
    /// too little, for their variants.
    ///
    /// ```yaml
    /// names:
    ///   Photo | Video: Attachment
    ///   Integer | String: {name: ChatId, variants: {Integer: Id, String: Username}}
    /// ```
    #[serde(default, deserialize_with = "unique_keys")]
    #[schemars(with = "BTreeMap<String, UnionName>")]
    pub names: BTreeMap<Type, UnionName>,
    /// Shorter names for the setters of parameters, beside their own.
    ///
    /// ```yaml
    /// setters:
    ///   answer_parameters: answer_to
    /// ```
    #[serde(default, deserialize_with = "unique_keys")]
    pub setters: BTreeMap<String, String>,
    /// Belongs into `page.lock`; accepted in manifests that were written before there was one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(skip)]
    was_required: Vec<BecameOptional>,
    /// Levels of lints for this API that differ from the usual ones.
    #[serde(default)]
    pub lints: Vec<LintLevel>,
}

/// A level for the findings of one lint, and the reason for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LintLevel {
    /// The lint.
    pub code: String,
    /// The item its findings are about, `owner` or `owner.name`; all items if absent.
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub at: Option<ItemPath>,
    /// The level.
    pub level: Strictness,
    /// Why.
    pub reason: String,
}

/// The level of a lint, or that its findings are not shown.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
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

/// The location of a page. Its other keys belong into `page.lock`; they are accepted in manifests
/// that were written before there was one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PageSource {
    /// The page's address; doc comments link to it.
    pub url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(skip)]
    version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(skip)]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(skip)]
    sha256: Option<String>,
}

impl Manifest {
    /// The keys that hold what belongs into `page.lock`.
    pub fn old_keys(&self) -> Vec<&'static str> {
        let page = &self.page;
        let keys = [
            ("page.version", page.version.is_some()),
            ("page.date", page.date.is_some()),
            ("page.sha256", page.sha256.is_some()),
            ("was_required", !self.was_required.is_empty()),
        ];
        let used = keys.into_iter().filter(|(_, is_used)| *is_used);
        used.map(|(key, _)| key).collect()
    }

    /// The records of a manifest that was written before there was a `page.lock`.
    pub fn old_record(&self) -> PageLock {
        PageLock {
            version: self.page.version.clone(),
            date: self.page.date.clone(),
            sha256: self.page.sha256.clone(),
            was_required: self.was_required.clone(),
            ..PageLock::default()
        }
    }
}

/// The treatment of the page's own prose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Prose {
    /// Left out: doc comments come from `words.yaml`.
    #[default]
    Omit,
    /// Kept in `schema.yaml` and in doc comments. Only for who may republish the page.
    Keep,
}
