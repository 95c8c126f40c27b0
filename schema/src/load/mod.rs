//! Loading of an API's folder: manifest, `page.lock`, overrides, doc texts and committed schema in;
//! the corrected schema and the [`Model`] out.
//!
//! This is the one way from the files to a model: for the command line, the fake server and tests.
//! Every mistake is a diagnostic at its file and line, and all of them are reported.

use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::doc_texts::DocTexts;
use crate::manifest::Manifest;
use crate::markup::Markup;
use crate::model::{Model, resolve};
use crate::overrides::{self, Override, OverrideError};
use crate::page_lock::PageLock;
use crate::reads::DialectWords;
use crate::refusals::Refusal;
use crate::schema::Schema;

mod bases;
mod file;
mod files;
mod manifest;
mod markup;
mod name;
mod refusals;

pub use bases::{bases_of, extend_all, merge};
pub use file::{Loaded, display_path, io_error, yaml_error};
pub use files::Files;
pub use name::is_api_name;

/// The mistakes in the files of an API.
pub type Errors = Vec<Diagnostic>;

/// The files of one API.
#[derive(Clone, Debug)]
pub struct ApiFolder {
    /// The folder's name, which is the API's.
    pub name: String,
    /// The folder's path from the root.
    pub folder: PathBuf,
    /// `api.yaml`.
    pub manifest: Loaded<Manifest>,
    /// `dialect.yaml`; empty where there is none.
    pub dialect: Loaded<DialectWords>,
    /// `page.lock`; where there is none, what an `api.yaml` of earlier times records.
    pub lock: PageLock,
    /// Set if there is a `page.lock`.
    pub has_lock: bool,
    /// `overrides.yaml`; empty where there is none.
    pub overrides: Loaded<Vec<Override>>,
    /// `words.yaml`; empty where there is none.
    pub words: Loaded<DocTexts>,
    /// `refusals.yaml`; empty where there is none.
    pub refusals: Loaded<Vec<Refusal>>,
    /// `markup.yaml`, where there is one.
    pub markup: Option<Loaded<Markup>>,
    /// `schema.yaml`, once a page was read; or why it can't be used, which matters only where
    /// there is no page to read it from again.
    pub schema: Result<Option<Loaded<Schema>>, Errors>,
}

/// A schema with its overrides.
#[derive(Clone, Debug)]
pub struct Corrected {
    /// The schema after the overrides.
    pub schema: Schema,
    /// The overrides that don't apply, by their index.
    pub stale: Vec<(usize, OverrideError)>,
}

impl ApiFolder {
    /// Loads the folder of an API, a path from `root`.
    ///
    /// # Errors
    ///
    /// Every mistake in its files, not just the first.
    pub fn load(root: &(impl Files + ?Sized), folder: &Path) -> Result<Self, Errors> {
        let path = |file: &str| folder.join(file);
        let mut errors = Vec::new();
        let manifest = manifest::read(root, folder).map_err(|e| errors.extend(e));
        let dialect = Loaded::read(root, &path("dialect.yaml")).map_err(|e| errors.extend(e));
        let lock = Loaded::<PageLock>::read(root, &path("page.lock")).map_err(|e| errors.extend(e));
        let overrides = Loaded::read(root, &path("overrides.yaml")).map_err(|e| errors.extend(e));
        let words = Loaded::read(root, &path("words.yaml")).map_err(|e| errors.extend(e));
        let refusals = refusals::read(root, &path("refusals.yaml")).map_err(|e| errors.extend(e));
        let markup = markup::read(root, &path("markup.yaml")).map_err(|e| errors.extend(e));
        let (
            Ok(manifest),
            Ok(dialect),
            Ok(lock),
            Ok(overrides),
            Ok(words),
            Ok(refusals),
            Ok(markup),
        ) = (manifest, dialect, lock, overrides, words, refusals, markup)
        else {
            return Err(errors);
        };
        let name = folder.file_name().unwrap_or_default();
        let name = name.to_string_lossy().into_owned();
        Ok(Self {
            has_lock: lock.is_some(),
            lock: match lock {
                Some(lock) => lock.value,
                None => manifest.value.old_record(),
            },
            dialect: dialect.unwrap_or_else(|| Loaded::empty(&path("dialect.yaml"))),
            overrides: overrides.unwrap_or_else(|| Loaded::empty(&path("overrides.yaml"))),
            words: words.unwrap_or_else(|| Loaded::empty(&path("words.yaml"))),
            refusals,
            markup,
            schema: read_schema(root, &path("schema.yaml"), &name),
            folder: folder.to_owned(),
            name,
            manifest,
        })
    }

    /// The path of one of its files, from the root.
    pub fn path(&self, file: &str) -> PathBuf {
        self.folder.join(file)
    }

