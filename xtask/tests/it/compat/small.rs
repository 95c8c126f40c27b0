//! A made-up page in three versions: each makes optional what the one before required or adds a
//! flag to many, and code that was written against any of them compiles against all that follow.

use std::path::Path;

use testing::copy::{self, put, read};

const FOLDER: &str = "xtask/tests/it/compat/small";

/// Puts the page of a version in its place, runs codegen, and checks that all code up to that
/// version does what it should.
fn advance(root: &Path, version: usize) -> String {
    let file = |name: String| read(&format!("{FOLDER}/{name}"));
    let page = root.join("schema/pages/kiosk.md");
    put(&page, &file(format!("v{version}.md")));
    let said = super::codegen(root);
    for older in 1..=version {
        let path = root.join(format!("generated/tests/v{older}.rs"));
        put(&path, &file(format!("v{older}.rs")));
    }
    let run = copy::cargo(root, &["test", "--features=kiosk", "--test=*"]);
    run.unwrap_or_else(|text| panic!("version {version}: {text}"));
    said
}

#[test]
fn code_outlives_the_version_that_it_was_written_for() {
    let root = copy::workspace(env!("CARGO_TARGET_TMPDIR"), "kiosk", "");
    let _ = std::fs::remove_dir_all(root.join("schema"));
    let manifest = root.join("schema/apis/kiosk/api.yaml");
    put(
        &manifest,
        "title: Kiosk\nbase_url: https://kiosk.example\nnames: {Integer | String: KioskId}\n",
    );
    advance(&root, 1);
    let said = advance(&root, 2);
    assert!(
        said.contains("`sendPaper.headline` is no longer required"),
        "{said}"
    );
    advance(&root, 3);
    copy::cargo(&root, &["fmt", "--check"]).unwrap();
    copy::cargo(&root, &["clippy", "--all-targets", "--features=kiosk"]).unwrap();
    let lock = manifest.with_file_name("page.lock");
    let text = std::fs::read_to_string(lock).unwrap();
    let list = "was_required:\n- sendPaper.headline\n- sendPaper.pages\n- Picture.caption\n";
    assert!(text.ends_with(list), "{text}");
}
