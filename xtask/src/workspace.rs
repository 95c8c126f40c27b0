//! The repository: where its files are, and which APIs it has.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::api::Api;
use crate::error::{CommandError, failure, io_error, shown};
use crate::files::{Drift, FileSet};
use schema::suggest::did_you_mean;

/// The folder with a folder for each API.
pub const APIS: &str = "schema/apis";
/// The folder of the pages, where no other is given.
pub const PAGES: &str = "schema/pages";
/// The JSON Schema of every `schema.yaml`.
pub const JSON_SCHEMA: &str = "schema/schema.schema.json";
/// The catalogue of the lints.
pub const LINTS: &str = "schema/LINTS.md";
/// The crate that is generated.
pub const GENERATED: &str = "generated";
/// The part of it that belongs to codegen alone.
pub const OWNED: &str = "generated/src/apis";

/// A checkout of the repository.
#[derive(Clone, Debug)]
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The workspace in this folder.
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
        }
    }

    /// Its folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path as diagnostics show it.
    pub fn shown(&self, path: &Path) -> String {
        shown(&self.root, path)
    }

    /// The names of its APIs, sorted.
    ///
    /// # Errors
    ///
    /// Where the folder can't be read, or has a folder whose name is no API's.
    pub fn names(&self) -> Result<Vec<String>, CommandError> {
        let entries = fs::read_dir(self.root.join(APIS)).and_then(Iterator::collect);
        let entries: Vec<fs::DirEntry> = entries.map_err(|error| io_error("read", APIS, &error))?;
        let folders = entries.into_iter().filter(|entry| entry.path().is_dir());
        let names = folders.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut names: Vec<_> = names.filter(|name| !name.starts_with('.')).collect();
        names.sort();
        match names.iter().find(|name| !is_api_name(name)) {
            Some(name) => Err(bad_name(name)),
            None => Ok(names),
        }
    }

    /// Loads these APIs, or all of them where none is named, sorted by name.
    ///
    /// # Errors
    ///
    /// What is wrong with the names, or with the files of each.
    pub fn load(&self, wanted: &[String]) -> Result<Vec<Api>, CommandError> {
        let names = self.known(wanted)?;
        let is_wanted = |name: &&String| wanted.is_empty() || wanted.contains(name);
        let mut failures = Vec::new();
        let mut apis = Vec::new();
        for name in names.iter().filter(is_wanted) {
            match Api::load(&self.root, name) {
                Ok(api) => apis.push(api),
                Err(found) => failures.extend(found),
            }
        }
        if failures.is_empty() {
            return Ok(apis);
        }
        Err(CommandError::Input(failures))
    }

    /// The names of its APIs, once each of these is known to be one.
    ///
    /// # Errors
    ///
    /// Where one is not.
    pub fn known(&self, wanted: &[String]) -> Result<Vec<String>, CommandError> {
        let names = self.names()?;
        for name in wanted {
            known(name, &names)?;
        }
        Ok(names)
    }

    /// Loads one API.
    ///
    /// # Errors
    ///
    /// Where there is none of this name, or what is wrong with its files.
    pub fn load_one(&self, name: &str) -> Result<Api, CommandError> {
        known(name, &self.names()?)?;
        Api::load(&self.root, name).map_err(CommandError::Input)
    }

    /// The text of one of its files, by its path from the root.
    ///
    /// # Errors
    ///
    /// Where it can't be read.
    pub fn read(&self, path: &Path) -> Result<String, CommandError> {
        let text = fs::read_to_string(self.root.join(path));
        text.map_err(|error| io_error("read", &shown(Path::new(""), path), &error).into())
    }

    /// What is not as these files should be.
    ///
    /// # Errors
    ///
    /// Where the workspace can't be read.
    pub fn compare(&self, files: &FileSet) -> Result<Vec<Drift>, CommandError> {
        let found = files.compare(&self.root);
        found.map_err(|error| failure(format!("can't compare with the files: {error}")).into())
    }

    /// Makes its files as they should be and says what had to change.
    ///
    /// # Errors
    ///
    /// Where the workspace can't be read or written.
    pub fn write(&self, files: &FileSet) -> Result<Vec<Drift>, CommandError> {
        let written = files.write(&self.root);
        written.map_err(|error| failure(format!("can't write the files: {error}")).into())
    }
}

fn known(name: &str, names: &[String]) -> Result<(), CommandError> {
    if names.iter().any(|known| known == name) {
        return Ok(());
    }
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let told = failure(format!(
        "no API `{name}`: there is no folder `{APIS}/{name}`"
    ));
    Err(told.help(did_you_mean(name, &names)).into())
}

fn bad_name(name: &str) -> CommandError {
    let told = failure(format!("`{APIS}/{name}` is no name for an API"));
    told.help(
        "an API's name is its Rust module's and its folder's: at most 64 lowercase letters, digits \
         and `_`, a letter first, and no device of Windows",
    )
    .into()
}

/// The longest name of an API, in letters: it is a folder's, and a part of longer names.
const LONGEST: usize = 64;

/// Names of devices: Windows has no files that are called so, whatever their ending.
const DEVICES: &[&str] = &["aux", "con", "nul", "prn"];

/// Whether a name can be an API's: a lowercase Rust identifier that any system takes for a file.
pub fn is_api_name(name: &str) -> bool {
    let tail = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let letters = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let port = matches!(letters, "com" | "lpt") && name.len() == letters.len() + 1;
    let device = port || DEVICES.contains(&name);
    let plain = name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(tail);
    plain && !device && name.len() <= LONGEST
}

/// The workspace that Cargo runs this from, or the one around the current folder.
pub fn find_root() -> Option<PathBuf> {
    let manifest = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let by_cargo = manifest.as_deref().and_then(Path::parent);
    let current = env::current_dir().ok();
    let above = current.iter().flat_map(|folder| folder.ancestors());
    let mut candidates = by_cargo.into_iter().chain(above);
    candidates
        .find(|folder| folder.join(APIS).is_dir())
        .map(Path::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_api_is_a_lowercase_identifier() {
        assert!(is_api_name("safew"));
        assert!(is_api_name("bot_api2"));
        for name in ["", "Safew", "2bot", "_a", "a-b", "../a", "é", "nul", "com1"] {
            assert!(!is_api_name(name), "{name}");
        }
    }
}
