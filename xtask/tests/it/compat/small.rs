//! A made-up page in three versions: each makes optional what the one before required or adds a
//! flag to many, and code that was written against any of them compiles against all that follow.

use std::path::Path;

use testing::crate_copy::{self, read_file, write_if_changed};

const FOLDER: &str = "xtask/tests/it/compat/small";

/// Puts the page of a version in its place, runs codegen, and checks that all code up to that
/// version does what it should.
fn advance(root: &Path, version: usize) -> String {
    let file = |name: String| read_file(&format!("{FOLDER}/{name}"));
    let page = root.join("schema/pages/kiosk.md");
    write_if_changed(&page, &file(format!("v{version}.md")));
    let said = super::run_codegen(root);
    for older in 1..=version {
        let path = root.join(format!("generated/tests/v{older}.rs"));
        write_if_changed(&path, &file(format!("v{older}.rs")));
    }
    let run = crate_copy::run_cargo(root, &["test", "--features=kiosk", "--test=*"]);
    run.unwrap_or_else(|text| panic!("version {version}: {text}"));
    said
}

#[test]
fn code_outlives_the_version_that_it_was_written_for() {
    let root = crate_copy::create_copy(env!("CARGO_TARGET_TMPDIR"), "kiosk", "");
    let _ = std::fs::remove_dir_all(root.join("schema"));
    let manifest = root.join("schema/apis/kiosk/api.yaml");
    write_if_changed(
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
    crate_copy::run_cargo(&root, &["fmt", "--check"]).unwrap();
    crate_copy::run_cargo(&root, &["clippy", "--all-targets", "--features=kiosk"]).unwrap();
    let lock = manifest.with_file_name("page.lock");
    let text = std::fs::read_to_string(lock).unwrap();
    let list = "was_required:\n- sendPaper.headline\n- - sendPaper.pages\n  - sendPaper.price\n- Picture.caption\nremoved:\n";
    assert!(text.contains(list), "{text}");
    let request = root.join("generated/src/apis/kiosk/methods/send_paper.rs");
    let request = std::fs::read_to_string(request).unwrap();
    assert!(request.contains("pub fn colour(") && !request.contains("pub fn size("));
}
