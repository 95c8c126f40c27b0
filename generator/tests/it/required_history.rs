//! The record of arguments that a page no longer requires.

use generator::compat::required_history::renew;
use schema::path::ItemPath;
use schema::schema::Schema;
use schema::yaml;

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
}

#[test]
fn an_entry_that_does_not_fit_is_ignored() {
    let files = |record: &[&str]| {
        let manifest = "{title: Demo, base_url: https://demo.example}";
        let schema = yaml::print(&schema(false, true, true)).unwrap();
        let mut model = crate::model(manifest, &schema, "{}");
        model.was_required = all(record);
        generator::generate(&[model]).unwrap()
    };
    let fitting = files(&["sendNote.text"]);
    assert_ne!(fitting, files(&[]));
    let more = [
        "Ink.colour",
        "sendNote.text",
        "sendNote.lost",
        "sendNote.text",
    ];
    assert_eq!(fitting, files(&more));
}
