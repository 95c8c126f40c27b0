//! The names of a union's variants.

use expect_test::{Expect, expect};

const MANIFEST: &str = "
title: Notes API
base_url: https://notes.example
names:
  Integer | String: {name: BoardId, variants: {Integer: Number, String: Name}}
  InputPhoto | InputVideo: Album
  Photo | True: {name: Drawn, variants: {'True': Already}}
";

/// Checks the variants of the one union of these members: a type of that name on the page, or a
/// field's type.
fn check(union: &str, members: &[&str], expected: Expect) {
    let mut named: Vec<&str> = members.to_vec();
    named.retain(|member| !["Integer", "String", "'True'"].contains(member));
    let structs: String = named
        .iter()
        .map(|name| {
            format!(
                "- {{name: {name}, fields: [{{name: {name}_id, type: Integer, required: true}}]}}\n"
            )
        })
        .collect();
    let union_or_field = match union {
        "" => format!(
            "- {{name: Holder, fields: [{{name: one, type: {}, required: true}}]}}",
            members.join(" | ").replace('\'', "")
        ),
        name => format!("- {{name: {name}, one_of: [{}]}}", members.join(", ")),
    };
    let schema =
        format!("api: notes\nversion: null\nmethods: []\ntypes:\n{structs}{union_or_field}");
    let files = generator::generate(&[crate::model(MANIFEST, &schema, "{}")]).unwrap();
    let folder = if union.is_empty() {
        "/unions/"
    } else {
        "/types/"
    };
    let is_union =
        |(path, text): &(&String, &String)| path.contains(folder) && text.contains("pub enum ");
    let (_, text) = files.0.iter().find(is_union).unwrap();
    let (_, body) = text.split_once("pub enum ").unwrap();
    let (body, _) = body.split_once("\n}").unwrap();
    let lines = body
        .lines()
        .filter(|line| !line.trim_start().starts_with("///"));
    let text: Vec<&str> = lines.map(str::trim).collect();
    expected.assert_eq(&text.join(" "));
}

#[test]
fn the_name_of_the_union_is_left_out() {
    let members = ["ShapeLine", "ShapeArc", "Note", "Shapes"];
    check(
        "Shape",
        &members,
        expect!["Shape { Line(ShapeLine), Arc(ShapeArc), Note(Note), Shapes(Shapes),"],
    );
}

#[test]
fn words_that_all_members_have_in_common_are_left_out() {
    check(
        "",
        &["InputPhoto", "InputVideo"],
        expect!["Album { Photo(InputPhoto), Video(InputVideo),"],
    );
    check(
        "Media",
        &["InputPhoto", "InputVideo"],
        expect!["Media { Photo(InputPhoto), Video(InputVideo),"],
    );
    check(
        "Content",
        &["InputTextContent", "InputMapContent"],
        expect!["Content { Text(InputTextContent), Map(InputMapContent),"],
    );
    // Only whole words are, and an end only where the union has it as well.
    check(
        "Media",
        &["InputA", "InsetB"],
        expect!["Media { InputA(InputA), InsetB(InsetB),"],
    );
    check(
        "Media",
        &["TextContent", "MapContent"],
        expect!["Media { TextContent(TextContent), MapContent(MapContent),"],
    );
}

#[test]
fn something_is_left_of_each_name() {
    check(
        "AnyMessage",
        &["Message", "LostMessage"],
        expect!["AnyMessage { Message(Message), LostMessage(LostMessage),"],
    );
    check(
        "Media",
        &["Input", "InputPhoto"],
        expect!["Media { Input(Input), InputPhoto(InputPhoto),"],
    );
    check("Only", &["Message"], expect!["Only { Message(Message),"]);
    check(
        "Shape",
        &["ShapeUnknown", "ShapeArc"],
        expect!["Shape { ShapeUnknown(ShapeUnknown), Arc(ShapeArc),"],
    );
}

#[test]
fn the_manifest_names_variants() {
    check(
        "",
        &["Integer", "String"],
        expect!["BoardId { Number(i64), Name(String),"],
    );
    check(
        "",
        &["Photo", "'True'"],
        expect!["Drawn { Photo(Photo), Already,"],
    );
}
