//! APIs that extend others: manifests and models in, the base of each out.

use std::borrow::Cow;
use std::iter::successors;

use schema::extend::extend;
use schema::model::Model;
use schema::schema::Schema;

use crate::api::Api;
use crate::error::{CommandError, failure};
use crate::pipeline::Checked;
use crate::workspace::APIS;

/// What an API extends.
pub(crate) fn base_of(api: &Api) -> Option<&str> {
    api.manifest.value.extends.as_deref()
}

/// Looks for what is left wrong with the wanted ones, each against its base among all.
pub(crate) fn lint_all(
    all: &mut [Checked],
    is_wanted: impl Fn(&str) -> bool,
) -> Result<(), CommandError> {
    let wanted = all.iter().map(|one| is_wanted(&one.api.name));
    let found = all
        .iter()
        .zip(wanted)
        .map(|(one, is_wanted)| match is_wanted {
            true => Ok(one.lint(base_among(all, &one.api)?.as_deref())),
            false => Ok(Vec::new()),
        });
    let found: Vec<_> = found.collect::<Result<_, CommandError>>()?;
    for (one, found) in all.iter_mut().zip(found) {
        one.diagnostics = found;
    }
    Ok(())
}

/// What an API extends: its base, with what the bases of that have besides.
fn base_among<'a>(all: &'a [Checked], api: &Api) -> Result<Option<Cow<'a, Schema>>, CommandError> {
    let mut whole: Option<Cow<'a, Schema>> = None;
    let mut seen = vec![api.name.clone()];
    let mut next = api;
    while let Some(name) = base_of(next) {
        // What extends itself is told of when models are extended.
        if whole.is_some() && seen.iter().any(|seen| seen == name) {
            break;
        }
        let base = all.iter().find(|one| one.api.name == name);
        let base = base.ok_or_else(|| no_base(next, name))?;
        match &mut whole {
            None => whole = Some(Cow::Borrowed(&base.corrected)),
            Some(whole) => add(whole.to_mut(), &base.corrected),
        }
        seen.push(name.to_owned());
        next = &base.api;
    }
    Ok(whole)
}

/// Adds the methods and types that a schema does not have.
fn add(to: &mut Schema, base: &Schema) {
    for method in &base.methods {
        if to.method(&method.name).is_none() {
            to.methods.push(method.clone());
        }
    }
    for def in &base.types {
        if to.type_def(&def.name).is_none() {
            to.types.push(def.clone());
        }
    }
}

fn no_base(api: &Api, base: &str) -> CommandError {
    let manifest = api.manifest.source.name();
    let told = failure(format!(
        "`{manifest}` extends `{base}`, which has no schema"
    ));
    let help = format!("is there a folder `{APIS}/{base}`? Its page has to be read first");
    told.help(help).into()
}

/// Gives every model what it takes from its base, the base's base first.
pub(crate) fn extend_all(models: &mut [Model]) -> Result<(), CommandError> {
    let mut order = Vec::new();
    for index in 0..models.len() {
        order.push((depth(models, index)?, index));
    }
    order.sort_unstable();
    for (_, index) in order {
        let bases = successors(base_index(models, index), |&one| base_index(models, one));
        let bases: Vec<Model> = bases.map(|one| models[one].clone()).collect();
        extend(&mut models[index], &bases);
    }
    Ok(())
}

fn base_index(models: &[Model], index: usize) -> Option<usize> {
    let base = models[index].manifest.extends.as_deref()?;
    models.iter().position(|model| model.api == base)
}

/// How many bases stand below a model.
fn depth(models: &[Model], index: usize) -> Result<usize, CommandError> {
    let bases = successors(Some(index), |&index| base_index(models, index));
    match bases.take(models.len() + 1).count() {
        count if count > models.len() => {
            let api = &models[index].api;
            Err(failure(format!("`{api}` extends itself, by way of its bases")).into())
        }
        count => Ok(count - 1),
    }
}
