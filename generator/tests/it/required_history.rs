//! The record of arguments that a page no longer requires.

use generator::compat::required_history::renew;
use schema::page_lock::{BecameOptional, PageLock};
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

/// A record of members that became optional in one version each.
fn record(list: &[&str]) -> Vec<BecameOptional> {
    let paths = all(list).into_iter();
    paths.map(|at| BecameOptional(vec![at])).collect()
}

#[test]
fn what_a_constructor_took_is_recorded() {
    let (old, new) = (schema(true, true, true), schema(false, false, false));
    let first = renew(&[], &old, &new);
    // A constant was never an argument, and nobody makes a `Sheet`.
    assert_eq!(first.record, record(&["sendNote.text", "Ink.colour"]));
    assert_eq!(first.added, all(&["sendNote.text", "Ink.colour"]));
    assert_eq!(renew(&first.record, &new, &new).record, first.record);
}

#[test]
fn what_is_required_again_is_dropped() {
    let recorded = record(&["sendNote.text", "Ink.colour", "Ink.lost"]);
    let (old, new) = (schema(false, false, true), schema(true, false, true));
    let renewed = renew(&recorded, &old, &new);
    assert_eq!(renewed.record, record(&["Ink.colour"]));
    assert_eq!(renewed.dropped, all(&["sendNote.text", "Ink.lost"]));
}

#[test]
fn an_entry_that_does_not_fit_is_ignored() {
    let files = |list: &[&str]| {
        let manifest = "{title: Demo, base_url: https://demo.example}";
        let schema = yaml::print(&schema(false, true, true)).unwrap();
        let mut model = crate::model(manifest, &schema, "{}");
        model.was_required = record(list);
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

#[test]
fn what_became_optional_at_once_is_one_entry() {
    let text = |required: bool| {
        let field = |name: &str| format!("{{name: {name}, type: String, required: {required}}}");
        let fields = [field("a"), field("b")].join(", ");
        format!(
            "{{api: demo, version: null, methods: [{{name: send, returns: null, params: [{fields}]}}], types: []}}"
        )
    };
    let [old, new] = [true, false].map(|required| yaml::load(&text(required)).unwrap());
    let lock = PageLock {
        was_required: renew(&[], &old, &new).record,
        ..PageLock::default()
    };
    assert_eq!(
        lock.was_required,
        [BecameOptional(all(&["send.a", "send.b"]))]
    );
    let printed = yaml::print_lock(&lock).unwrap();
    assert!(
        printed.ends_with("was_required:\n- - send.a\n  - send.b\n"),
        "{printed}"
    );
    assert_eq!(yaml::load::<PageLock>(&printed).unwrap(), lock);
    assert_eq!(
        renew(&lock.was_required, &new, &new).record,
        lock.was_required
    );
}
