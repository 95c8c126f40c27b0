//! One method, one type and one union: the whole text that comes out.

use std::fs;
use std::path::Path;

use expect_test::expect_file;
use schema::model::Model;

const MANIFEST: &str = "
title: Notes API
base_url: https://notes.example
page: {url: 'https://notes.example/docs'}
names: {'Integer | String': {name: BoardId, variants: {Integer: Number, String: Name}}}
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
  - {name: pins, type: Array<Pin>, required: false}
types:
- name: Note
  link: '#note'
  fields:
  - {name: id, type: Integer, required: true}
  - {name: type, type: String, required: true, const: note}
  - {name: colour, type: Colour, required: false}
  - {name: sent, type: Integer, required: false, format: unix-time}
- name: Pin
  or: String
  fields:
  - {name: label, type: String, required: true}
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

#[test]
fn the_files() {
    let files = generator::generate(&[model()]).unwrap().0;
    for (path, text) in &files {
        let path = path.strip_prefix("src/apis/").unwrap();
        expect_file![format!("expected/{path}")].assert_eq(text);
    }
    let expected = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/expected");
    assert_eq!(count_files(Path::new(expected)), files.len());
}

fn count_files(folder: &Path) -> usize {
    let paths = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    paths
        .map(|path| if path.is_dir() { count_files(&path) } else { 1 })
        .sum()
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
    assert!(files.0.contains_key("src/apis/a_first/bot.rs"));
    assert!(files.0.contains_key("src/apis/notes/bot.rs"));
    assert_eq!(generator::generate(&[other, model()]).unwrap(), files);
}
