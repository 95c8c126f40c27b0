//! Real pages, which are not ours to keep here.

use std::env;
use std::path::PathBuf;

/// The path of a page in one of the folders that `PAGES_DIR` names, in the manner of `PATH`.
///
/// # Panics
///
/// If no folder has it: a test that needs a page fails without it.
#[must_use]
pub fn page_path(name: &str) -> PathBuf {
    let folders = env::var_os("PAGES_DIR").unwrap_or_default();
    let mut paths = env::split_paths(&folders).map(|folder| folder.join(name));
    let found = paths.find(|path| path.exists());
    assert!(found.is_some(), "no folder in PAGES_DIR has `{name}`");
    found.unwrap_or_default()
}
