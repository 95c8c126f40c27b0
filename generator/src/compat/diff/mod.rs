//! Two schemas in, the changes between them out, each with whether it breaks Rust code.
//!
//! Wording is no difference: prose, links and the order of things are not compared, but for the
//! order of what a constructor takes.

mod change;
mod fields;
mod renames;
mod verdict;

use std::collections::BTreeSet;
use std::fmt;

use schema::index::Index;
use schema::path::ItemPath;
use schema::schema::{Schema, Shape, TypeDef, Union};
use schema::ty::Type;

use self::verdict::Sent;

pub use self::change::{Bump, Change, ChangeKind};
pub use self::fields::list_facts;
pub use self::renames::find_renames;

/// Lists the changes from one schema to another, in the order of the new one; removals come last.
pub fn diff(old: &Schema, new: &Schema) -> Vec<Change> {
    let sent = Sent::of(old, new);
    let indexes = (&Index::new(old), &Index::new(new));
    let mut changes = diff_methods(old, new, indexes);
    changes.extend(diff_types(old, new, indexes, &sent));
    changes
}

fn diff_methods(
    old: &Schema,
    new: &Schema,
    (old_index, new_index): (&Index<'_>, &Index<'_>),
) -> Vec<Change> {
    let mut changes = Vec::new();
    for method in &new.methods {
        let at = ItemPath::owner(&method.name);
        let Some(was) = old_index.method(&method.name) else {
            let returns = method.returns.as_ref().map(Type::to_string);
            changes.push(Change::new(ChangeKind::MethodAdded, at, None, returns));
            continue;
        };
        if was.returns != method.returns {
            let [from, to] =
                [&was.returns, &method.returns].map(|ty| ty.as_ref().map(Type::to_string));
            changes.push(Change::new(ChangeKind::ReturnsChanged, at, from, to).breaking());
        }
        changes.extend(fields::diff_params(
            &method.name,
            &was.params,
            &method.params,
        ));
    }
    let gone = old
        .methods
        .iter()
        .filter(|was| new_index.method(&was.name).is_none());
    changes.extend(gone.map(|was| {
        let at = ItemPath::owner(&was.name);
        let returns = was.returns.as_ref().map(Type::to_string);
        Change::new(ChangeKind::MethodRemoved, at, returns, None).breaking()
    }));
    changes
}

fn diff_types(
    old: &Schema,
    new: &Schema,
    (old_index, new_index): (&Index<'_>, &Index<'_>),
    sent: &Sent<'_>,
) -> Vec<Change> {
    let mut changes = Vec::new();
    for def in &new.types {
        match old_index.type_def(&def.name) {
            None => {
                let (at, to) = (ItemPath::owner(&def.name), Some(shape_name(def)));
                changes.push(Change::new(ChangeKind::TypeAdded, at, None, to));
            }
            Some(was) => changes.extend(diff_type_def(was, def, sent.contains(&def.name))),
        }
    }
    let gone = old
        .types
        .iter()
        .filter(|was| new_index.type_def(&was.name).is_none());
    changes.extend(gone.map(|was| {
        let (at, from) = (ItemPath::owner(&was.name), Some(shape_name(was)));
        Change::new(ChangeKind::TypeRemoved, at, from, None).breaking()
    }));
    changes
}

fn shape_name(def: &TypeDef) -> String {
    let text = match &def.shape {
        Shape::Struct(_) => "structure",
        Shape::Union(_) => "union",
    };
    text.to_owned()
}

fn diff_type_def(was: &TypeDef, is: &TypeDef, sent: bool) -> Vec<Change> {
    let or = diff_type_fact(&is.name, "or", [&was.or, &is.or]);
    let mut changes: Vec<Change> = or.into_iter().collect();
    changes.extend(match (&was.shape, &is.shape) {
        (Shape::Struct(old), Shape::Struct(new)) => fields::diff_fields(&is.name, old, new, sent),
        (Shape::Union(old), Shape::Union(new)) => diff_unions(&is.name, old, new),
        _ => {
            let (from, to) = (Some(shape_name(was)), Some(shape_name(is)));
            let at = ItemPath::owner(&is.name);
            vec![Change::new(ChangeKind::TypeChanged, at, from, to).breaking()]
        }
    });
    changes
}

/// Compares a fact of a type. Where it counts for Rust code, the types that it is about differ too.
fn diff_type_fact<T: PartialEq + fmt::Display>(
    name: &str,
    key: &str,
    [was, is]: [&Option<T>; 2],
) -> Option<Change> {
    let [from, to] = [was, is].map(|fact| fact.as_ref().map(|value| format!("{key}: {value}")));
    let at = ItemPath::owner(name);
    (was != is).then(|| Change::new(ChangeKind::FactChanged, at, from, to))
}

fn diff_unions(name: &str, old: &Union, new: &Union) -> Vec<Change> {
    let [was, is] = [old, new].map(member_names);
    let known: BTreeSet<&String> = was.iter().collect();
    let kept: BTreeSet<&String> = is.iter().collect();
    let added = is
        .iter()
        .filter(|member| !known.contains(member))
        .map(|member| {
            let at = ItemPath::member(name, member);
            Change::new(ChangeKind::VariantAdded, at, None, Some(member.clone()))
        });
    let gone = was
        .iter()
        .filter(|member| !kept.contains(member))
        .map(|member| {
            let at = ItemPath::member(name, member);
            Change::new(ChangeKind::VariantRemoved, at, Some(member.clone()), None).breaking()
        });
    let tag = diff_type_fact(name, "tag", [&old.tag, &new.tag]);
    added.chain(gone).chain(tag).collect()
}

fn member_names(union: &Union) -> Vec<String> {
    union.one_of.iter().map(Type::to_string).collect()
}
