//! What earlier versions of a page required: the record of it, renewed where a page changes.
//!
//! A required parameter is an argument of the request's constructor, an optional one is not. So
//! that a parameter which becomes optional breaks no code, it stays an argument, and
//! `page.lock` says so: `was_required: [sendNote.text]`.

use std::collections::HashSet;

use crate::path::ItemPath;
use crate::schema::{Field, Schema};
use crate::sent;
use crate::ty::Type;

/// A record that was held against a new version of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Renewed {
    /// The record as it should be.
    pub record: Vec<ItemPath>,
    /// What became optional just now.
    pub added: Vec<ItemPath>,
    /// What became required again, or is gone.
    pub dropped: Vec<ItemPath>,
}

/// Renews a record where one schema takes the place of another, both corrected by the overrides.
/// What the new schema requires, or does not have, is dropped.
pub fn renew(recorded: &[ItemPath], was: &Schema, is: &Schema) -> Renewed {
    let kept = kept(recorded, is);
    let dropped = recorded.iter().filter(|at| !is_optional(is, at));
    let sent = sent::types(is);
    let is_made =
        |at: &ItemPath| is.method(&at.owner).is_some() || sent.contains(at.owner.as_str());
    let optional = is.fields().filter(|(_, field)| !field.required);
    let added = optional.map(|(at, _)| at).filter(|at| {
        let was_asked = was.field(at).is_some_and(is_asked);
        was_asked && is_made(at) && !recorded.contains(at)
    });
    let added: Vec<ItemPath> = added.collect();
    Renewed {
        record: kept.iter().chain(&added).cloned().collect(),
        dropped: dropped.cloned().collect(),
        added,
    }
}

/// The entries of a record that fit the schema, each once.
pub fn kept(recorded: &[ItemPath], schema: &Schema) -> Vec<ItemPath> {
    let mut seen = HashSet::new();
    let kept = recorded.iter();
    kept.filter(|at| is_optional(schema, at) && seen.insert(*at))
        .cloned()
        .collect()
}

fn is_optional(schema: &Schema, at: &ItemPath) -> bool {
    schema.field(at).is_some_and(|field| !field.required)
}

/// Whether a constructor asks for a field: it is required, and could be more than one value.
fn is_asked(field: &Field) -> bool {
    field.required && field.facts.constant.is_none() && field.ty != Type::True
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml;

    fn schema(text: bool, ink: bool, size: bool) -> Schema {
        let text = format!(
            "{{api: demo, version: null, methods: [
              {{name: sendNote, returns: Sheet, params: [
                {{name: ink, type: Ink, required: true}},
                {{name: text, type: String, required: {text}}},
                {{name: kind, type: String, required: {text}, const: note}}]}}],
            types: [
              {{name: Ink, fields: [{{name: colour, type: String, required: {ink}}}]}},
              {{name: Sheet, fields: [{{name: size, type: Integer, required: {size}}}]}}]}}"
        );
        yaml::load(&text).unwrap()
    }

    fn all(list: &[&str]) -> Vec<ItemPath> {
        list.iter().map(|at| at.parse().unwrap()).collect()
    }

    #[test]
    fn what_a_constructor_took_is_recorded() {
        let (old, new) = (schema(true, true, true), schema(false, false, false));
        let first = renew(&[], &old, &new);
        // A constant was never an argument, and nobody makes a `Sheet`.
        assert_eq!(first.record, all(&["sendNote.text", "Ink.colour"]));
        assert_eq!(first.added, first.record);
        assert_eq!(renew(&first.record, &new, &new).record, first.record);
    }

    #[test]
    fn what_is_required_again_is_dropped() {
        let recorded = all(&["sendNote.text", "Ink.colour", "Ink.lost"]);
        let (old, new) = (schema(false, false, true), schema(true, false, true));
        let renewed = renew(&recorded, &old, &new);
        assert_eq!(renewed.record, all(&["Ink.colour"]));
        assert_eq!(renewed.dropped, all(&["sendNote.text", "Ink.lost"]));
        assert_eq!(kept(&renewed.record, &new), all(&["Ink.colour"]));
    }
}
