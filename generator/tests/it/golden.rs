//! One method, one type and one union: the whole text that comes out.

use expect_test::{ExpectFile, expect_file};
use schema::model::Model;

const MANIFEST: &str = "
title: Notes API
base_url: https://notes.example
page: {url: 'https://notes.example/docs'}
names: {Integer | String: BoardId}
";

const SCHEMA: &str = "
api: notes
version: null
methods:
- name: sendNote
  link: '#sendnote'
  returns: Note | True
  params:
  - {name: board_id, type: Integer | String, required: true}
  - {name: text, type: String, required: false, length: {min: 1, max: 80}}
  - {name: picture, type: InputFile | String, required: false, required_if: text is not specified}
types:
- name: Note
  link: '#note'
  fields:
  - {name: id, type: Integer, required: true}
  - {name: type, type: String, required: true, const: note}
  - {name: colour, type: Colour, required: false}
  - {name: sent, type: Integer, required: false, format: unix-time}
- name: Colour
  one_of: [ColourName, ColourMix]
  tag: kind
- name: ColourName
  fields:
  - {name: kind, type: String, required: true, const: name}
  - {name: name, type: String, required: true, enum: [red, green]}
- name: ColourMix
  fields:
  - {name: kind, type: String, required: true, const: mix}
  - {name: parts, type: Array<Integer>, required: true, items: {min: 3, max: 3}}
";

const WORDS: &str = "
sendNote: Pins a note to a board.
sendNote.board_id: The board, by id or by `#name`.
Note: A note on a board.
'*.text': What the note says.
";

fn model() -> Model {
    crate::model(MANIFEST, SCHEMA, WORDS)
}

fn check(name: &str, expected: ExpectFile) {
    let files = generator::generate(&[model()]).unwrap();
    expected.assert_eq(&files.0[&format!("src/apis/{name}")]);
}

#[test]
fn the_files() {
    check("mod.rs", expect_file!["expected/apis.rs"]);
    check("notes/mod.rs", expect_file!["expected/mod.rs"]);
    check("notes/bot.rs", expect_file!["expected/bot.rs"]);
    check("notes/methods.rs", expect_file!["expected/methods.rs"]);
    check("notes/types.rs", expect_file!["expected/types.rs"]);
    check("notes/unions.rs", expect_file!["expected/unions.rs"]);
    check("notes/words.rs", expect_file!["expected/words.rs"]);
}

#[test]
fn the_features() {
    assert_eq!(generator::features(&[model()]), "notes = []\n");
}

#[test]
fn the_order_of_apis_does_not_matter() {
    let mut other = model();
    other.api = "a_first".to_owned();
    let files = generator::generate(&[model(), other.clone()]).unwrap();
    assert_eq!(generator::generate(&[other, model()]).unwrap(), files);
    assert_eq!(files.0.len(), 13);
}
