//! The folder of an API in, its [`Model`] out: `schema.yaml` as `overrides.yaml` corrects it, with
//! the types of the APIs that `api.yaml` extends.
//!
//! It stops at the first thing that is wrong, and leaves out the words: this is for programs that
//! need to know an API and show none of it. The command line, which points at all that is wrong
//! and reads pages besides, has its own way to an API.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use crate::doc_texts::DocTexts;
use crate::extend::extend;
use crate::manifest::Manifest;
use crate::model::{Model, resolve};
use crate::overrides::{self, Override, OverrideError};
use crate::path::ItemPath;
use crate::schema::Schema;
use crate::yaml::{self, YamlError};

/// Why an API can't be loaded.
#[derive(Debug)]
pub enum LoadError {
    /// A file that is needed is not there, or has nothing in it.
    Missing(PathBuf),
    /// A file can't be read.
    Unreadable(PathBuf, io::Error),
    /// A file is not what it should be.
    Invalid(PathBuf, YamlError),
    /// What a file of overrides says of this address can't be applied.
    Override(PathBuf, ItemPath, Box<OverrideError>),
    /// An API extends itself, maybe by way of its bases.
    Circular(String),
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(path) => {
                write!(f, "there is no `{}`, or nothing in it", path.display())
            }
            Self::Unreadable(path, why) => write!(f, "can't read `{}`: {why}", path.display()),
            Self::Invalid(path, why) => match why.line {
                Some(line) => write!(f, "`{}`, line {line}: {why}", path.display()),
                None => write!(f, "`{}`: {why}", path.display()),
            },
            Self::Override(path, at, why) => {
                write!(f, "`{}`: the override of `{at}`: {why}", path.display())
            }
            Self::Circular(name) => write!(f, "`{name}` extends itself"),
        }
    }
}

impl std::error::Error for LoadError {}

/// Loads an API from a folder that has a folder for each.
///
/// # Errors
///
/// Where a file of the API, or of one that it extends, is missing or can't be used, where an
/// override does not apply, and where an API extends itself.
pub fn load(apis: &Path, name: &str) -> Result<Model, LoadError> {
    with_bases(apis, name, &[]).map(|(model, _)| model)
}

/// An API, and all that it extends, the nearest first. `users` extend it.
fn with_bases(apis: &Path, name: &str, users: &[&str]) -> Result<(Model, Vec<Model>), LoadError> {
    if users.contains(&name) {
        return Err(LoadError::Circular(name.to_owned()));
    }
    let mut model = alone(&apis.join(name))?;
    let mut bases = Vec::new();
    if let Some(base) = &model.manifest.extends {
        let users = [users, &[name]].concat();
        let (nearest, further) = with_bases(apis, base, &users)?;
        bases.push(nearest);
        bases.extend(further);
    }
    extend(&mut model, &bases);
    Ok((model, bases))
}

/// An API as its own folder has it.
fn alone(folder: &Path) -> Result<Model, LoadError> {
    let manifest: Manifest = needed(folder.join("api.yaml"))?;
    let mut schema: Schema = needed(folder.join("schema.yaml"))?;
    let path = folder.join("overrides.yaml");
    let corrections: Vec<Override> = read(&path)?.unwrap_or_default();
    match overrides::apply(&mut schema, &corrections)
        .into_iter()
        .next()
    {
        Some((index, why)) => {
            let at = corrections[index].at.clone();
            Err(LoadError::Override(path, at, Box::new(why)))
        }
        None => Ok(resolve(schema, manifest, &DocTexts::default())),
    }
}

fn needed<T: DeserializeOwned>(path: PathBuf) -> Result<T, LoadError> {
    read(&path)?.ok_or(LoadError::Missing(path))
}

/// A file's value; `None` where there is no such file, or nothing in it.
fn read<T: DeserializeOwned>(path: &Path) -> Result<Option<T>, LoadError> {
    match fs::read_to_string(path) {
        Ok(text) => yaml::load(&text).map_err(|why| LoadError::Invalid(path.to_owned(), why)),
        Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(why) => Err(LoadError::Unreadable(path.to_owned(), why)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process;

    /// A folder of APIs that goes with its test.
    struct Apis(PathBuf);

    impl Apis {
        fn new(test: &str) -> Self {
            let name = format!("schema-folder-{}-{test}", process::id());
            Self(std::env::temp_dir().join(name))
        }

        fn with(self, name: &str, extends: &str, schema: &str) -> Self {
            let manifest = format!("{{title: T, base_url: 'https://t.example', {extends}}}");
            let schema = format!("{{api: {name}, version: null, {schema}}}");
            self.put(name, "api.yaml", &manifest);
            self.put(name, "schema.yaml", &schema);
            self
        }

        fn put(&self, name: &str, file: &str, text: &str) {
            fs::create_dir_all(self.0.join(name)).unwrap();
            fs::write(self.0.join(name).join(file), text).unwrap();
        }

        fn fails(&self, name: &str, why: &str) {
            let error = load(&self.0, name).unwrap_err().to_string();
            assert!(error.contains(why), "{error}");
        }
    }

    impl Drop for Apis {
        fn drop(&mut self) {
            // A test that failed early may have made none.
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    const LEAF: &str = "methods: [{name: climb, returns: Twig, params: []}], types: []";
    const EMPTY: &str = "methods: [], types: []";
    const TWIG: &str = "methods: [], types: [{name: Twig, fields: []}]";

    #[test]
    fn a_type_may_be_the_bases_bases() {
        let apis = Apis::new("bases")
            .with("leaf", "extends: branch", LEAF)
            .with("branch", "extends: trunk", EMPTY)
            .with("trunk", "", TWIG);
        let model = load(&apis.0, "leaf").unwrap();
        assert!(model.schema.type_def("Twig").is_some());
        assert_eq!(model.opaque, []);
    }

    #[test]
    fn what_is_wrong_is_said_of_its_file() {
        let apis = Apis::new("wrong")
            .with("leaf", "extends: branch", LEAF)
            .with("branch", "extends: leaf", EMPTY);
        apis.fails("leaf", "`leaf` extends itself");
        apis.put(
            "leaf",
            "api.yaml",
            "{title: T, base_url: x, extends: trunk}",
        );
        apis.fails("leaf", "trunk/api.yaml`, or nothing in it");
        apis.put(
            "leaf",
            "overrides.yaml",
            "- {at: fall, set: returns, use: 'True', reason: r}",
        );
        apis.fails(
            "leaf",
            "overrides.yaml`: the override of `fall`: the page has nothing",
        );
        apis.put("leaf", "schema.yaml", "api: leaf\nshape: round\n");
        apis.fails("leaf", "schema.yaml`, line 2: ");
        apis.put("leaf", "api.yaml", "");
        apis.fails("leaf", "leaf/api.yaml`, or nothing in it");
    }
}
