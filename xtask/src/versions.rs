//! Two schemas of an API in, the two versions with their Rust out.
//!
//! What a person knows of the API (names, overrides, what earlier versions required) is taken from
//! its folder, where there is one.

use std::iter;

use generator::compat::{removed_history, required_history};
use generator::upgrade::Version;
use schema::load::{ApiFolder, extend_all};
use schema::{DocTexts, Model, PageLock, Schema, model};

use crate::workspace::Workspace;

/// Makes the versions of what two pages or schema files state. They are of the API that one of them
/// names, and that the workspace has.
pub(crate) fn load_versions(workspace: &Workspace, old: Schema, new: Schema) -> [Version; 2] {
    let names = [&old.api, &new.api].map(String::clone);
    let mut folders = names.iter().map(|name| workspace.load_with_bases(name));
    let folders = folders.find_map(Result::ok).unwrap_or_default();
    let [mut old, mut new] = [old, new];
    let name = folders.first().map_or(&names[0], |folder| &folder.name);
    old.api.clone_from(name);
    new.api.clone_from(name);
    make_versions(&folders, old, new)
}

/// Makes the versions of an API with its bases, the nearest first; none where it has no folder.
pub(crate) fn make_versions(folders: &[ApiFolder], old: Schema, new: Schema) -> [Version; 2] {
    let correct = |schema: &Schema| match folders.first() {
        Some(folder) => folder.correct(schema).schema,
        None => schema.clone(),
    };
    let recorded = folders.first().map(|folder| folder.lock.clone());
    let recorded = recorded.unwrap_or_default();
    let (was, is) = (correct(&old), correct(&new));
    let renewed = PageLock {
        was_required: required_history::renew(&recorded.was_required, &was, &is).record,
        removed: removed_history::renew(&recorded.removed, &was, &is),
        ..PageLock::default()
    };
    [
        Version::new(old, &make_models(folders, was, &recorded)),
        Version::new(new, &make_models(folders, is, &renewed)),
    ]
}

/// The model of a corrected schema, and those of its bases.
fn make_models(folders: &[ApiFolder], corrected: Schema, lock: &PageLock) -> Vec<Model> {
    let manifest = folders.first().map(|folder| folder.manifest.value.clone());
    let manifest = manifest.unwrap_or_default();
    let own = model::resolve(corrected, manifest, lock, &DocTexts::default());
    let bases = folders.iter().skip(1).filter_map(|folder| {
        let corrected = folder.correct(folder.committed()?);
        Some(folder.model(&corrected, &folder.lock))
    });
    let mut models: Vec<Model> = iter::once(own).chain(bases).collect();
    if folders.len() == models.len() {
        // Without its bases, a page's own types still have their names.
        let _ = extend_all(&folders.iter().collect::<Vec<_>>(), &mut models);
    }
    models
}
