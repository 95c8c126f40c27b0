//! Overrides that apply, and those that don't, with the reason.

use super::*;
use crate::yaml;

fn schema() -> Schema {
    let text = "
api: demo
version: null
methods:
- {name: getMe, returns: null, params: []}
- name: sendNote
  returns: 'True'
  params:
  - {name: loud, type: String, required: false}
types: []
";
    yaml::load(text).unwrap()
}

fn overrides(text: &str) -> Vec<Override> {
    yaml::load(text).unwrap()
}

#[test]
fn sets_types_returns_and_facts() {
    let mut schema = schema();
    let applied = overrides(
        "
- {at: sendNote.loud, set: type, docs: String, use: Boolean, reason: a flag}
- {at: getMe, set: returns, docs: null, use: User, reason: a try}
- {at: sendNote.loud, set: default, docs: null, use: false, reason: a try}
",
    );
    assert_eq!(apply(&mut schema, &applied), []);
    let text = yaml::print(&schema).unwrap();
    assert!(text.contains("type: Boolean"), "{text}");
    assert!(text.contains("returns: User"), "{text}");
    assert!(text.contains("default: false"), "{text}");
}

#[test]
fn a_star_stands_for_every_owner() {
    let mut schema = schema();
    let text = "- {at: '*.loud', set: default, docs: null, use: soft, reason: a try}";
    assert_eq!(apply(&mut schema, &overrides(text)), []);
    assert!(yaml::print(&schema).unwrap().contains("default: soft"));
    let text = "- {at: '*.quiet', set: default, docs: null, use: soft, reason: a try}";
    let errors = apply(&mut schema, &overrides(text));
    assert_eq!(errors, [(0, OverrideError::Matchless)]);
}

#[test]
fn a_wire_name_is_of_one_member() {
    let set = |at: &str, name: &str| {
        let mut schema = schema();
        schema.methods[1]
            .params
            .push(Field::new("soft", crate::ty::Type::Boolean, false));
        let text = format!("- {{at: {at}, set: wire_name, docs: null, use: {name}, reason: r}}");
        let errors = apply(&mut schema, &overrides(&text));
        let wire_name = schema.methods[1].params[0].wire_name().to_owned();
        (
            wire_name,
            errors.first().map(|(_, error)| error.to_string()),
        )
    };
    assert_eq!(set("sendNote.loud", "volume"), ("volume".to_owned(), None));
    for (at, name, why) in [
        ("sendNote.loud", "loud", "the page already says so"),
        (
            "sendNote.loud",
            "soft",
            "`sendNote` has a member `soft` already",
        ),
        ("sendNote.loud", "'a b'", "`a b` is no name"),
        ("sendNote.loud", "7", "`7` is no name"),
        (
            "sendNote",
            "volume",
            "only a parameter or a field has a name in JSON",
        ),
        (
            "sendNote.quiet",
            "volume",
            "the page has nothing at this address",
        ),
    ] {
        let error = Some(why.to_owned());
        assert_eq!(set(at, name), ("loud".to_owned(), error), "{at} {name}");
    }
}

#[test]
fn says_why_it_does_not_apply() {
    let mut schema = schema();
    let tried = overrides(
        "
- {at: sendNote.quiet, set: type, docs: String, use: Boolean, reason: r}
- {at: sendNote.loud, set: type, docs: Integer, use: Boolean, reason: r}
- {at: sendNote.loud, set: type, docs: Integer, use: String, reason: r}
- {at: sendNote.loud, set: colour, docs: null, use: red, reason: r}
- {at: sendNote.loud, set: required, docs: false, use: maybe, reason: r}
- {at: sendNote, set: returns, docs: 'True', use: 'Array<', reason: r}
",
    );
    let errors: Vec<_> = apply(&mut schema, &tried)
        .into_iter()
        .map(|(_, e)| e)
        .collect();
    assert_eq!(errors[0], OverrideError::Matchless);
    assert!(matches!(&errors[1], OverrideError::Stale { now } if inline(now) == "String"));
    assert_eq!(errors[2], OverrideError::Redundant);
    for error in &errors[3..] {
        assert!(matches!(error, OverrideError::Invalid { .. }), "{error}");
    }
    assert_eq!(schema, self::schema());
}

#[test]
fn defines_a_type_that_the_page_does_not() {
    let define = "
- at: SentNote
  set: fields
  docs: null
  use: [{name: id, type: String, required: true}]
  reason: only a sample shows it
";
    let mut schema = yaml::load("{api: a, version: null, methods: [], types: []}").unwrap();
    let overrides: Vec<Override> = yaml::load(define).unwrap();
    assert_eq!(apply(&mut schema, &overrides), []);
    let fields = schema.type_def("SentNote").unwrap().fields();
    assert_eq!((fields[0].name.as_str(), fields.len()), ("id", 1));
    // Once the page defines it, it fails.
    let stale = apply(&mut schema, &overrides);
    assert!(matches!(
        stale.as_slice(),
        [(0, OverrideError::Invalid { .. })]
    ));
}
