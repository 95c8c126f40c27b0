//! Two versions of a real page, which is not ours to keep here: code that uses everything of the
//! crate from the first compiles against the crate from the second. `PAGES_DIR` leads to the pages.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use schema::PageLock;
use schema::schema::Schema;
use testing::crate_copy::{self, read_file, write_if_changed};
use testing::real_pages;

use super::uses::Uses;

const FOLDER: &str = "schema/apis/telegram";

/// The fields that became options, as Rust calls them. Their types are all that may change.
fn became_optional(root: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(root.join(FOLDER).join("page.lock")).unwrap();
    let lock: PageLock = schema::yaml::load(&text).unwrap();
    let camel = |name: &str| name[..1].to_uppercase() + &name[1..];
    let list = lock.was_required.into_iter().flat_map(|one| one.0);
    list.map(|at| camel(&at.to_string())).collect()
}

/// The number of parameters and fields in the schema: each is a field in Rust, and each is used.
fn count_members(root: &Path) -> usize {
    let text = fs::read_to_string(root.join(FOLDER).join("schema.yaml")).unwrap();
    let schema: Schema = schema::yaml::load(&text).unwrap();
    let params = schema.methods.iter().map(|method| method.params.len());
    let fields = schema.types.iter().map(|def| def.fields().len());
    params.chain(fields).sum()
}

#[test]
#[ignore = "reads real pages: set PAGES_DIR and add `-- --ignored real_pages`"]
fn all_that_one_version_offers_is_in_the_next() {
    let pages = [
        real_pages::page_path("telegram-10.0.html"),
        real_pages::committed_page("telegram"),
    ];
    let [old, new] = pages.map(|page| fs::read_to_string(page).unwrap());
    let root = crate_copy::create_copy(env!("CARGO_TARGET_TMPDIR"), "telegram", "telegram = []\n");
    let _ = fs::remove_dir_all(root.join("schema"));
    let by_hand = ["api.yaml", "overrides.yaml", "words.yaml"];
    for file in by_hand.into_iter().chain(["schema.yaml", "page.lock"]) {
        write_if_changed(
            &root.join(FOLDER).join(file),
            &read_file(&format!("{FOLDER}/{file}")),
        );
    }
    let at = root.join("schema/pages/telegram.html");
    let committed = became_optional(&root);
    write_if_changed(&at, &old);
    super::run_codegen(&root);
    assert_eq!(became_optional(&root), BTreeSet::new());
    let apis = root.join("generated/src/apis/telegram");
    let uses = Uses::of(&apis, &committed);
    write_if_changed(&at, &new);
    super::run_codegen(&root);
    assert_eq!(became_optional(&root), committed);
    assert_eq!(uses.left_out, committed);
    assert!(uses.len() > count_members(&root), "{}", uses.len());
    write_if_changed(
        &root.join("generated/tests/uses.rs"),
        &uses.text("telegram"),
    );
    let check = ["check", "--features=telegram", "--test=uses"];
    crate_copy::run_cargo(&root, &check).unwrap_or_else(|text| panic!("{text}"));
}
