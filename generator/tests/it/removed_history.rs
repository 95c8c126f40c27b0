//! The record of what only the version before had.

use generator::compat::removed_history::{Removed, renew};
use schema::PageLock;
use schema::schema::Schema;
use schema::yaml;

/// A version of a page whose method and type have these members.
fn schema(version: &str, members: &[&str]) -> Schema {
    let fields = members
        .iter()
        .map(|name| format!("{{name: {name}, type: Ink, required: false}}"));
    let fields = fields.collect::<Vec<_>>().join(", ");
    let text = format!(
        "{{api: demo, version: {version}, methods: [
          {{name: sendNote, returns: Sheet, params: [
            {{name: ink, type: Ink, required: true}}, {fields}]}}],
        types: [{{name: Ink, fields: [{fields}]}}, {{name: Sheet, fields: [{fields}]}}]}}"
    );
    yaml::load(&text).unwrap()
}

/// The members in a record.
fn names(record: &Removed) -> Vec<String> {
    let owners = record.iter();
    let names = owners.flat_map(|(owner, gone)| {
        let gone = gone
            .iter()
            .map(move |field| format!("{owner}.{}", field.name));
        gone.collect::<Vec<_>>()
    });
    names.collect()
}

#[test]
fn a_setter_that_is_gone_is_recorded_for_one_version() {
    let record = renew(
        &Removed::new(),
        &schema("'1'", &["a", "b"]),
        &schema("'2'", &["a"]),
    );
    // Nobody sets the fields of a `Sheet`.
    assert_eq!(names(&record), ["Ink.b", "sendNote.b"]);
    let corrected = renew(&record, &schema("'2'", &["a"]), &schema("'2'", &["a", "c"]));
    assert_eq!(corrected, record);
    let next = renew(&record, &schema("'2'", &["a"]), &schema("'3'", &[]));
    assert_eq!(names(&next), ["Ink.a", "sendNote.a"]);
    let lock = PageLock {
        removed: record,
        ..PageLock::default()
    };
    let printed = yaml::print_lock(&lock).unwrap();
    assert_eq!(yaml::load::<PageLock>(&printed).unwrap(), lock);
}

#[test]
fn a_page_without_a_version_counts_as_one_where_it_states_something_else() {
    let (old, new) = (schema("null", &["a", "b"]), schema("null", &["a"]));
    let record = renew(&Removed::new(), &old, &new);
    assert_eq!(renew(&record, &new, &new), record);
    assert_eq!(
        renew(&record, &new, &schema("null", &["a", "c"])),
        Removed::new()
    );
    assert_eq!(renew(&record, &new, &old), Removed::new());
}

#[test]
fn what_is_required_had_no_setter() {
    let text = |params: &str| {
        let text = format!(
            "{{api: demo, version: null, methods: [
              {{name: sendNote, returns: null, params: [{params}]}}], types: []}}"
        );
        yaml::load::<Schema>(&text).unwrap()
    };
    let old = text("{name: ink, type: String, required: true}");
    assert_eq!(renew(&Removed::new(), &old, &text("")), Removed::new());
}
