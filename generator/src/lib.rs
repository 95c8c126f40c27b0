//! The back end: resolved models in, the source files of the `generated` crate out.
//!
//! ```text
//! Model → names, unions, boxes → token streams → FileSet
//! ```
//!
//! Nothing here touches the disk, and the same models always give the same bytes.

mod api;
mod check;
mod checks;
mod condition;
mod decide;
mod doc;
mod emit;
mod error;
mod fileset;
mod format;
mod graph;
mod guard;
mod ident;
mod inline;
mod member;
mod names;
mod refit;
pub mod runtime;
mod ty;
mod update;
mod way;

use schema::model::Model;

use crate::api::Api;
use crate::emit::{bot, module, request, root, union, update as updates};

pub use crate::error::GenerateError;
pub use crate::fileset::FileSet;

/// The folder of the generated crate in which every file is generated.
pub const FOLDER: &str = "src/apis";

/// Generates everything in [`FOLDER`], for all APIs at once.
///
/// # Errors
///
/// Where a model has a name that is no identifier, a type that is not defined, or anything else
/// that could not become Rust.
pub fn generate(models: &[Model]) -> Result<FileSet, GenerateError> {
    let models = sorted(models);
    if let Some(pair) = models.windows(2).find(|pair| pair[0].api == pair[1].api) {
        return Err(GenerateError::new(
            &pair[0].api,
            "",
            "there are two APIs of this name",
        ));
    }
    let mut files = FileSet::default();
    for model in &models {
        put_api(&mut files, &Api::new(model)?)?;
    }
    files.put(format!("{FOLDER}/mod.rs"), root::file(&models)?);
    Ok(files)
}

/// The lines of the generated crate's `Cargo.toml` that switch APIs on: a feature each.
pub fn features(models: &[Model]) -> String {
    let lines = sorted(models)
        .into_iter()
        .map(|model| format!("{} = []\n", model.api));
    lines.collect()
}

fn sorted(models: &[Model]) -> Vec<&Model> {
    let mut models: Vec<&Model> = models.iter().collect();
    models.sort_by_key(|model| &model.api);
    models
}

fn put_api(files: &mut FileSet, api: &Api<'_>) -> Result<(), GenerateError> {
    let parts = [
        ("bot", bot::file(api)?),
        ("methods", request::file(api)?),
        ("types", module::types(api)?),
        ("unions", union::file(api)?),
        ("updates", updates::file(api)?),
    ];
    let folder = format!("{FOLDER}/{}", api.model.api);
    let present = parts.iter().filter(|(_, text)| text.is_some());
    let present: Vec<&str> = present.map(|(name, _)| *name).collect();
    files.put(format!("{folder}/mod.rs"), module::file(api, &present)?);
    for (name, text) in parts {
        text.into_iter()
            .for_each(|text| files.put(format!("{folder}/{name}.rs"), text));
    }
    Ok(())
}
