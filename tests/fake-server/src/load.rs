//! The files of an API: its folder in, the [`Api`] out.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use schema::load::{Errors, load_model};

use crate::api::{Api, LoadError, nearest_name};

/// The folder of the APIs in a checkout.
const APIS: &str = "schema/apis";

impl From<Errors> for LoadError {
    fn from(errors: Errors) -> Self {
        let errors: Vec<_> = errors.iter().map(ToString::to_string).collect();
        Self::new(errors.join(
            "
",
        ))
    }
}

impl Api {
    /// Loads an API from the `schema/apis` of the checkout around the current folder.
    ///
    /// # Errors
    ///
    /// If there is no such folder or API, or its files can't be used.
    pub fn named(name: &str) -> Result<Self, LoadError> {
        let folder = find_apis().ok_or_else(|| {
            LoadError::new(format!(
                "neither this folder nor one above it has `{APIS}`: name the folder of the APIs"
            ))
        })?;
        Self::load(&folder, name)
    }

    /// Loads an API from a folder that has a folder for each.
    ///
    /// It is `schema.yaml` as corrected by `overrides.yaml`, with the types of the API that
    /// `api.yaml` extends.
    ///
    /// # Errors
    ///
    /// If there is no such API, or its files can't be used.
    pub fn load(apis: &Path, name: &str) -> Result<Self, LoadError> {
        let folder = apis.join(name);
        let is_name = !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\']);
        if !is_name || !folder.is_dir() {
            return Err(no_api(apis, name));
        }
        Self::new(load_model(apis, name)?)
    }
}

/// The folder of the APIs in the checkout around the current folder, or around the package that
/// Cargo runs.
pub fn find_apis() -> Option<PathBuf> {
    let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let starts = [env::current_dir().ok(), package].into_iter().flatten();
    let mut folders = starts.flat_map(|start| {
        let above: Vec<_> = start.ancestors().map(|folder| folder.join(APIS)).collect();
        above
    });
    folders.find(|folder| folder.is_dir())
}

fn no_api(apis: &Path, name: &str) -> LoadError {
    let entries = fs::read_dir(apis).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.path().join("schema.yaml").is_file());
    let names = folders.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.collect();
    names.sort();
    let known: Vec<&str> = names.iter().map(String::as_str).collect();
    let shown = apis.display();
    LoadError::new(match nearest_name(name, &known) {
        Some(near) => format!("no API `{name}` in `{shown}`, did you mean `{near}`?"),
        None => format!(
            "no API `{name}` in `{shown}`: there is {}",
            known.join(", ")
        ),
    })
}
