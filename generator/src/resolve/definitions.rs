//! A model → the definitions of its API: the types of its page, string enums, and anonymous unions.

use schema::model::Model;
use schema::schema::TypeDef;
use schema::ty::Type;

use crate::compat::required_history::keep_fitting;
use crate::resolve::anonymous_union::{AnonymousUnion, collect_unions};
use crate::resolve::string_enum::{StringEnum, extract_string_enums};

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
        model.schema.types.retain(|def| !is_built_in(def));
        model.was_required = keep_fitting(&model.was_required, &model.schema);
        Self {
            string_enums: extract_string_enums(&mut model.schema),
            anonymous_unions: collect_unions(&model.schema),
            model,
        }
    }
}

/// Checks whether a page describes a type that every API has: a heading `InputFile` without a
/// table.
pub(crate) fn is_built_in(def: &TypeDef) -> bool {
    Type::named(&def.name) == Type::InputFile && def.union().is_none() && def.fields().is_empty()
}
