//! A model → the same model as Rust sees it: texts that have a list of words become enums of their
//! own, and what Rust has a type for already is left out.

use schema::model::Model;
use schema::schema::{Field, Shape, TypeDef};
use schema::ty::Type;

use crate::resolve::string_enum::{Words, key};

/// A model that is ready for the emitters.
#[derive(Clone, Debug)]
pub(crate) struct Prepared {
    pub(crate) model: Model,
    /// The lists of words, in page order.
    pub(crate) words: Vec<Words>,
}

/// Prepares one API.
pub(crate) fn prepare(model: &Model) -> Prepared {
    let mut model = model.clone();
    model.schema.types.retain(|def| !is_built_in(def));
    let mut words = Vec::new();
    for method in &mut model.schema.methods {
        replace(&method.name, true, &mut method.params, &mut words);
    }
    for def in &mut model.schema.types {
        if let Shape::Struct(fields) = &mut def.shape {
            replace(&def.name, false, fields, &mut words);
        }
    }
    Prepared { model, words }
}

/// Whether a page describes a type that every API has: a heading without a table.
pub(crate) fn is_built_in(def: &TypeDef) -> bool {
    Type::named(&def.name) == Type::InputFile && def.union().is_none() && def.fields().is_empty()
}

/// Gives the fields that have a list of words the enum of these words as their type.
fn replace(owner: &str, is_method: bool, fields: &mut [Field], found: &mut Vec<Words>) {
    for field in fields {
        let Some(words) = Words::of(&field.facts.values) else {
            continue;
        };
        let named = Type::Named(key(&words.values));
        field.ty = match &field.ty {
            Type::String => named,
            Type::Array(item) if **item == Type::String => Type::array(named),
            _ => continue,
        };
        field.facts.values.clear();
        let known = found.iter_mut().find(|known| known.key() == words.key());
        match known {
            Some(known) => known.used(owner, is_method, field),
            None => {
                let mut words = words;
                words.used(owner, is_method, field);
                found.push(words);
            }
        }
    }
}
