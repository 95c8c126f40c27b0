//! An entry → what the note says of it.

use generator::compat::diff::{Change, ChangeKind};
use generator::upgrade::{Consequence, Step};

use super::entries::Entry;

/// What the line on one entry says behind its place.
pub(super) fn of_one(entry: &Entry<'_>) -> String {
    describe(entry, |consequence| &consequence.of_one)
}

/// What the line on several entries says behind their places.
pub(super) fn of_many(entry: &Entry<'_>) -> String {
    describe(entry, |consequence| &consequence.of_many)
}

/// Describes an entry: what follows for Rust code, then what it does not say yet.
fn describe(entry: &Entry<'_>, phrase: fn(&Consequence) -> &String) -> String {
    let mut phrases: Vec<String> = Vec::new();
    let has_consequence = entry.steps.iter().any(|step| !step.consequences.is_empty());
    for step in &entry.steps {
        for text in step.consequences.iter().map(phrase) {
            if !phrases.contains(text) {
                phrases.push(text.clone());
            }
        }
    }
    let stated = entry
        .steps
        .iter()
        .map(|step| describe_step(step, has_consequence));
    phrases.extend(stated.filter(|text| !text.is_empty()));
    let renamed = entry.steps.iter().filter_map(|step| step.renamed.as_ref());
    phrases.extend(renamed.map(|at| format!("renamed to `{at}`?")));
    match phrases.first() {
        None => String::new(),
        Some(first) if first.starts_with("is ") || first.starts_with("returns ") => {
            format!(" {}", phrases.join("; "))
        }
        Some(_) => format!(": {}", phrases.join("; ")),
    }
}

/// Describes what the page states of a step; nothing where the consequences for Rust say it.
fn describe_step(step: &Step, has_consequence: bool) -> String {
    let change = &step.change;
    let name = change.kind.name().replace('-', " ");
    let values = from_to(change);
    match change.kind {
        ChangeKind::MethodAdded if values.is_empty() => "new".to_owned(),
        ChangeKind::MethodAdded => format!("returns `{values}`"),
        ChangeKind::ParamAdded | ChangeKind::FieldAdded => describe_member(&values),
        ChangeKind::TypeAdded | ChangeKind::VariantAdded => String::new(),
        _ if change.breaking && !step.consequences.is_empty() => String::new(),
        ChangeKind::FactChanged if change.at.name.is_some() => describe_facts(step),
        ChangeKind::TypeChanged | ChangeKind::ReturnsChanged if !change.breaking => {
            format!("{name}, `{values}`, under the same name in Rust")
        }
        _ if has_consequence => String::new(),
        _ if values.is_empty() => name,
        _ => format!("{name}, `{values}`"),
    }
}

/// Describes a new member: `` `Integer`, optional ``.
fn describe_member(values: &str) -> String {
    match values.rsplit_once(", ") {
        Some((ty, required)) => format!("`{ty}`, {required}"),
        None => format!("`{values}`"),
    }
}

/// Describes the facts that are new, and those that are gone.
fn describe_facts(step: &Step) -> String {
    let print = |facts: &[String]| {
        let facts: Vec<String> = facts.iter().map(|fact| format!("`{fact}`")).collect();
        facts.join(", ")
    };
    let [added, gone] = &step.facts;
    match (print(added), print(gone)) {
        (added, gone) if gone.is_empty() => format!("now {added}"),
        (added, gone) if added.is_empty() => format!("no longer {gone}"),
        (added, gone) => format!("now {added}, not {gone}"),
    }
}

/// The old and the new value: `Integer → String`.
fn from_to(change: &Change) -> String {
    match (&change.from, &change.to) {
        (Some(from), Some(to)) => format!("{from} → {to}"),
        (Some(one), None) | (None, Some(one)) => one.clone(),
        (None, None) => String::new(),
    }
}
