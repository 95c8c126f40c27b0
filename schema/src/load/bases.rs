//! APIs that extend others: which are the bases of each, and what each takes from them.

use std::borrow::Cow;

use super::{ApiFolder, Errors};
use crate::diagnostic::Diagnostic;
use crate::extend::extend;
use crate::model::Model;
use crate::schema::Schema;

/// The bases of one of these APIs, as indices: the nearest first, then the base's base.
///
/// # Errors
///
/// If an API on the way extends one that is not among them, or itself.
pub fn bases_of(all: &[&ApiFolder], index: usize) -> Result<Vec<usize>, Errors> {
    let mut bases = Vec::new();
    let mut api = all[index];
    while let Some(name) = api.base() {
        let base = all.iter().position(|other| other.name == name);
        let base = base.ok_or_else(|| vec![missing_base(api, name)])?;
        if base == index || bases.contains(&base) {
            return Err(vec![circular(all[base])]);
        }
        bases.push(base);
        api = all[base];
    }
    Ok(bases)
}

fn missing_base(api: &ApiFolder, base: &str) -> Diagnostic {
    let manifest = api.manifest.source.name();
    let message = format!("`{manifest}` extends `{base}`, which has no schema");
    let folder = api.folder.with_file_name(base);
    let help = format!(
        "is there a folder `{}`? Its page has to be read first",
        super::display_path("".as_ref(), &folder)
    );
    at_extends(api, base, message).help(help)
}

fn circular(api: &ApiFolder) -> Diagnostic {
    let message = format!("`{}` extends itself, by way of its bases", api.name);
    at_extends(api, api.base().unwrap_or_default(), message)
}

/// An error at the line `extends: base` of a manifest.
fn at_extends(api: &ApiFolder, base: &str, message: String) -> Diagnostic {
    let source = &api.manifest.source;
    let span = source.entry_span("extends", base, 0);
    Diagnostic::input_error(message).label(source, span, "")
}

/// One schema of several bases: what a nearer one has stands before what a further one has.
/// One alone, as most APIs have, is not copied.
pub fn merge<'a>(bases: impl IntoIterator<Item = &'a Schema>) -> Option<Cow<'a, Schema>> {
    let mut bases = bases.into_iter();
    let mut merged = Cow::Borrowed(bases.next()?);
    for base in bases {
        let whole = merged.to_mut();
        for method in &base.methods {
            if whole.method(&method.name).is_none() {
                whole.methods.push(method.clone());
            }
        }
        for def in &base.types {
            if whole.type_def(&def.name).is_none() {
                whole.types.push(def.clone());
            }
        }
    }
    Some(merged)
}

/// Gives every model the types that it takes from its bases; the models are of these APIs, in the
/// same order.
///
/// # Errors
///
/// If an API extends one that is not among them, or itself.
pub fn extend_all(all: &[&ApiFolder], models: &mut [Model]) -> Result<(), Errors> {
    let bases = (0..all.len()).map(|index| bases_of(all, index).map(|bases| (index, bases)));
    let mut order: Vec<_> = bases.collect::<Result<_, _>>()?;
    // A base is extended before those that extend it.
    order.sort_by_key(|(_, bases)| bases.len());
    for (index, bases) in order {
        let bases: Vec<Model> = bases.iter().map(|&base| models[base].clone()).collect();
        extend(&mut models[index], &bases);
    }
    Ok(())
}
