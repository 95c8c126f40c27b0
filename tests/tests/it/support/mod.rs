//! What the tests share: a transport without a network, the fake server, a server for what is
//! below HTTP, and the committed schemas.

pub(crate) mod complete;
pub(crate) mod events;
pub(crate) mod fake;
pub(crate) mod mock;
pub(crate) mod raw_server;

use std::fs;
use std::path::{Path, PathBuf};

use schema::schema::Schema;

/// The path of a file of the workspace.
pub(crate) fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name)
}

/// The schema of Telegram after overrides.
pub(crate) fn telegram() -> Schema {
    let model = schema::load::load_model(&path("schema/apis"), "telegram");
    model.unwrap().schema
}

/// The files of a folder of the corpus: their names, sorted, and their texts.
pub(crate) fn corpus(folder: &str) -> Vec<(String, String)> {
    let folder = path("tests/testing/corpus").join(folder);
    let entries = fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = paths
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect();
    assert!(!files.is_empty());
    files.sort();
    files
}

/// An empty folder for one test.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}
