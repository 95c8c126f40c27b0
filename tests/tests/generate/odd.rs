//! A schema with everything that could go wrong, and an API of which there is nothing but a page:
//! both are generated, built with warnings as errors, formatted, documented and used, in a copy of
//! the `generated` crate.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use schema::model::Model;
use schema::source::Source;

fn read(path: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(folder.join(path)).unwrap()
}

fn odd() -> Model {
    let file = |name: &str| read(&format!("tests/generate/odd/{name}"));
    crate::model(&file("api.yaml"), &file("schema.yaml"), "{}")
}

/// The made-up API, from its page.
fn lighthouse() -> Model {
    let file = |name: &str| read(&format!("tests/generate/lighthouse/{name}"));
    let page = schema::read::read("lighthouse", &Source::new("page.md", file("page.md"))).unwrap();
    assert!(page.diagnostics.is_empty(), "{:?}", page.diagnostics);
    let schema = schema::yaml::print(&page.schema.without_prose()).unwrap();
    crate::model(&file("api.yaml"), &schema, &file("words.yaml"))
}

/// Writes a file where it differs, so that nothing is built again without need.
fn put(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// A workspace with a copy of the crate that has these two APIs alone.
fn workspace() -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("odd");
    for folder in ["src/apis", "tests"] {
        let _ = fs::remove_dir_all(root.join("generated").join(folder));
    }
    for file in ["Cargo.lock", "clippy.toml"] {
        put(&root.join(file), &read(&format!("../{file}")));
    }
    let manifest = read("../Cargo.toml");
    let members = manifest
        .lines()
        .find(|line| line.starts_with("members"))
        .unwrap();
    put(
        &root.join("Cargo.toml"),
        &manifest.replace(members, "members = [\"generated\"]"),
    );
    copy_runtime(&root);
    for (path, text) in generator::generate(&[odd(), lighthouse()]).unwrap().0 {
        put(&root.join("generated").join(path), &text);
    }
    for file in [
        "odd/behaviour.rs",
        "odd/limits.rs",
        "lighthouse/behaviour.rs",
    ] {
        let text = read(&format!("tests/generate/{file}"));
        let name = file.replace('/', "_");
        put(&root.join("generated/tests").join(name), &text);
    }
    root
}

fn copy_runtime(root: &Path) {
    let manifest = read("../generated/Cargo.toml");
    let (before, rest) = manifest
        .split_once("# @generated features: begin\n")
        .unwrap();
    let (_, after) = rest.split_once("# @generated features: end\n").unwrap();
    let features = generator::features(&[odd(), lighthouse()]);
    // The examples are of APIs that are not here.
    let (after, rest) = after.split_once("# The examples").unwrap();
    let (_, lints) = rest.split_once("[lints]").unwrap();
    let text = format!("{before}safew = []\ntelegram = []\n{features}{after}[lints]{lints}");
    put(&root.join("generated/Cargo.toml"), &text);
    copy(root, Path::new("generated/src"));
}

/// Copies a folder of the runtime.
fn copy(root: &Path, folder: &Path) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(folder);
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let name = folder.join(path.file_name().unwrap());
        if path.is_file() {
            put(&root.join(name), &fs::read_to_string(&path).unwrap());
        } else if !path.ends_with("apis") {
            copy(root, &name);
        }
    }
}

fn cargo(root: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(root)
        .env("CARGO_TARGET_DIR", root.join("target"))
        .env("CARGO_NET_OFFLINE", "true")
        .env("RUSTFLAGS", "-D warnings")
        .env("RUSTDOCFLAGS", "-D warnings")
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(output.status.success(), "cargo {arguments:?}\n{text}");
    text
}

#[test]
fn it_compiles_and_does_what_it_should() {
    let root = workspace();
    cargo(&root, &["fmt", "--check"]);
    let features = "--features=odd,lighthouse";
    cargo(&root, &["clippy", features]);
    cargo(&root, &["doc", features, "--no-deps"]);
    let text = cargo(&root, &["test", features]);
    for file in ["odd_behaviour", "odd_limits", "lighthouse_behaviour"] {
        assert!(text.contains(file), "{text}");
    }
    check_docs(&root.join("target/doc/generated/odd/methods/struct.New_.html"));
}

/// What a page says is text in the documentation, whatever it looks like.
fn check_docs(page: &Path) {
    let html = fs::read_to_string(page).unwrap();
    assert!(
        html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"),
        "{html}"
    );
    assert!(!html.contains("<script>alert(1)"), "{html}");
    assert!(!html.contains("href=\"javascript:"), "{html}");
    assert!(!html.contains("<h1>Heading"), "{html}");
}

#[test]
fn every_file_starts_with_how_it_came_to_be() {
    for (path, text) in generator::generate(&[odd()]).unwrap().0 {
        let first = text.lines().next().unwrap();
        assert!(
            first.starts_with("// @generated by `cargo xtask codegen` from "),
            "{path}"
        );
        assert!(first.ends_with("/. Do not edit."), "{path}");
        assert!(
            text.lines().all(|line| line.chars().count() <= 100),
            "{path}"
        );
    }
}
