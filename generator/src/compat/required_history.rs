//! The record of what earlier versions of a page required, renewed where a page changes.
//!
//! A required parameter is an argument of the request's constructor, an optional one is not. So
//! that a parameter which becomes optional breaks no code, it stays an argument, and `page.lock`
//! says so: `was_required: [sendNote.text]`. Members of one owner that become optional in one
//! version are one entry, `[sendNote.text, sendNote.ink]`, since one constructor leaves them out.

use std::collections::HashSet;

use schema::index::Index;
use schema::page_lock::BecameOptional;
use schema::path::ItemPath;
use schema::schema::Schema;
use schema::walk::sent_types;

use crate::compat::constructor::Constructor;

/// A record that was held against a new version of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Renewed {
    /// The record as it should be.
    pub record: Vec<BecameOptional>,
    /// The parameters and fields that became optional just now.
    pub added: Vec<ItemPath>,
    /// Those that became required again, or are gone.
    pub dropped: Vec<ItemPath>,
}

/// Renews a record where one schema takes the place of another, both corrected by the overrides.
/// Parameters that the new schema requires, or does not have, are dropped.
pub fn renew(recorded: &[BecameOptional], was: &Schema, is: &Schema) -> Renewed {
    let mut record = keep_fitting(recorded, is);
    let (was, is_index) = (Index::new(was), Index::new(is));
    let paths = || recorded.iter().flat_map(|one| &one.0);
    let dropped = paths().filter(|at| !is_optional(&is_index, at));
    let known: HashSet<&ItemPath> = paths().collect();
    let sent = sent_types(is);
    let added: Vec<ItemPath> = is
        .fields()
        .filter(|(_, field)| !field.required)
        .map(|(at, _)| at)
        .filter(|at| is_argument(&was, at) && !known.contains(at))
        .filter(|at| is_index.method(&at.owner).is_some() || sent.contains(at.owner.as_str()))
        .collect();
    let groups = added.chunk_by(|one, next| one.owner == next.owner);
    record.extend(groups.map(|group| BecameOptional(group.to_vec())));
    Renewed {
        record,
        dropped: dropped.cloned().collect(),
        added,
    }
}

/// The entries of a record that fit the schema, each once.
pub(crate) fn keep_fitting(recorded: &[BecameOptional], schema: &Schema) -> Vec<BecameOptional> {
    let schema = Index::new(schema);
    let mut seen = HashSet::new();
    let mut kept = Vec::new();
    for BecameOptional(group) in recorded {
        let fitting = group.iter();
        let fitting = fitting.filter(|at| is_optional(&schema, at) && seen.insert(*at));
        let fitting: Vec<ItemPath> = fitting.cloned().collect();
        if !fitting.is_empty() {
            kept.push(BecameOptional(fitting));
        }
    }
    kept
}

fn is_optional(schema: &Index<'_>, at: &ItemPath) -> bool {
    schema.field(at).is_some_and(|field| !field.required)
}

/// Checks whether a constructor asks for a parameter or a field.
fn is_argument(schema: &Index<'_>, at: &ItemPath) -> bool {
    let constructor = Constructor::of_owner(schema, &at.owner);
    schema
        .field(at)
        .is_some_and(|field| constructor.asks_for(field))
}
