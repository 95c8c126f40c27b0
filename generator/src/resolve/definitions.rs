//! A model → the definitions of its API: the types of its page, string enums, and anonymous unions.

use schema::model::Model;
use schema::schema::TypeDef;
use schema::ty::Type;
use schema::union_names::sorted;

use crate::compat::required_history::keep_fitting;
use crate::resolve::anonymous_union::{AnonymousUnion, collect_unions, field_type, list_item};
use crate::resolve::sequence::list_event_names;
use crate::resolve::string_enum::{StringEnum, extract_string_enums, use_string_enum};

/// The definitions of one API.
pub(crate) struct Definitions {
    /// The model, in which fields have string enums as their types, and without the types that
    /// Rust has already.
    pub(crate) model: Model,
    /// In page order.
    pub(crate) string_enums: Vec<StringEnum>,
    /// In page order.
    pub(crate) anonymous_unions: Vec<AnonymousUnion>,
}

impl Definitions {
    /// Collects what a model defines.
    pub(crate) fn new(model: &Model) -> Self {
        let mut model = model.clone();
        model.schema.expand_alternatives();
        model.schema.types.retain(|def| !is_built_in(def));
        model.was_required = keep_fitting(&model.was_required, &model.schema);
        list_event_names(&mut model.schema, model.manifest.call.updates.as_ref());
        let string_enums = extract_string_enums(&mut model.schema);
        let anonymous_unions = collect_unions(&model.schema);
        keep_nameable(&mut model, &string_enums, &anonymous_unions);
        Self {
            model,
            string_enums,
            anonymous_unions,
        }
    }
}

/// Keeps, of the members that are gone, those whose type there still is: only they can have a
/// setter.
fn keep_nameable(model: &mut Model, enums: &[StringEnum], unions: &[AnonymousUnion]) {
    let Model {
        schema,
        opaque,
        removed,
        ..
    } = model;
    let has_type = |name: &str| {
        let is_opaque = opaque.iter().any(|one| one.name == name);
        let is_enum = enums.iter().any(|one| one.key() == name);
        is_opaque || is_enum || schema.type_def(name).is_some()
    };
    let has_union = |ty: &Type| match ty {
        Type::Union(members) => unions
            .iter()
            .any(|one| sorted(&one.members) == sorted(members)),
        _ => true,
    };
    for gone in removed.values_mut() {
        gone.iter_mut()
            .for_each(|field| use_string_enum(field, enums));
        gone.retain(|field| {
            let ty = field_type(field);
            ty.names().into_iter().all(has_type) && has_union(list_item(&ty))
        });
    }
}

/// Checks whether a page describes a type that every API has: a heading `InputFile` without a
/// table.
pub(crate) fn is_built_in(def: &TypeDef) -> bool {
    Type::named(&def.name) == Type::InputFile && def.union().is_none() && def.fields().is_empty()
}
