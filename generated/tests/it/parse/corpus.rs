//! Updates as a server sends them: each is read whole, and written as it came.

use std::fs;
use std::path::Path;

use generated::telegram::Update;
use serde_json::Value;

/// The files of a folder of the corpus, by name.
pub(crate) fn files(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../tests/testing/corpus")
        .join(folder);
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut files: Vec<(String, String)> = entries
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect();
    files.sort();
    files
}

/// What becomes of JSON that is read as an update and written.
pub(crate) fn again(text: &str) -> Value {
    let update: Update = serde_json::from_str(text).unwrap();
    let written = serde_json::to_string(&update).unwrap();
    let same: Update = serde_json::from_str(&written).unwrap();
    assert_eq!(same, update);
    serde_json::from_str(&written).unwrap()
}

#[test]
fn every_update_is_written_as_it_came() {
    let files = files("updates");
    assert_eq!(files.len(), 26);
    for (name, text) in files {
        let came: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(again(&text), came, "{name}");
    }
}

#[test]
fn nothing_of_them_is_unknown() {
    for (name, text) in files("updates") {
        let update: Update = serde_json::from_str(&text).unwrap();
        let shown = format!("{update:?}");
        assert!(!shown.contains("Unknown("), "{name}: {shown}");
        // Servers still send two members of old that the reference has dropped.
        let is_old = shown.contains("\"new_chat_participant\"");
        let unknown = shown.matches("extra: {\"").count();
        assert_eq!(unknown, usize::from(is_old), "{name}: {shown}");
    }
}
