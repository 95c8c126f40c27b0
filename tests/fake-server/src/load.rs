//! The files of an API: its folder in, the [`Api`] out.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use schema::load::{Errors, load_model, load_model_from};

use crate::api::{Api, LoadError, nearest_name};

/// The files of every API in `schema/apis`, as they were when the program was built.
static BUILT_IN: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/apis.rs"));

impl From<Errors> for LoadError {
    fn from(errors: Errors) -> Self {
        let errors: Vec<_> = errors.iter().map(ToString::to_string).collect();
        Self::new(errors.join("\n"))
    }
}

impl Api {
    /// Loads an API that is built into this crate, such as `telegram`.
    ///
    /// Those are the APIs of the project. For one of your own there is [`Api::load`].
    ///
    /// # Errors
    ///
    /// If there is no such API, or its files can't be used.
    pub fn named(name: &str) -> Result<Self, LoadError> {
        let files = BUILT_IN.iter();
        let known: BTreeSet<&str> = files
            .filter_map(|(path, _)| Some(path.split_once('/')?.0))
            .collect();
        if !known.contains(name) {
            return Err(no_api(name, "", known));
        }
        Self::new(load_model_from(BUILT_IN, Path::new(""), name)?)
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
            let names = list_apis(apis);
            let place = format!(" in `{}`", apis.display());
            return Err(no_api(name, &place, names.iter().map(String::as_str)));
        }
        Self::new(load_model(apis, name)?)
    }
}

fn list_apis(apis: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(apis).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.path().join("schema.yaml").is_file());
    folders
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect()
}

fn no_api<'a>(name: &str, place: &str, known: impl IntoIterator<Item = &'a str>) -> LoadError {
    let known: Vec<&str> = known.into_iter().collect();
    LoadError::new(match nearest_name(name, &known) {
        Some(near) => format!("no API `{name}`{place}, did you mean `{near}`?"),
        None => format!("no API `{name}`{place}: there is {}", known.join(", ")),
    })
}
