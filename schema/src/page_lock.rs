//! `page.lock`: what `codegen` records of an API's page, as Cargo.lock does of dependencies.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::path::ItemPath;
use crate::schema::Field;

/// The record of the page that a schema was read from. No hand edits it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PageLock {
    /// The version that the page states.
    pub version: Option<String>,
    /// The day on which this page was first read, `2026-11-22`.
    pub date: Option<String>,
    /// The SHA-256 of the page's bytes, in hexadecimal.
    pub sha256: Option<String>,
    /// Parameters and fields that an earlier version of the page required, in the order in which
    /// it ceased to: constructors still take them, so that code which was written for that version
    /// goes on compiling.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub was_required: Vec<BecameOptional>,
    /// Parameters and fields that the version before had and this one has not, by their owner:
    /// their setters stay for this version, deprecated and without effect.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub removed: BTreeMap<String, Vec<Field>>,
}

/// The members of one owner that one version ceased to require. The text form of one is its path;
/// that of several is their list: `[sendNote.text, sendNote.ink]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Form", into = "Form")]
pub struct BecameOptional(pub Vec<ItemPath>);

#[derive(Serialize, Deserialize)]
#[serde(untagged, expecting = "expected `owner.name`, or a list of such paths")]
enum Form {
    One(ItemPath),
    Several(Vec<ItemPath>),
}

impl From<Form> for BecameOptional {
    fn from(form: Form) -> Self {
        match form {
            Form::One(at) => Self(vec![at]),
            Form::Several(all) => Self(all),
        }
    }
}

impl From<BecameOptional> for Form {
    fn from(BecameOptional(mut all): BecameOptional) -> Self {
        match all.len() {
            1 => Self::One(all.remove(0)),
            _ => Self::Several(all),
        }
    }
}
