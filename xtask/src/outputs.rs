//! Checked APIs in, every file as it should be out.

use std::path::{Component, Path};

use schema::manifest::{PageRecord, Prose};
use schema::model::{self, Model};
use schema::schema::Schema;
use schema::yaml;

use crate::error::{CommandError, failure};
use crate::features;
use crate::files::{FileSet, Outside};
use crate::json_schema;
use crate::pipeline::Checked;
use crate::record;
use crate::workspace::{GENERATED, JSON_SCHEMA, LINTS, OWNED, Workspace};

/// The text of an API's `schema.yaml`.
pub(crate) fn schema_text(stated: &Schema, prose: Prose) -> Result<String, CommandError> {
    let printed = match prose {
        Prose::Keep => yaml::print(stated),
        Prose::Omit => yaml::print(&stated.clone().without_prose()),
    };
    let api = &stated.api;
    printed.map_err(|error| failure(format!("can't print the schema of `{api}`: {error}")).into())
}

/// What the manifest should record of the page; `None` where no page is at hand.
pub(crate) fn page_record(checked: &Checked) -> Option<PageRecord> {
    let fetched = checked.fetched.as_ref()?;
    let version = fetched.page.schema.version.as_deref();
    let old = &checked.api.manifest.value.page;
    Some(record::renewed(old, &fetched.sha256, version))
}

/// Wants an API's `schema.yaml`, and its manifest with this record of the page and with what
/// earlier pages required.
pub(crate) fn state(
    files: &mut FileSet,
    checked: &Checked,
    record: Option<&PageRecord>,
) -> Result<(), CommandError> {
    let api = &checked.api;
    let text = schema_text(&checked.stated, api.manifest.value.prose)?;
    let (source, manifest) = (&api.manifest.source, &api.manifest.value);
    let record = record.unwrap_or(&manifest.page);
    let renewed = record::put(source.text(), record, &manifest.was_required);
    let renewed = renewed.map_err(|key| {
        let told = failure(format!("can't update `{key}:` in `{}`", source.name()));
        told.help("write it as a block, each entry on a line of its own")
    })?;
    // The record comes first: it is worked out from the committed schema, which a run that is killed
    // in between must not have replaced.
    insert(files, &api.path("api.yaml"), renewed)?;
    insert(files, &api.path("schema.yaml"), text)
}

/// Adds the documentation of the schema: its JSON Schema, and the catalogue of the lints.
pub(crate) fn documentation(files: &mut FileSet) -> Result<(), CommandError> {
    insert(files, Path::new(JSON_SCHEMA), json_schema::text())?;
    insert(files, Path::new(LINTS), reader::lint::catalogue())
}

/// An API as the generator takes it.
pub(crate) fn model(checked: &Checked, record: Option<PageRecord>) -> Model {
    let api = &checked.api;
    let mut manifest = api.manifest.value.clone();
    manifest.page = record.unwrap_or(manifest.page);
    model::resolve(checked.corrected.clone(), manifest, &api.words.value)
}

/// Wants the generated crate: the folders of the chosen APIs, and what all APIs share.
pub(crate) fn generated(
    files: &mut FileSet,
    workspace: &Workspace,
    models: &[Model],
    is_chosen: impl Fn(&str) -> bool,
) -> Result<(), CommandError> {
    let made = generator::generate(models)
        .map_err(|error| failure(format!("can't generate the crate: {error}")))?;
    let is_ours = |path: &Path| match owner(path, models) {
        Some(api) => is_chosen(api),
        None => true,
    };
    for (path, text) in made.0 {
        if is_ours(Path::new(&path)) {
            insert(files, &Path::new(GENERATED).join(&path), text)?;
        }
    }
    own(files, models, is_chosen)?;
    features(files, workspace, models)
}

/// The API whose file this is, `src/apis/<api>/…` or `src/apis/<api>.rs`.
fn owner<'a>(path: &Path, models: &'a [Model]) -> Option<&'a str> {
    let below = path.strip_prefix("src/apis").ok()?;
    let Component::Normal(first) = below.components().next()? else {
        return None;
    };
    let stem = Path::new(first).file_stem()?.to_str()?;
    let names = models.iter().map(|model| model.api.as_str());
    names.into_iter().find(|name| *name == stem)
}

/// Owns the whole folder of generated APIs, or where some are not chosen, the others' alone.
fn own(
    files: &mut FileSet,
    models: &[Model],
    is_chosen: impl Fn(&str) -> bool,
) -> Result<(), CommandError> {
    let names = || models.iter().map(|model| model.api.as_str());
    if names().all(&is_chosen) {
        return files.own(OWNED).map_err(outside);
    }
    for name in names().filter(|name| is_chosen(name)) {
        files.own(Path::new(OWNED).join(name)).map_err(outside)?;
    }
    Ok(())
}

fn features(
    files: &mut FileSet,
    workspace: &Workspace,
    models: &[Model],
) -> Result<(), CommandError> {
    let path = Path::new(GENERATED).join("Cargo.toml");
    let text = workspace.read(&path)?;
    let spliced = features::splice(&text, &generator::features(models)).map_err(|why| {
        failure(format!(
            "`{GENERATED}/Cargo.toml` has no place for features: {why}"
        ))
    })?;
    insert(files, &path, spliced)
}

fn insert(files: &mut FileSet, path: &Path, text: String) -> Result<(), CommandError> {
    files.insert(path, text).map_err(outside)
}

fn outside(path: Outside) -> CommandError {
    let shown = path.0.display();
    failure(format!("`{shown}` is outside of what codegen may write")).into()
}
