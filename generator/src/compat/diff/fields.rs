//! The parameters of a method, or the fields of a type, before and after.

use std::collections::HashMap;

use super::change::{Change, ChangeKind};
use super::verdict::breaks_code;
use crate::compat::constructor::Constructor;
use schema::overrides::inline;
use schema::path::ItemPath;
use schema::schema::{Facts, Field};

/// Lists the changes in the parameters of a method.
pub(super) fn diff_params(owner: &str, old: &[Field], new: &[Field]) -> Vec<Change> {
    let kinds = (ChangeKind::ParamAdded, ChangeKind::ParamRemoved);
    compare_members(owner, old, new, kinds, true)
}

/// Lists the changes in the fields of a type; `sent` where bots make values of it themselves.
pub(super) fn diff_fields(owner: &str, old: &[Field], new: &[Field], sent: bool) -> Vec<Change> {
    let kinds = (ChangeKind::FieldAdded, ChangeKind::FieldRemoved);
    compare_members(owner, old, new, kinds, sent)
}

fn compare_members(
    owner: &str,
    old: &[Field],
    new: &[Field],
    (added, removed): (ChangeKind, ChangeKind),
    sent: bool,
) -> Vec<Change> {
    let constructor = if added == ChangeKind::ParamAdded {
        Constructor::of_method()
    } else {
        Constructor::of_type(old)
    };
    let (old_index, new_index) = (index(old), index(new));
    let mut changes = Vec::new();
    for field in new {
        let at = ItemPath::member(owner, &field.name);
        match old_index.get(field.name.as_str()) {
            Some(was) => changes.extend(field_changes(&at, was, field)),
            None => {
                let to = Some(describe_field(field));
                let breaking = sent && constructor.asks_for(field);
                changes.push(Change::new(added, at, None, to).breaking_if(breaking));
            }
        }
    }
    if sent {
        changes.extend(order_change(owner, old, new, constructor));
    }
    for field in old {
        if !new_index.contains_key(field.name.as_str()) {
            let at = ItemPath::member(owner, &field.name);
            changes.push(Change::new(removed, at, Some(describe_field(field)), None).breaking());
        }
    }
    changes
}

/// Fields by name; of several with one name, the first.
fn index(fields: &[Field]) -> HashMap<&str, &Field> {
    let fields = fields.iter().rev();
    fields.map(|field| (field.name.as_str(), field)).collect()
}

/// The change of the order of the arguments that both constructors ask for. Where `new(from, to)`
/// becomes `new(to, from)`, old code may compile and mean something else.
fn order_change(
    owner: &str,
    old: &[Field],
    new: &[Field],
    constructor: Constructor,
) -> Option<Change> {
    let was = common_arguments(old, new, constructor);
    let is = common_arguments(new, old, constructor);
    (was != is).then(|| {
        let (from, to) = (Some(was.join(", ")), Some(is.join(", ")));
        Change::new(ChangeKind::OrderChanged, ItemPath::owner(owner), from, to).breaking()
    })
}

/// The names of the arguments for `fields` that `others` have as well, in the order of `fields`.
fn common_arguments(fields: &[Field], others: &[Field], constructor: Constructor) -> Vec<String> {
    let others = index(others);
    fields
        .iter()
        .filter(|field| constructor.asks_for(field))
        .filter(|field| {
            let other = others.get(field.name.as_str());
            other.is_some_and(|other| constructor.asks_for(other))
        })
        .map(|field| field.name.clone())
        .collect()
}

fn field_changes(at: &ItemPath, was: &Field, is: &Field) -> Vec<Change> {
    let mut changes = Vec::new();
    if was.ty != is.ty {
        let (from, to) = (Some(was.ty.to_string()), Some(is.ty.to_string()));
        let change = Change::new(ChangeKind::TypeChanged, at.clone(), from, to);
        changes.push(change.breaking());
    }
    if was.required != is.required {
        let (from, to) = (
            Some(required_word(was.required)),
            Some(required_word(is.required)),
        );
        let change = Change::new(ChangeKind::RequiredChanged, at.clone(), from, to);
        // `T` and `Option<T>` are different types, whichever comes first.
        changes.push(change.breaking());
    }
    if was.facts != is.facts {
        let (from, to) = (describe_facts(&was.facts), describe_facts(&is.facts));
        let change = Change::new(ChangeKind::FactChanged, at.clone(), from, to);
        changes.push(change.breaking_if(breaks_code(&was.facts, &is.facts)));
    }
    changes
}

fn describe_field(field: &Field) -> String {
    format!("{}, {}", field.ty, required_word(field.required))
}

fn required_word(required: bool) -> String {
    let word = if required { "required" } else { "optional" };
    word.to_owned()
}

/// Describes facts on one line, as schema.yaml has them; `None` where there are none.
fn describe_facts(facts: &Facts) -> Option<String> {
    let facts = list_facts(facts);
    (!facts.is_empty()).then(|| facts.join(", "))
}

/// Lists facts as schema.yaml has them: `length: {min: 1, max: 80}`.
pub fn list_facts(facts: &Facts) -> Vec<String> {
    let value = serde_yaml::to_value(facts).unwrap_or_default();
    let pairs = value.as_mapping().into_iter().flatten();
    pairs
        .map(|(key, value)| format!("{}: {}", inline(key), inline(value)))
        .collect()
}
