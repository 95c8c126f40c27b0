//! One API's folder: its manifest, overrides, words and committed schema, each with its text.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use schema::diagnostic::Diagnostic;
use schema::doc_texts::DocTexts;
use schema::manifest::Manifest;
use schema::overrides::Override;
use schema::schema::Schema;
use schema::source::Source;
use schema::yaml;
use serde::de::DeserializeOwned;

use crate::error::{failure, io_error, shown, yaml_error};
use crate::levels;
use crate::workspace::APIS;

/// What is wrong with the files of an API.
pub type Failures = Vec<Diagnostic>;

/// A file that was read and understood.
#[derive(Clone, Debug)]
pub struct Loaded<T> {
    /// Its text.
    pub source: Arc<Source>,
    /// What it says.
    pub value: T,
}

/// One API, as its folder has it.
#[derive(Clone, Debug)]
pub struct Api {
    /// The folder's name.
    pub name: String,
    /// `api.yaml`.
    pub manifest: Loaded<Manifest>,
    /// `overrides.yaml`; empty where there is none.
    pub overrides: Loaded<Vec<Override>>,
    /// `words.yaml`; empty where there is none.
    pub words: Loaded<DocTexts>,
    /// `schema.yaml`, once a page was read; or why it can't be used, which matters only where
    /// there is no page to make it anew from.
    pub schema: Result<Option<Loaded<Schema>>, Failures>,
}

impl Api {
    /// Loads the folder of an API.
    ///
    /// # Errors
    ///
    /// What is wrong with its files: all of it, not just the first.
    pub fn load(root: &Path, name: &str) -> Result<Self, Failures> {
        let mut failures = Vec::new();
        let manifest = needed(load(root, name, "api.yaml"), name);
        let manifest = keep(manifest.and_then(sound), &mut failures);
        let overrides = keep(load(root, name, "overrides.yaml"), &mut failures);
        let words = keep(load(root, name, "words.yaml"), &mut failures);
        match (manifest, overrides, words) {
            (Some(manifest), Some(overrides), Some(words)) => Ok(Self {
                name: name.to_owned(),
                overrides: overrides.unwrap_or_else(|| empty(name, "overrides.yaml")),
                words: words.unwrap_or_else(|| empty(name, "words.yaml")),
                schema: load(root, name, "schema.yaml").and_then(|schema| own(schema, name)),
                manifest,
            }),
            _ => Err(failures),
        }
    }

    /// The path of one of its files, from the workspace's root.
    pub fn path(&self, file: &str) -> PathBuf {
        Path::new(APIS).join(&self.name).join(file)
    }
}

fn keep<T>(result: Result<T, Failures>, failures: &mut Failures) -> Option<T> {
    result.map_err(|found| failures.extend(found)).ok()
}

/// What a file that need not be there says.
fn empty<T: Default>(name: &str, file: &str) -> Loaded<T> {
    Loaded {
        source: Source::new(format!("{APIS}/{name}/{file}"), ""),
        value: T::default(),
    }
}

fn needed<T>(
    loaded: Result<Option<Loaded<T>>, Failures>,
    name: &str,
) -> Result<Loaded<T>, Failures> {
    loaded?.ok_or_else(|| {
        let message = format!("`{APIS}/{name}` has no `api.yaml`");
        let help = "write its manifest: `title:` and `base_url:` are all that it needs";
        vec![failure(message).help(help)]
    })
}

/// A manifest whose levels are of lints that there are, and that may have them.
fn sound(manifest: Loaded<Manifest>) -> Result<Loaded<Manifest>, Failures> {
    let wrong = levels::check(&manifest);
    if wrong.is_empty() {
        Ok(manifest)
    } else {
        Err(wrong)
    }
}

/// A schema that says it is another API's was copied here by mistake.
fn own(schema: Option<Loaded<Schema>>, name: &str) -> Result<Option<Loaded<Schema>>, Failures> {
    match &schema {
        Some(loaded) if loaded.value.api != name => {
            let shown = loaded.source.name();
            let says = &loaded.value.api;
            let told = failure(format!(
                "`{shown}` is the schema of `{says}`, not of `{name}`"
            ));
            Err(vec![
                told.help("run `cargo xtask codegen` with the page at hand"),
            ])
        }
        _ => Ok(schema),
    }
}

/// Loads one of the folder's files; `None` where there is no such file, or nothing in it.
fn load<T>(root: &Path, name: &str, file: &str) -> Result<Option<Loaded<T>>, Failures>
where
    T: DeserializeOwned,
{
    let path = root.join(APIS).join(name).join(file);
    let shown = shown(root, &path);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(vec![io_error("read", &shown, &error)]),
    };
    let source = Source::new(shown, text);
    let value: Option<T> =
        yaml::load(source.text()).map_err(|error| vec![yaml_error(&source, &error)])?;
    Ok(value.map(|value| Loaded { source, value }))
}
