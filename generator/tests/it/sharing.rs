//! APIs that extend another: what they use of it is generated once, and compiled for each of them.

use std::collections::BTreeMap;

use schema::extend::extend;
use schema::model::Model;

const NOTES: &str = "
api: notes
version: null
methods:
- {name: getNote, returns: Note, params: []}
- {name: getBoard, returns: Board, params: []}
- {name: getInk, returns: Ink, params: []}
types:
- name: Note
  fields:
  - {name: text, type: String, required: true}
  - {name: colour, type: String, required: true, enum: [red, green]}
  - {name: place, type: Integer | String, required: true}
- name: Board
  fields:
  - {name: pinned, type: Note, required: true}
- name: Ink
  fields:
  - {name: litres, type: Float, required: true}
";

fn notes() -> Model {
    crate::model(
        "{title: Notes API, base_url: https://notes.example}",
        NOTES,
        "{}",
    )
}

/// An API that extends the notes and has one method, which returns a type of theirs.
fn extension(api: &str, returns: &str) -> Model {
    let manifest = format!("{{title: {api}, base_url: 'https://x.example', extends: notes}}");
    let schema = format!(
        "{{api: {api}, version: null, types: [],
           methods: [{{name: fetch, returns: {returns}, params: []}}]}}"
    );
    let mut model = crate::model(&manifest, &schema, "{}");
    extend(&mut model, [&notes()]);
    model
}

/// The generated files of the notes, by path.
fn files_of_notes(others: &[Model]) -> BTreeMap<String, String> {
    let models = [&[notes()], others].concat();
    let files = generator::generate(&models).unwrap().0.into_iter();
    files
        .filter(|(path, _)| path.starts_with("src/apis/notes/"))
        .collect()
}

/// The condition before a line of a file.
fn condition<'a>(text: &'a str, line: &str) -> Option<&'a str> {
    let lines: Vec<&str> = text.lines().collect();
    let index = lines.iter().position(|found| *found == line).unwrap();
    lines[index - 1].strip_prefix("#[cfg(")?.strip_suffix(")]")
}

#[test]
fn what_others_use_is_compiled_for_any_of_them() {
    let types = |others: &[Model]| files_of_notes(others)["src/apis/notes/types/mod.rs"].clone();
    assert_eq!(condition(&types(&[]), "mod ink;"), None);
    let text = types(&[extension("walls", "Board")]);
    let any = "any(feature = \"notes\", feature = \"walls\")";
    assert_eq!(condition(&text, "mod board;"), Some(any));
    assert_eq!(condition(&text, "mod note;"), Some(any));
    assert_eq!(condition(&text, "pub use self::note::*;"), Some(any));
    assert_eq!(condition(&text, "mod ink;"), Some("feature = \"notes\""));
}

#[test]
fn an_inherited_type_is_exported_and_not_generated_again() {
    let files = generator::generate(&[notes(), extension("walls", "Board")])
        .unwrap()
        .0;
    let export = |kind: &str| &files[&format!("src/apis/walls/{kind}/mod.rs")];
    assert!(export("types").contains("pub use crate::apis::notes::types::{Board, Note};"));
    assert!(export("words").contains("pub use crate::apis::notes::words::NoteColour;"));
    assert!(export("unions").contains("pub use crate::apis::notes::unions::IntegerOrString;"));
    assert!(!files.contains_key("src/apis/walls/types/note.rs"));
    assert!(files["src/apis/walls/methods/fetch.rs"].contains("use crate::apis::notes::Board;"));
}

#[test]
fn another_extension_changes_conditions_alone() {
    let before = files_of_notes(&[extension("walls", "Board")]);
    let after = files_of_notes(&[extension("pens", "Ink"), extension("walls", "Board")]);
    let unconditional = |files: &BTreeMap<String, String>| -> Vec<(String, Vec<String>)> {
        let files = files.iter().map(|(path, text)| {
            let lines = text.lines().filter(|line| !line.starts_with("#[cfg("));
            (path.clone(), lines.map(str::to_owned).collect())
        });
        files.collect()
    };
    assert_ne!(before, after);
    assert_eq!(unconditional(&before), unconditional(&after));
    for (path, text) in before {
        assert!(after[&path] == text || path.ends_with("/mod.rs"), "{path}");
    }
}
