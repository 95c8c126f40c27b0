//! The back end: resolved models in, the source files of the `generated` crate out.
//!
//! ```text
//! Model → names, unions, boxes → token streams → FileSet
//! ```
//!
//! Nothing here touches the disk, and the same models always give the same bytes.

mod doc;
mod emit;
mod error;
mod print;
mod resolve;
mod rust;

use schema::model::Model;

use crate::emit::files::Layout;
use crate::emit::item::KINDS;
use crate::emit::{bot, method, module, root, shared, types};
use crate::resolve::api::Api;
use crate::resolve::prepare::Prepared;
use crate::resolve::{inherited, prepare, validate_schema};

pub use crate::error::GenerateError;
pub use crate::print::fileset::FileSet;
pub use crate::rust::reserved;

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
    let prepared = prepared(&models)?;
    let apis = Layout::new(worked_out(&prepared)?);
    let mut files = FileSet::default();
    for api in apis.all() {
        put_api(&mut files, &apis, api)?;
        shared::put(&mut files, &apis, api)?;
    }
    files.put(format!("{FOLDER}/mod.rs"), root::file(&apis.modules())?);
    Ok(files)
}

/// The models as Rust sees them, bases before those that extend them.
fn prepared(models: &[&Model]) -> Result<Vec<Prepared>, GenerateError> {
    let models = inherited::in_order(models);
    let prepared = models.into_iter().map(|model| {
        validate_schema::check(model)?;
        Ok(prepare::prepare(model))
    });
    prepared.collect()
}

fn worked_out(prepared: &[Prepared]) -> Result<Vec<Api<'_>>, GenerateError> {
    let mut apis: Vec<Api<'_>> = Vec::new();
    for one in prepared {
        let base = one.model.manifest.extends.as_ref();
        let base = base.and_then(|base| apis.iter().find(|api| api.model.api == *base));
        apis.push(Api::new(one, base)?);
    }
    inherited::settle(&mut apis);
    for at in 0..apis.len() {
        let (bases, rest) = apis.split_at_mut(at);
        if let Some(api) = rest.first_mut() {
            api.decide_boxes(bases);
            api.decide_checks();
        }
    }
    Ok(apis)
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

fn put_api(files: &mut FileSet, layout: &Layout<'_>, api: &Api<'_>) -> Result<(), GenerateError> {
    let mut parts = vec![("bot", bot::file(api)?), ("methods", method::file(api)?)];
    for kind in KINDS {
        parts.push((kind.name(), types::file(layout, api, kind)?));
    }
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
