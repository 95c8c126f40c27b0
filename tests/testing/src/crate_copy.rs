//! A copy of the `generated` crate, in a workspace of its own: its runtime, and no API.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The lines around the features in the crate's manifest.
const BEGIN: &str = "# @generated features: begin\n";
const END: &str = "# @generated features: end\n";

/// The folder of the repository.
fn repository_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A file of the repository, by its path there.
pub fn read_file(path: &str) -> String {
    fs::read_to_string(repository_folder().join(path)).unwrap()
}

/// Writes a file if it differs, so that nothing is built again without need.
pub fn write_if_changed(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Makes the copy, in place of an older one, with these lines as its features.
pub fn create_copy(tmp: &str, name: &str, features: &str) -> PathBuf {
    let root = Path::new(tmp).join(name);
    for folder in ["src/apis", "tests"] {
        let _ = fs::remove_dir_all(root.join("generated").join(folder));
    }
    for file in ["Cargo.lock", "clippy.toml"] {
        write_if_changed(&root.join(file), &read_file(file));
    }
    let manifest = read_file("Cargo.toml");
    let mut lines = manifest.lines();
    let members = lines.find(|line| line.starts_with("members")).unwrap();
    let manifest = manifest.replace(members, "members = [\"generated\"]");
    write_if_changed(&root.join("Cargo.toml"), &manifest);
    let manifest = read_file("generated/Cargo.toml");
    let (before, rest) = manifest.split_once(BEGIN).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    // The features that the documentation of the runtime speaks of.
    let spoken_of = ["safew = []\n", "telegram = []\n"];
    let more: String = spoken_of
        .into_iter()
        .filter(|f| !features.contains(f))
        .collect();
    let text = format!("{before}{more}{BEGIN}{features}{END}{after}");
    let text = without_section(&text, "[dev-dependencies]");
    write_if_changed(&root.join("generated/Cargo.toml"), &text);
    copy_runtime(&root, Path::new("generated/src"));
    root
}

/// A manifest without one of its sections: the examples need APIs that a copy has not.
fn without_section(manifest: &str, section: &str) -> String {
    let Some((before, rest)) = manifest.split_once(section) else {
        return manifest.to_owned();
    };
    let after = rest.find("\n[").map_or("", |end| &rest[end..]);
    format!("{before}{after}")
}

/// Copies a folder of the runtime, and what is in it, but for the APIs.
fn copy_runtime(root: &Path, folder: &Path) {
    let from = repository_folder();
    remove_extra(&root.join(folder), &from.join(folder));
    for entry in fs::read_dir(from.join(folder)).unwrap() {
        let path = entry.unwrap().path();
        let name = folder.join(path.file_name().unwrap());
        if path.is_file() {
            write_if_changed(&root.join(name), &fs::read_to_string(&path).unwrap());
        } else if !path.ends_with("apis") {
            copy_runtime(root, &name);
        }
    }
}

/// Removes the files of an older copy that the folder no longer has.
fn remove_extra(copy: &Path, folder: &Path) {
    let Ok(entries) = fs::read_dir(copy) else {
        return;
    };
    let paths = entries.map(|entry| entry.unwrap().path());
    for path in paths.filter(|path| !folder.join(path.file_name().unwrap()).exists()) {
        match path.is_dir() {
            true => fs::remove_dir_all(path).unwrap(),
            false => fs::remove_file(path).unwrap(),
        }
    }
}

/// The folder that Cargo builds every copy in, so that they share the dependencies.
pub fn target_dir(root: &Path) -> PathBuf {
    root.with_file_name("target")
}

/// Runs Cargo there, with warnings as errors, and returns its output.
///
/// # Errors
///
/// The output, if Cargo fails.
pub fn run_cargo(root: &Path, arguments: &[&str]) -> Result<String, String> {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(root)
        .env("CARGO_TARGET_DIR", target_dir(root))
        .env("CARGO_NET_OFFLINE", "true")
        .env("RUSTFLAGS", "-D warnings")
        .env("RUSTDOCFLAGS", "-D warnings")
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    match output.status.success() {
        true => Ok(text),
        false => Err(format!("cargo {arguments:?}\n{text}")),
    }
}
