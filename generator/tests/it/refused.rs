//! Schemas that can't become Rust, each with its error message.

use generator::generate;

const MANIFEST: &str = "{title: T, base_url: 'https://t.example'}";

fn refused(schema: &str) -> String {
    let model = crate::model(MANIFEST, schema, "{}");
    generate(&[model]).unwrap_err().to_string()
}

fn method(name: &str, param: &str) -> String {
    let param = format!("{{name: \"{param}\", type: String, required: true}}");
    let method = format!("{{name: \"{name}\", returns: null, params: [{param}, {param}]}}");
    format!("{{api: t, version: null, methods: [{method}], types: []}}")
}

fn types(types: &str) -> String {
    format!("{{api: t, version: null, methods: [], types: [{types}]}}")
}

#[test]
fn a_name_that_is_no_identifier() {
    let why = "not a name: letters, digits and `_`, and no digit first";
    for (name, param, at) in [
        ("send+note", "a", "send+note"),
        ("x() {} fn y", "a", "x() {} fn y"),
        ("", "a", ""),
        ("sendNote", "1st", "sendNote.1st"),
        ("sendNote", "a b", "sendNote.a b"),
        ("sendNote", "名", "sendNote.名"),
        ("sendNote", "_", "sendNote._"),
    ] {
        let at = if at.is_empty() {
            String::new()
        } else {
            format!("{at}: ")
        };
        assert_eq!(refused(&method(name, param)), format!("t: {at}{why}"));
    }
    let type_name = refused(&types("{name: 'A<B>', fields: []}"));
    assert_eq!(type_name, format!("t: A<B>: {why}"));
}

#[test]
fn what_is_defined_twice() {
    assert_eq!(refused(&method("a", "b")), "t: a.b: defined twice");
    let twice = "{name: A, fields: []}, {name: A, fields: []}";
    assert_eq!(refused(&types(twice)), "t: A: defined twice");
}

#[test]
fn types_that_can_not_be() {
    let message = refused(&types("{name: String, fields: []}"));
    assert_eq!(message, "t: String: the name of a built-in type");
    let message = refused(&types("{name: A, one_of: []}"));
    assert_eq!(message, "t: A: a union of nothing");
    let message = refused(&types(
        "{name: A, one_of: [B]}, {name: B, one_of: [String, A]}",
    ));
    assert_eq!(message, "t: A: a union that is its own member");
}

#[test]
fn an_api_that_can_not_be_a_module() {
    for name in ["type", "Notes", "a-b", "1a", "bot", "support"] {
        let schema = format!("{{api: '{name}', version: null, methods: [], types: []}}");
        assert!(refused(&schema).starts_with(&format!("{name}: ")), "{name}");
    }
    let model = || crate::model(MANIFEST, &types(""), "{}");
    let error = generate(&[model(), model()]).unwrap_err();
    assert_eq!(error.to_string(), "t: there are two APIs of this name");
}

#[test]
fn a_name_in_the_manifest() {
    let fields = "{name: A, fields: [{name: a, type: Integer | String, required: true}]}";
    for (name, why) in [
        ("no_type", "its name is no name of a Rust type"),
        ("A", "the name `A` is taken"),
        ("Vec", "the name `Vec` is taken"),
        (
            "{name: Id, variants: {Integer: no_type}}",
            "`no_type` is no name of a Rust variant",
        ),
        (
            "{name: Id, variants: {Float: Number}}",
            "`Integer | String` has no member `Float`",
        ),
        (
            "{name: Id, variants: {Integer: String}}",
            "two variants of `Integer | String` would be called `String`",
        ),
    ] {
        let manifest = format!("{{title: T, base_url: b, names: {{Integer | String: {name}}}}}");
        let model = crate::model(&manifest, &types(fields), "{}");
        let error = generate(&[model]).unwrap_err().to_string();
        assert_eq!(error, format!("t: names: `Integer | String`: {why}"));
    }
}
