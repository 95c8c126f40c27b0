//! `words.yaml`: our own doc texts, by the address of what they describe.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::path::ItemPath;
use crate::yaml::unique_keys;

/// Doc texts by key: `owner`, `owner.name`, or `*.name` for a name wherever it occurs.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(transparent)]
pub struct DocTexts(#[serde(deserialize_with = "unique_keys")] pub BTreeMap<String, String>);

impl DocTexts {
    /// The text for an address: its own, or the one that its name shares.
    pub fn get(&self, at: &ItemPath) -> Option<&str> {
        self.own(at).or_else(|| self.shared(at.name.as_deref()?))
    }

    fn own(&self, at: &ItemPath) -> Option<&str> {
        self.0.get(&at.to_string()).map(String::as_str)
    }

    fn shared(&self, name: &str) -> Option<&str> {
        self.0.get(&format!("*.{name}")).map(String::as_str)
    }
}
