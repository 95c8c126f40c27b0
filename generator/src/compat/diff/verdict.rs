//! What breaks Rust code: which types bots make values of, and which facts shape Rust types.

use std::collections::BTreeSet;

use schema::schema::{Facts, Scalar, Schema};
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

    /// Whether bots send values of the type.
    pub(super) fn contains(&self, name: &str) -> bool {
        self.0.contains(name)
    }
}

/// Whether other facts make another Rust type: an enum that comes, goes or loses a value, a text
/// that comes or ceases to take an upload.
pub(super) fn breaks(was: &Facts, is: &Facts) -> bool {
    let lost = |value: &Scalar| !is.values.contains(value);
    let enums = was.values.is_empty() != is.values.is_empty();
    enums || was.values.iter().any(lost) || was.attach != is.attach
}
