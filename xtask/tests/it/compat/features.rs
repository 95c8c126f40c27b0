//! Code that needs a feature which is off: rustc says which.

use std::path::Path;

use testing::crate_copy::{self, read_file, write_if_changed};

/// A program that is built with these options, and what rustc must say of it.
fn assert_refused(root: &Path, program: &str, options: &[&str], words: &str) {
    write_if_changed(&root.join("generated/tests/program.rs"), program);
    let arguments = [&["check", "--test=program"], options].concat();
    let said = crate_copy::run_cargo(root, &arguments).unwrap_err();
    assert!(said.contains(words), "{said}");
}

#[test]
fn a_feature_that_is_off_is_named() {
    let root = crate_copy::create_copy(env!("CARGO_TARGET_TMPDIR"), "features", "");
    let manifest =
        "title: Kiosk\nbase_url: https://kiosk.example\nnames: {Integer | String: KioskId}\n";
    write_if_changed(&root.join("schema/apis/kiosk/api.yaml"), manifest);
    let page = read_file("xtask/tests/it/compat/small/v1.md");
    write_if_changed(&root.join("schema/pages/kiosk.md"), &page);
    super::run_codegen(&root);
    let program = "use generated::kiosk::Bot;\nfn main() {}\n";
    assert_refused(&root, program, &[], "gated behind the `kiosk` feature");
    let on = ["--features=kiosk"];
    for (item, feature) in [("new", "client"), ("blocking", "blocking")] {
        let program = format!("fn main() {{ generated::kiosk::Bot::{item}(\"\"); }}\n");
        let words = format!("`Bot::{item}` is gated behind the `{feature}` feature");
        assert_refused(&root, &program, &on, &words);
    }
}
