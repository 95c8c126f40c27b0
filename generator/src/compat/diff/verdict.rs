//! The differences that break Rust code: in types that bots make values of, and in facts that shape
//! Rust types.

use std::collections::BTreeSet;

use schema::schema::{Facts, Schema};
use schema::walk::sent_types;

/// The types whose values bots send: those that a parameter leads to.
pub(super) struct Sent<'a>(BTreeSet<&'a str>);

impl<'a> Sent<'a> {
    /// The types that a parameter of either schema leads to.
    pub(super) fn of(old: &'a Schema, new: &'a Schema) -> Self {
        let mut sent = sent_types(old);
        sent.extend(sent_types(new));
        Self(sent)
    }

    /// Checks whether bots send values of the type.
    pub(super) fn contains(&self, name: &str) -> bool {
        self.0.contains(name)
    }
}

/// Checks whether other facts make another Rust type: an enum that comes, goes or loses a value, a
/// text that comes or ceases to take an upload.
pub(super) fn breaks_code(was: &Facts, is: &Facts) -> bool {
    let has_changed_kind = was.values.is_empty() != is.values.is_empty();
    let has_lost_value = was.values.iter().any(|value| !is.values.contains(value));
    has_changed_kind || has_lost_value || was.attach != is.attach
}
