//! Reads a response to `getUpdates`, as polling does, into `serde_json::Value`, our types and a
//! peer's, by turns in one run; then writes the updates again.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use frankenstein::response::MethodResponse;
use frankenstein::updates::Update as TheirUpdate;
use generated::Incoming;
use generated::telegram::Update;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::canned::receive_updates;
use crate::compare::{Candidate, compare};

/// Compares with the updates of a folder, by default those of the corpus.
pub fn compare_readers(folder: Option<String>) {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../testing/corpus/updates");
    let texts = read_folder(&folder.map_or(corpus, PathBuf::from));
    let all = texts.len();
    // The peer reads no update of a response that has one it can't read.
    let is_readable = |text: &String| serde_json::from_str::<TheirUpdate>(text).is_ok();
    let texts: Vec<String> = texts.into_iter().filter(is_readable).collect();
    println!("{} updates of {all} that the peer can read", texts.len());
    let extended: Vec<String> = texts.iter().map(|text| extend_text(text)).collect();
    compare_reading("reading", &texts);
    compare_reading("reading, each object with an unknown field", &extended);
    compare_writing("writing", &texts);
    compare_round_trips("reading and writing", &texts);
}

fn read_folder(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder").flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    let read = |path: &PathBuf| fs::read_to_string(path).expect("a file");
    paths.iter().map(read).collect()
}

/// Adds a field that no reference has to each object of an update.
fn extend_text(text: &str) -> String {
    let mut update = serde_json::from_str(text).expect("JSON");
    extend_objects(&mut update);
    update.to_string()
}

fn extend_objects(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(extend_objects),
        Value::Object(fields) => {
            fields.values_mut().for_each(extend_objects);
            fields.insert("brand_new".to_owned(), json!("a value"));
        }
        _ => {}
    }
}

fn build_response(texts: &[String]) -> Vec<u8> {
    let result = texts.join(",");
    format!(r#"{{"ok":true,"result":[{result}]}}"#).into_bytes()
}

/// Parses a response. The text is checked once, which is faster than `from_slice`.
fn parse<T: DeserializeOwned>(response: &[u8]) -> T {
    let text = str::from_utf8(response).expect("UTF-8");
    serde_json::from_str(text).expect("a response")
}

fn compare_reading(title: &str, texts: &[String]) {
    let response = build_response(texts);
    let candidates = [
        Candidate::new("serde_json::Value", || {
            drop(black_box(parse::<Value>(&response.clone())));
        }),
        Candidate::new("generated, as polling reads", || {
            drop(black_box(receive_updates(response.clone())));
        }),
        Candidate::new("generated, a list of Update", || {
            drop(black_box(parse::<Listed>(&response.clone()).result));
        }),
        Candidate::new("frankenstein", || {
            drop(black_box(parse::<Theirs>(&response.clone())));
        }),
    ];
    compare(title, texts.len(), &candidates);
}

type Theirs = MethodResponse<Vec<TheirUpdate>>;

/// The envelope without any care for updates that can't be read.
#[derive(serde::Deserialize)]
struct Listed {
    result: Vec<Update>,
}

fn compare_writing(title: &str, texts: &[String]) {
    let response = build_response(texts);
    let value: Value = parse(&response);
    let ours: Vec<Incoming<Update>> = receive_updates(response.clone());
    let theirs: Theirs = parse(&response);
    let candidates = [
        Candidate::new("serde_json::Value", || write(&value)),
        Candidate::new("generated", || write(&ours)),
        Candidate::new("frankenstein", || write(&theirs)),
    ];
    compare(title, texts.len(), &candidates);
}

fn compare_round_trips(title: &str, texts: &[String]) {
    let response = build_response(texts);
    let candidates = [
        Candidate::new("serde_json::Value", || {
            write(&parse::<Value>(&response.clone()));
        }),
        Candidate::new("generated", || write(&receive_updates(response.clone()))),
        Candidate::new("frankenstein", || {
            write(&parse::<Theirs>(&response.clone()))
        }),
    ];
    compare(title, texts.len(), &candidates);
}

fn write(value: &impl Serialize) {
    black_box(serde_json::to_string(value).expect("JSON"));
}
