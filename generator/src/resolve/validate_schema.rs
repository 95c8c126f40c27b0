//! The rules that a schema must keep before Rust can be generated from it. A page can't get here
//! with a bad name, but a schema edited by hand can.

use std::collections::BTreeSet;

use schema::model::{Model, undefined};
use schema::schema::{Field, Shape, TypeDef};
use schema::ty::{Type, is_identifier, is_method_name};

use crate::error::GenerateError;
use crate::resolve::definitions::is_built_in;
use crate::rust::ident::{camel, is_keyword, snake};
use crate::rust::reserved::{FEATURES, MODULES};

type Checked = Result<(), GenerateError>;

/// Checks one API.
pub(crate) fn validate_schema(model: &Model) -> Checked {
    check_api_name(model)?;
    let mut seen = BTreeSet::new();
    for method in &model.schema.methods {
        if !is_method_name(&method.name) || !is_identifier(&camel(&method.name)) {
            return Err(not_a_name(model, &method.name));
        }
        check_new(model, &method.name, &mut seen)?;
        check_fields(model, &method.name, &method.params)?;
    }
    let mut seen = BTreeSet::new();
    for opaque in &model.opaque {
        check_owner(model, &opaque.name, &mut seen)?;
    }
    for def in &model.schema.types {
        check_owner(model, &def.name, &mut seen)?;
        if !is_built_in(def) {
            check_type(model, def)?;
        }
    }
    check_known(model)
}

/// The name of an API is a folder, a module, and a Cargo feature.
fn check_api_name(model: &Model) -> Checked {
    let name = model.api.as_str();
    let error = |why: &str| Err(GenerateError::new(name, "", why));
    if !is_identifier(name) || snake(name) != *name || is_keyword(name) {
        return error("an API's name is a lower-case identifier and no keyword of Rust");
    }
    if MODULES.contains(&name) {
        return error("a module of the generated crate has this name already");
    }
    if FEATURES.contains(&name) {
        return error("a feature of the generated crate has this name already");
    }
    Ok(())
}

fn check_owner<'a>(model: &Model, name: &'a str, seen: &mut BTreeSet<&'a str>) -> Checked {
    if !is_identifier(name) {
        return Err(not_a_name(model, name));
    }
    check_new(model, name, seen)
}

fn check_new<'a>(model: &Model, name: &'a str, seen: &mut BTreeSet<&'a str>) -> Checked {
    if !seen.insert(name) {
        return Err(GenerateError::new(&model.api, name, "defined twice"));
    }
    Ok(())
}

fn check_fields(model: &Model, owner: &str, fields: &[Field]) -> Checked {
    let mut seen = BTreeSet::new();
    for field in fields {
        let at = format!("{owner}.{}", field.name);
        if !is_identifier(&field.name) {
            return Err(not_a_name(model, &at));
        }
        if !seen.insert(&field.name) {
            return Err(GenerateError::new(&model.api, at, "defined twice"));
        }
    }
    Ok(())
}

fn not_a_name(model: &Model, at: &str) -> GenerateError {
    let why = "not a name: letters, digits and `_`, and no digit first";
    GenerateError::new(&model.api, at, why)
}

fn check_type(model: &Model, def: &TypeDef) -> Checked {
    let error = |why: &str| Err(GenerateError::new(&model.api, &def.name, why));
    if def.name == "Array" || !matches!(Type::named(&def.name), Type::Named(_)) {
        return error("the name of a built-in type");
    }
    match &def.shape {
        Shape::Struct(fields) => check_fields(model, &def.name, fields),
        Shape::Union(union) if union.one_of.is_empty() => error("a union of nothing"),
        Shape::Union(_) if model.schema.unites_itself(&def.name) => {
            error("a union that is its own member")
        }
        Shape::Union(_) => Ok(()),
    }
}

/// Every name that is used must be that of a type, opaque or not.
fn check_known(model: &Model) -> Checked {
    let opaque: BTreeSet<&str> = model.opaque.iter().map(|o| o.name.as_str()).collect();
    let unknown = undefined(&model.schema);
    match unknown.iter().find(|name| !opaque.contains(name.as_str())) {
        Some(name) => Err(GenerateError::new(
            &model.api,
            name,
            "used, but not defined",
        )),
        None => Ok(()),
    }
}
