//! Models → [`Api`]s: everything that the emitters need to know, worked out once.
//!
//! ```text
//! Model → Definitions → Declarations → Uses → Api
//!         its types     their names    also   what is boxed,
//!                       and graph      by     what is validated
//!                                      others
//! ```

pub(crate) mod alternatives;
pub(crate) mod anonymous_union;
pub(crate) mod api;
mod boxing;
pub(crate) mod condition;
mod conversions;
mod declarations;
mod definitions;
pub(crate) mod discriminator;
pub(crate) mod file_request;
mod find_targets;
mod inherited;
pub(crate) mod limits;
pub(crate) mod long_poll;
pub(crate) mod names;
mod sequence;
pub(crate) mod string_enum;
pub(crate) mod targets;
pub(crate) mod text_entity;
mod type_graph;
pub(crate) mod update;
pub(crate) mod update_path;
mod uses;
mod validate_schema;
pub(crate) mod variant_names;

use schema::model::Model;

use crate::error::GenerateError;
use crate::resolve::api::Api;
use crate::resolve::conversions::find_sole_arguments;
use crate::resolve::declarations::Declarations;
use crate::resolve::find_targets::find_targets;
use crate::resolve::uses::collect_uses;
use crate::resolve::validate_schema::validate_schema;

/// Resolves all APIs, those that others extend before the others.
pub(crate) fn resolve(models: &[Model]) -> Result<Vec<Api>, GenerateError> {
    let mut declared: Vec<Declarations> = Vec::new();
    for model in sort_bases_first(&sort_by_name(models)?) {
        validate_schema(model)?;
        let base = model
            .manifest
            .extends
            .as_ref()
            .and_then(|base| declared.iter().find(|other| other.api() == base));
        declared.push(Declarations::new(model, base)?);
    }
    let uses = collect_uses(&declared);
    let mut apis = Vec::new();
    for (declared, uses) in declared.into_iter().zip(uses) {
        let mut api = Api::new(declared, uses, &apis);
        api.sole_arguments = find_sole_arguments(&api, &apis);
        api.set_targets(find_targets(&api, &apis));
        apis.push(api);
    }
    Ok(apis)
}

/// The result does not depend on the order in which the models come.
fn sort_by_name(models: &[Model]) -> Result<Vec<&Model>, GenerateError> {
    let mut models: Vec<&Model> = models.iter().collect();
    models.sort_by_key(|model| &model.api);
    match models.windows(2).find(|pair| pair[0].api == pair[1].api) {
        Some(pair) => Err(GenerateError::new(
            &pair[0].api,
            "",
            "there are two APIs of this name",
        )),
        None => Ok(models),
    }
}

fn sort_bases_first<'a>(models: &[&'a Model]) -> Vec<&'a Model> {
    let mut sorted: Vec<&Model> = Vec::new();
    while let Some(next) = next_model(models, &sorted) {
        sorted.push(next);
    }
    sorted
}

/// The first model that is not sorted yet and whose base is. Where APIs extend each other in a
/// circle none is like that, and the first goes without its base.
fn next_model<'a>(models: &[&'a Model], sorted: &[&Model]) -> Option<&'a Model> {
    let mut left = models.iter().filter(|model| !has_model(sorted, &model.api));
    let first = left.clone().next();
    let ready = left.find(|model| {
        let base = model.manifest.extends.as_deref();
        base.is_none_or(|base| !has_model(models, base) || has_model(sorted, base))
    });
    ready.or(first).copied()
}

fn has_model(models: &[&Model], api: &str) -> bool {
    models.iter().any(|model| model.api == api)
}
