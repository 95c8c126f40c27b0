//! Real pages, which are not ours to keep here.

use std::path::{Path, PathBuf};
use std::{env, fs};

use schema::PageLock;
use sha2::{Digest, Sha256};

/// The path of a page in one of the folders that `PAGES_DIR` names, in the manner of `PATH`.
///
/// # Panics
///
/// If no folder has it: a test that needs a page fails without it.
#[must_use]
pub fn page_path(name: &str) -> PathBuf {
    let mut paths = folders().into_iter().map(|folder| folder.join(name));
    let found = paths.find(|path| path.exists());
    assert!(found.is_some(), "no folder in PAGES_DIR has `{name}`");
    found.unwrap_or_default()
}

/// The path of the page of an API that is committed: the file in one of those folders whose SHA-256
/// its `page.lock` records, whatever version the others are.
///
/// # Panics
///
/// If no folder has it.
#[must_use]
pub fn committed_page(api: &str) -> PathBuf {
    let lock = format!("schema/apis/{api}/page.lock");
    let recorded: Option<PageLock> = schema::yaml::load(&crate::crate_copy::read_file(&lock)).ok();
    let recorded = recorded.and_then(|lock| lock.sha256);
    let entries = folders()
        .into_iter()
        .filter_map(|folder| fs::read_dir(folder).ok());
    let paths = entries.flatten().flatten().map(|entry| entry.path());
    let mut pages = paths.filter(|path| path.is_file() && is_named(path, api));
    let found = pages.find(|path| recorded.is_some() && hash_file(path) == recorded);
    assert!(
        found.is_some(),
        "no folder in PAGES_DIR has the page that {lock} records"
    );
    found.unwrap_or_default()
}

fn folders() -> Vec<PathBuf> {
    let folders = env::var_os("PAGES_DIR").unwrap_or_default();
    env::split_paths(&folders).collect()
}

/// Checks whether a file is of an API by its name: `telegram.html`, `telegram-10.0.html`.
fn is_named(path: &Path, api: &str) -> bool {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().starts_with(api)
}

/// The SHA-256 of a file, in hexadecimal.
fn hash_file(path: &Path) -> Option<String> {
    let digest = Sha256::digest(fs::read(path).ok()?);
    Some(digest.iter().map(|byte| format!("{byte:02x}")).collect())
}
