//! The record of what the version before had, renewed where a page changes.
//!
//! Code that sets a parameter which is gone need not break the day it goes: its setter stays for
//! one version, deprecated and without effect, and `page.lock` says so:
//!
//! ```yaml
//! removed:
//!   sendNote:
//!   - {name: ink, type: String, required: false}
//! ```

use std::collections::BTreeMap;

use schema::index::Index;
use schema::schema::{Field, Schema};
use schema::walk::sent_types;

use crate::compat::constructor::Constructor;

/// Members that are gone, by their owner.
pub type Removed = BTreeMap<String, Vec<Field>>;

/// Renews a record where one schema takes the place of another, both corrected by the overrides:
/// drops what an earlier version removed, and what came back.
pub fn renew(recorded: &Removed, was: &Schema, is: &Schema) -> Removed {
    let mut record = Removed::new();
    if !is_next_version(was, is) {
        let recorded = recorded.iter();
        record.extend(recorded.map(|(owner, gone)| (owner.clone(), gone.clone())));
    }
    let index = Index::new(is);
    for (owner, gone) in find_removed(was, is, &index) {
        record.entry(owner).or_default().extend(gone);
    }
    for (owner, gone) in &mut record {
        gone.retain(|field| is_absent(&index, owner, field));
    }
    record.retain(|_, gone| !gone.is_empty());
    record
}

/// Tells a new version from a page that was corrected: 10.2 may get a typo fixed and stay 10.2. Where
/// pages state no version, each that states something else is one.
fn is_next_version(was: &Schema, is: &Schema) -> bool {
    match (&was.version, &is.version) {
        (Some(was), Some(is)) => was != is,
        _ => was.clone().without_prose() != is.clone().without_prose(),
    }
}

/// The members that had a setter, of the owners that are left.
fn find_removed(was: &Schema, is: &Schema, index: &Index<'_>) -> Removed {
    let methods = was.methods.iter();
    let methods = methods.filter(|method| index.method(&method.name).is_some());
    let was_index = Index::new(was);
    let sent = sent_types(is);
    let types = was.types.iter();
    let types = types.filter(|def| sent.contains(def.name.as_str()));
    let methods = methods.map(|method| (&method.name, method.params.as_slice()));
    let owners = methods.chain(types.map(|def| (&def.name, def.fields())));
    let gone = owners.map(|(owner, fields)| {
        let constructor = Constructor::of_owner(&was_index, owner);
        let had_setter = |field: &&Field| !field.required || constructor.starts_false(field);
        let gone = fields.iter().filter(had_setter);
        let gone = gone.filter(|field| is_absent(index, owner, field));
        (owner.clone(), gone.map(without_prose).collect())
    });
    gone.collect()
}

fn is_absent(schema: &Index<'_>, owner: &str, field: &Field) -> bool {
    let mut members = schema.members(owner).iter();
    members.all(|other| other.name != field.name)
}

fn without_prose(field: &Field) -> Field {
    Field {
        doc: None,
        ..field.clone()
    }
}
