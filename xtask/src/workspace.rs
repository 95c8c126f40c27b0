//! The repository: where its files are, and which APIs it has.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use reader::lint::Levels;
use schema::Diagnostic;
use schema::load::{ApiFolder, Errors, display_path, io_error, is_api_name, load_with_bases};
use schema::suggest::did_you_mean;

use crate::error::CommandError;
use crate::files::{Drift, FileSet};

/// The folder with a folder for each API.
pub const APIS: &str = "schema/apis";
/// The folder of the pages, where no other is given.
pub const PAGES: &str = "schema/pages";
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
    pub fn display_path(&self, path: &Path) -> String {
        display_path(&self.root, path)
    }

    /// The names of its APIs, sorted.
    ///
    /// # Errors
    ///
    /// If the folder can't be read, or has a folder whose name is no API's.
    pub fn api_names(&self) -> Result<Vec<String>, CommandError> {
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

    /// Loads all APIs, sorted by name.
    ///
    /// # Errors
    ///
    /// The mistakes in the files of each.
    pub fn load_all(&self) -> Result<Vec<ApiFolder>, CommandError> {
        let mut errors = Vec::new();
        let mut apis = Vec::new();
        for name in self.api_names()? {
            match self.load_api(&name) {
                Ok(api) => apis.push(api),
                Err(found) => errors.extend(found),
            }
        }
        if errors.is_empty() {
            Ok(apis)
        } else {
            Err(errors.into())
        }
    }

    fn load_api(&self, name: &str) -> Result<ApiFolder, Errors> {
        let api = ApiFolder::load(self.root.as_path(), &Path::new(APIS).join(name))?;
        check_levels(&api)?;
        Ok(api)
    }

    /// Checks that each of these is the name of an API.
    ///
    /// # Errors
    ///
    /// If one is not.
    pub fn check_names(&self, wanted: &[String]) -> Result<(), CommandError> {
        let names = self.api_names()?;
        for name in wanted {
            check_known(name, &names)?;
        }
        Ok(())
    }

    /// Loads one API.
    ///
    /// # Errors
    ///
    /// If there is none of this name, or the mistakes in its files.
    pub fn load_one(&self, name: &str) -> Result<ApiFolder, CommandError> {
        check_known(name, &self.api_names()?)?;
        Ok(self.load_api(name)?)
    }

    /// Loads one API and those that it extends, the nearest first.
    ///
    /// # Errors
    ///
    /// If there is none of this name, or the mistakes in the files.
    pub fn load_with_bases(&self, name: &str) -> Result<Vec<ApiFolder>, CommandError> {
        check_known(name, &self.api_names()?)?;
        let all = load_with_bases(self.root.as_path(), Path::new(APIS), name)?;
        all.iter().try_for_each(check_levels)?;
        Ok(all)
    }

    /// The text of one of its files, by its path from the root.
    ///
    /// # Errors
    ///
    /// If it can't be read.
    pub fn read_file(&self, path: &Path) -> Result<String, CommandError> {
        let text = fs::read_to_string(self.root.join(path));
        text.map_err(|error| io_error("read", &display_path(Path::new(""), path), &error).into())
    }

    /// Compares its files with these, and returns those that differ.
    ///
    /// # Errors
    ///
    /// If the workspace can't be read.
    pub fn compare(&self, files: &FileSet) -> Result<Vec<Drift>, CommandError> {
        let found = files.compare(&self.root);
        found.map_err(|error| {
            Diagnostic::input_error(format!("can't compare with the files: {error}")).into()
        })
    }

    /// Makes its files as they should be, and returns those that had to change.
    ///
    /// # Errors
    ///
    /// If the workspace can't be read or written.
    pub fn write(&self, files: &FileSet) -> Result<Vec<Drift>, CommandError> {
        let written = files.write(&self.root);
        written.map_err(|error| {
            Diagnostic::input_error(format!("can't write the files: {error}")).into()
        })
    }
}

/// Checks the lint levels of a manifest: they are the lints' knowledge, not the loader's.
fn check_levels(api: &ApiFolder) -> Result<(), Errors> {
    let errors = Levels::of(&api.manifest.source, &api.manifest.value).check();
    if errors.is_empty() {
        Ok(())
    } else {
        Err(errors)
    }
}

fn check_known(name: &str, names: &[String]) -> Result<(), CommandError> {
    if names.iter().any(|known| known == name) {
        return Ok(());
    }
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let error = Diagnostic::input_error(format!(
        "no API `{name}`: there is no folder `{APIS}/{name}`"
    ));
    Err(error.help(did_you_mean(name, &names)).into())
}

fn bad_name(name: &str) -> CommandError {
    let error = Diagnostic::input_error(format!("`{APIS}/{name}` is no name for an API"));
    error.help(
        "an API's name is its Rust module's and its folder's: at most 64 lowercase letters, digits \
         and `_`, a letter first, and no device of Windows",
    )
    .into()
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
