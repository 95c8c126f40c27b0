//! The types that are made of one value: what converts to that value converts to the type.
//!
//! A type is one where its `new` takes one argument, and that is no flag: a `Button` of `text` and
//! some optional fields may be written as its text, `rows([["Yes", "No"]])`. A bare `true` would tell
//! nobody what it is.

use schema::schema::{Field, Shape};
use schema::ty::Type;

use crate::compat::constructor::Constructor;
use crate::resolve::api::{Api, SoleArguments};

/// Finds the types of an API that users make of one value. Of an inherited type, its owner decides.
pub(super) fn find_sole_arguments(api: &Api, others: &[Api]) -> SoleArguments {
    let mut found = SoleArguments::new();
    for def in &api.model.schema.types {
        let name = api.names.ty(&def.name);
        let owner = others
            .iter()
            .find(|other| other.model.api == api.owner_of(&name));
        let argument = match (owner, &def.shape) {
            (Some(owner), _) => owner.sole_argument(&name).cloned(),
            (None, Shape::Struct(fields)) if api.is_sent(&name) => {
                sole_argument(api, &def.name, fields)
            }
            _ => None,
        };
        found.extend(argument.map(|field| (name, field)));
    }
    found
}

fn sole_argument(api: &Api, owner: &str, fields: &[Field]) -> Option<Field> {
    let constructor = Constructor::of_type(fields);
    let mut asked = fields
        .iter()
        .filter(|field| constructor.asks_for(field) || api.was_required_of(owner, field));
    let only = asked.next()?;
    let is_flag = matches!(only.ty, Type::Boolean | Type::True);
    let is_itself = only.ty == Type::Named(owner.to_owned());
    (asked.next().is_none() && !is_flag && !is_itself).then(|| only.clone())
}
