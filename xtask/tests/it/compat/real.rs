//! Two versions of a real page, which is not ours to keep here: code that uses everything of the
//! crate from the first compiles against the crate from the second. Where `PAGES_DIR` does not
//! lead to both pages, this says that it was skipped.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use schema::manifest::Manifest;
use testing::copy::{self, put, read};

use super::uses::Uses;

const FOLDER: &str = "schema/apis/telegram";

fn page(name: &str) -> Option<String> {
    let folders = std::env::var_os("PAGES_DIR").unwrap_or_default();
    let mut paths = std::env::split_paths(&folders).map(|folder| folder.join(name));
    let text = paths.find_map(|path| fs::read_to_string(path).ok());
    if text.is_none() {
        eprintln!("skipped: no `{name}` in PAGES_DIR");
    }
    text
}

/// The fields that became options, as Rust calls them. Their types are all that may change.
fn became_optional(root: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(root.join(FOLDER).join("api.yaml")).unwrap();
    let manifest: Manifest = schema::yaml::load(&text).unwrap();
    let camel = |name: &str| name[..1].to_uppercase() + &name[1..];
    let list = manifest.was_required.into_iter();
    list.map(|at| camel(&at.to_string())).collect()
}

#[test]
fn all_that_one_version_offers_is_in_the_next() {
    let (Some(old), Some(new)) = (page("telegram-10.0.html"), page("telegram.html")) else {
        return;
    };
    let root = copy::workspace(env!("CARGO_TARGET_TMPDIR"), "telegram", "telegram = []\n");
    let _ = fs::remove_dir_all(root.join("schema"));
    for file in ["api.yaml", "overrides.yaml", "words.yaml", "schema.yaml"] {
        put(
            &root.join(FOLDER).join(file),
            &read(&format!("{FOLDER}/{file}")),
        );
    }
    let at = root.join("schema/pages/telegram.html");
    let committed = became_optional(&root);
    put(&at, &old);
    super::codegen(&root);
    assert_eq!(became_optional(&root), BTreeSet::new());
    let apis = root.join("generated/src/apis/telegram");
    let uses = Uses::of(&apis, &committed);
    put(&at, &new);
    super::codegen(&root);
    assert_eq!(became_optional(&root), committed);
    assert_eq!(uses.left_out, ["EditMessageText.text"]);
    assert!(uses.len() > 4000, "{}", uses.len());
    put(
        &root.join("generated/tests/uses.rs"),
        &uses.text("telegram"),
    );
    let check = ["check", "--features=telegram", "--test=uses"];
    copy::cargo(&root, &check).unwrap_or_else(|text| panic!("{text}"));
}