    /// The API that it extends.
    pub fn base(&self) -> Option<&str> {
        self.manifest.value.extends.as_deref()
    }

    /// The committed schema, where there is one that can be used.
    pub fn committed(&self) -> Option<&Schema> {
        let committed = self.schema.as_ref().ok()?.as_ref();
        committed.map(|loaded| &loaded.value)
    }

    /// Applies the overrides to what a page states.
    pub fn correct(&self, stated: &Schema) -> Corrected {
        let mut schema = stated.clone();
        let stale = overrides::apply(&mut schema, &self.overrides.value);
        Corrected { schema, stale }
    }

    /// The model of a corrected schema, without what it takes from its bases.
    pub fn model(&self, corrected: &Corrected, lock: &PageLock) -> Model {
        let manifest = self.manifest.value.clone();
        let markup = self.markup.as_ref().map(|loaded| loaded.value.clone());
        Model {
            markup,
            refusals: self.refusals.value.clone(),
            ..resolve(corrected.schema.clone(), manifest, lock, &self.words.value)
        }
    }
}

/// Reads the committed schema. One of another API was copied here by mistake.
fn read_schema(
    root: &(impl Files + ?Sized),
    path: &Path,
    name: &str,
) -> Result<Option<Loaded<Schema>>, Errors> {
    let schema: Option<Loaded<Schema>> = Loaded::read(root, path)?;
    match &schema {
        Some(Loaded { source, value }) if value.api != name => {
            let (file, other) = (source.name(), &value.api);
            let message = format!("`{file}` is the schema of `{other}`, not of `{name}`");
            let help = "run `cargo xtask codegen` with the page at hand";
            Err(vec![Diagnostic::input_error(message).help(help)])
        }
        _ => Ok(schema),
    }
}

/// Loads an API and those that it extends, the nearest first, as far as they have folders; `apis`
/// is the path from `root` of the folder that has a folder for each.
///
/// # Errors
///
/// The mistakes in the files of one of them.
pub fn load_with_bases(
    root: &(impl Files + ?Sized),
    apis: &Path,
    name: &str,
) -> Result<Vec<ApiFolder>, Errors> {
    let mut all = vec![ApiFolder::load(root, &apis.join(name))?];
    while let Some(base) = all.last().and_then(ApiFolder::base) {
        let folder = apis.join(base);
        if all.iter().any(|api| api.name == base) || !root.has_folder(&folder) {
            break;
        }
        all.push(ApiFolder::load(root, &folder)?);
    }
    Ok(all)
}

/// Loads the model of an API from the folder that has a folder for each: the committed schema as
/// the overrides correct it, with the types of the APIs that it extends.
///
/// # Errors
///
/// The mistakes in its files and in those of the APIs that it extends, and overrides that don't
/// apply.
pub fn load_model(apis: &Path, name: &str) -> Result<Model, Errors> {
    load_model_from(Path::new(""), apis, name)
}

/// Loads the model of an API as [`load_model`] does, from files that may be built into a program.
///
/// # Errors
///
/// As [`load_model`].
pub fn load_model_from(
    root: &(impl Files + ?Sized),
    apis: &Path,
    name: &str,
) -> Result<Model, Errors> {
    let all = load_with_bases(root, apis, name)?;
    let mut errors = Vec::new();
    let mut models = Vec::new();
    for api in &all {
        match committed_model(api) {
            Ok(model) => models.push(model),
            Err(found) => errors.extend(found),
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    extend_all(&all.iter().collect::<Vec<_>>(), &mut models)?;
    Ok(models.swap_remove(0))
}

fn committed_model(api: &ApiFolder) -> Result<Model, Errors> {
    let Some(stated) = api.schema.clone()? else {
        let folder = display_path(Path::new(""), &api.folder);
        let message = format!("`{folder}` has no `schema.yaml`");
        return Err(vec![Diagnostic::input_error(message)]);
    };
    let corrected = api.correct(&stated.value);
    if corrected.stale.is_empty() {
        return Ok(api.model(&corrected, &api.lock));
    }
    let stale = corrected.stale.iter();
    Err(stale
        .map(|(index, why)| stale_override(api, *index, why))
        .collect())
}

/// An override that does not apply, at its line.
fn stale_override(api: &ApiFolder, index: usize, why: &OverrideError) -> Diagnostic {
    let Loaded { source, value } = &api.overrides;
    let at = &value[index].at;
    let before = value[..index]
        .iter()
        .filter(|other| other.at == *at)
        .count();
    let span = source.entry_span("at", &at.to_string(), before);
    Diagnostic::input_error(format!("the override of `{at}` does not apply: {why}"))
        .label(source, span, "")
}

#[cfg(test)]
mod tests;
