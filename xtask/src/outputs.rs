//! The files as they should be, from checked APIs.

use std::path::{Component, Path};

use schema::load::extend_all;
use schema::manifest::Prose;
use schema::{Diagnostic, Model, PageLock, Schema, yaml};

use crate::error::CommandError;
use crate::features;
use crate::files::{FileSet, Outside};
use crate::json_schema;
use crate::pipeline::Checked;
use crate::workspace::{GENERATED, LINTS, OWNED, Workspace};

/// The text of an API's `schema.yaml`.
pub(crate) fn schema_text(stated: &Schema, prose: Prose) -> Result<String, CommandError> {
    let printed = match prose {
        Prose::Keep => yaml::print(stated),
        Prose::Omit => yaml::print(&stated.clone().without_prose()),
    };
    let api = &stated.api;
    printed.map_err(|error| {
        Diagnostic::input_error(format!("can't print the schema of `{api}`: {error}")).into()
    })
}

/// Wants an API's `page.lock` and its `schema.yaml`.
pub(crate) fn add_api_files(
    files: &mut FileSet,
    checked: &Checked,
    lock: &PageLock,
) -> Result<(), CommandError> {
    let api = &checked.api;
    // The lock comes first: it is worked out from the committed schema, which a run that is killed
    // in between must not have replaced. An API whose page nobody ever read has none.
    if api.has_lock || *lock != PageLock::default() {
        insert_file(files, &api.path("page.lock"), lock_text(lock)?)?;
    }
    let text = schema_text(&checked.stated, api.manifest.value.prose)?;
    insert_file(files, &api.path("schema.yaml"), text)
}

fn lock_text(lock: &PageLock) -> Result<String, CommandError> {
    let printed = yaml::print_lock(lock);
    printed
        .map_err(|error| Diagnostic::input_error(format!("can't print page.lock: {error}")).into())
}

/// Adds the documentation: the JSON Schemas of the YAML files, and the catalogue of the lints.
pub(crate) fn add_documentation(files: &mut FileSet) -> Result<(), CommandError> {
    for (path, text) in json_schema::all() {
        insert_file(files, Path::new(path), text)?;
    }
    insert_file(files, Path::new(LINTS), reader::lint::catalogue())
}

/// The models of all APIs, each with the types that it takes from those that it extends.
pub(crate) fn build_models(all: &[Checked]) -> Result<Vec<Model>, CommandError> {
    let folders: Vec<_> = all.iter().map(|one| &one.api).collect();
    let models = all
        .iter()
        .map(|one| one.api.model(&one.corrected, &one.lock));
    let mut models: Vec<Model> = models.collect();
    extend_all(&folders, &mut models)?;
    Ok(models)
}

/// Wants the generated crate: the folders of the chosen APIs, and what all APIs share.
pub(crate) fn add_generated(
    files: &mut FileSet,
    workspace: &Workspace,
    models: &[Model],
    is_chosen: impl Fn(&str) -> bool,
) -> Result<(), CommandError> {
    let made = generator::generate(models)
        .map_err(|error| Diagnostic::input_error(format!("can't generate the crate: {error}")))?;
    let is_ours = |path: &Path| match find_owner(path, models) {
        Some(api) => is_chosen(api),
        None => true,
    };
    for (path, text) in made.0 {
        if is_ours(Path::new(&path)) {
            insert_file(files, &Path::new(GENERATED).join(&path), text)?;
        }
    }
    own_folders(files, models, is_chosen)?;
    add_features(files, workspace, models)
}

/// The API whose file this is, `src/apis/<api>/…` or `src/apis/<api>.rs`.
fn find_owner<'a>(path: &Path, models: &'a [Model]) -> Option<&'a str> {
    let below = path.strip_prefix("src/apis").ok()?;
    let Component::Normal(first) = below.components().next()? else {
        return None;
    };
    let stem = Path::new(first).file_stem()?.to_str()?;
    let names = models.iter().map(|model| model.api.as_str());
    names.into_iter().find(|name| *name == stem)
}

/// Owns the whole folder of generated APIs, or where some are not chosen, the others' alone.
fn own_folders(
    files: &mut FileSet,
    models: &[Model],
    is_chosen: impl Fn(&str) -> bool,
) -> Result<(), CommandError> {
    let names = || models.iter().map(|model| model.api.as_str());
    if names().all(&is_chosen) {
        return files.own_folder(OWNED).map_err(outside_error);
    }
    for name in names().filter(|name| is_chosen(name)) {
        files
            .own_folder(Path::new(OWNED).join(name))
            .map_err(outside_error)?;
    }
    Ok(())
}

fn add_features(
    files: &mut FileSet,
    workspace: &Workspace,
    models: &[Model],
) -> Result<(), CommandError> {
    let path = Path::new(GENERATED).join("Cargo.toml");
    let text = workspace.read_file(&path)?;
    let spliced = features::splice(&text, &generator::features(models)).map_err(|why| {
        Diagnostic::input_error(format!(
            "`{GENERATED}/Cargo.toml` has no place for features: {why}"
        ))
    })?;
    insert_file(files, &path, spliced)
}

fn insert_file(files: &mut FileSet, path: &Path, text: String) -> Result<(), CommandError> {
    files.insert(path, text).map_err(outside_error)
}

fn outside_error(path: Outside) -> CommandError {
    let shown = path.0.display();
    Diagnostic::input_error(format!("`{shown}` is outside of what codegen may write")).into()
}
