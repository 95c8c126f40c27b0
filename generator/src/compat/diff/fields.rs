//! The parameters of a method, or the fields of a type, before and after.

use super::verdict::breaks;
use super::{Change, ChangeKind};
use crate::compat::constructor::Constructor;
use schema::overrides::inline;
use schema::path::ItemPath;
use schema::schema::{Facts, Field};

/// What changed in the parameters of a method.
pub(super) fn params(owner: &str, old: &[Field], new: &[Field]) -> Vec<Change> {
    let kinds = (ChangeKind::ParamAdded, ChangeKind::ParamRemoved);
    compare(owner, old, new, kinds, true)
}

/// What changed in the fields of a type; `sent` where bots make values of it themselves.
pub(super) fn fields(owner: &str, old: &[Field], new: &[Field], sent: bool) -> Vec<Change> {
    let kinds = (ChangeKind::FieldAdded, ChangeKind::FieldRemoved);
    compare(owner, old, new, kinds, sent)
}

fn compare(
    owner: &str,
    old: &[Field],
    new: &[Field],
    (added, removed): (ChangeKind, ChangeKind),
    sent: bool,
) -> Vec<Change> {
    let find = |fields: &'_ [Field], name: &str| fields.iter().position(|field| field.name == name);
    let constructor = if added == ChangeKind::ParamAdded {
        Constructor::of_method()
    } else {
        Constructor::of_type(old)
    };
    let asked = |field: &Field| constructor.asks_for(field);
    let mut changes = Vec::new();
    for field in new {
        let at = ItemPath::member(owner, &field.name);
        match find(old, &field.name) {
            Some(index) => changes.extend(field_changes(&at, &old[index], field)),
            None => {
                let to = Some(written(field));
                let breaking = sent && asked(field);
                changes.push(Change::new(added, at, None, to).breaking_if(breaking));
            }
        }
    }
    changes.extend(sent.then(|| order(owner, old, new, asked)).flatten());
    let gone = old.iter().filter(|field| find(new, &field.name).is_none());
    changes.extend(gone.map(|field| {
        let at = ItemPath::member(owner, &field.name);
        Change::new(removed, at, Some(written(field)), None).breaking()
    }));
    changes
}

/// Where what both ask for comes in another order: the arguments of `new` do then, and where
/// their types allow it, they would change places without a word.
fn order(
    owner: &str,
    old: &[Field],
    new: &[Field],
    asked: impl Fn(&Field) -> bool,
) -> Option<Change> {
    let names = |fields: &[Field], others: &[Field]| -> Vec<String> {
        let is_asked = |field: &&Field| {
            let mut others = others.iter().filter(|other| asked(other));
            asked(field) && others.any(|other| other.name == field.name)
        };
        let both = fields.iter().filter(is_asked);
        both.map(|field| field.name.clone()).collect()
    };
    let (was, is) = (names(old, new), names(new, old));
    (was != is).then(|| {
        let (from, to) = (Some(was.join(", ")), Some(is.join(", ")));
        Change::new(ChangeKind::OrderChanged, ItemPath::owner(owner), from, to).breaking()
    })
}

fn field_changes(at: &ItemPath, was: &Field, is: &Field) -> Vec<Change> {
    let mut changes = Vec::new();
    if was.ty != is.ty {
        let (from, to) = (Some(was.ty.to_string()), Some(is.ty.to_string()));
        let change = Change::new(ChangeKind::TypeChanged, at.clone(), from, to);
        changes.push(change.breaking());
    }
    if was.required != is.required {
        let (from, to) = (Some(word(was.required)), Some(word(is.required)));
        let change = Change::new(ChangeKind::RequiredChanged, at.clone(), from, to);
        // `T` and `Option<T>` are different types, whichever comes first.
        changes.push(change.breaking());
    }
    if was.facts != is.facts {
        let (from, to) = (facts(&was.facts), facts(&is.facts));
        let change = Change::new(ChangeKind::FactChanged, at.clone(), from, to);
        changes.push(change.breaking_if(breaks(&was.facts, &is.facts)));
    }
    changes
}

fn written(field: &Field) -> String {
    format!("{}, {}", field.ty, word(field.required))
}

fn word(required: bool) -> String {
    let word = if required { "required" } else { "optional" };
    word.to_owned()
}

/// Facts on one line, as schema.yaml has them; `None` where there are none.
fn facts(facts: &Facts) -> Option<String> {
    if *facts == Facts::default() {
        return None;
    }
    let value = serde_yaml::to_value(facts).unwrap_or_default();
    let mapping = value.as_mapping()?;
    let parts = mapping
        .iter()
        .map(|(key, value)| format!("{}: {}", inline(key), inline(value)));
    Some(parts.collect::<Vec<_>>().join(", "))
}
