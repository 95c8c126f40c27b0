//! `page.lock`: what `codegen` records of an API's page, as Cargo.lock does of dependencies.

use serde::{Deserialize, Serialize};

use crate::path::ItemPath;

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
    pub was_required: Vec<ItemPath>,
}
