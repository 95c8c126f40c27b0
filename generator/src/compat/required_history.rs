//! The record of what earlier versions of a page required, renewed where a page changes.
//!
//! A required parameter is an argument of the request's constructor, an optional one is not. So
//! that a parameter which becomes optional breaks no code, it stays an argument, and `page.lock`
//! says so: `was_required: [sendNote.text]`.

use std::collections::HashSet;

use schema::path::ItemPath;
use schema::schema::Schema;
use schema::walk::sent_types;

use crate::compat::constructor::Constructor;

/// A record that was held against a new version of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Renewed {
    /// The record as it should be.
    pub record: Vec<ItemPath>,
    /// The parameters and fields that became optional just now.
    pub added: Vec<ItemPath>,
    /// Those that became required again, or are gone.
    pub dropped: Vec<ItemPath>,
}

/// Renews a record where one schema takes the place of another, both corrected by the overrides.
/// Parameters that the new schema requires, or does not have, are dropped.
pub fn renew(recorded: &[ItemPath], was: &Schema, is: &Schema) -> Renewed {
    let kept = keep_fitting(recorded, is);
    let dropped = recorded.iter().filter(|at| !is_optional(is, at));
    let sent = sent_types(is);
    let added: Vec<ItemPath> = is
        .fields()
        .filter(|(_, field)| !field.required)
        .map(|(at, _)| at)
        .filter(|at| is_argument(was, at) && !recorded.contains(at))
        .filter(|at| is.method(&at.owner).is_some() || sent.contains(at.owner.as_str()))
        .collect();
    Renewed {
        record: kept.iter().chain(&added).cloned().collect(),
        dropped: dropped.cloned().collect(),
        added,
    }
}

/// The entries of a record that fit the schema, each once.
pub(crate) fn keep_fitting(recorded: &[ItemPath], schema: &Schema) -> Vec<ItemPath> {
    let mut seen = HashSet::new();
    recorded
        .iter()
        .filter(|at| is_optional(schema, at) && seen.insert(*at))
        .cloned()
        .collect()
}

fn is_optional(schema: &Schema, at: &ItemPath) -> bool {
    schema.field(at).is_some_and(|field| !field.required)
}

/// Checks whether a constructor asks for a parameter or a field.
fn is_argument(schema: &Schema, at: &ItemPath) -> bool {
    let constructor = match schema.type_def(&at.owner) {
        Some(def) if schema.method(&at.owner).is_none() => Constructor::of_type(def.fields()),
        _ => Constructor::of_method(),
    };
    schema
        .field(at)
        .is_some_and(|field| constructor.asks_for(field))
}
