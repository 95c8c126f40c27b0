//! Which types bots make values of, those that a parameter leads to, and what a constructor of
//! theirs does not ask for.

use std::collections::BTreeSet;

use crate::schema::{Field, Schema};
use crate::ty::Type;
use crate::walk::reach;

/// The most flags that a constructor asks for: nobody can tell more than that apart by their place.
const FLAGS: usize = 3;

/// Whether a type requires so many flags that its constructor asks for none of them: each starts
/// as `false`, and has a setter.
pub fn has_many_flags(fields: &[Field]) -> bool {
    fields.iter().filter(|field| is_flag(field)).count() > FLAGS
}

/// Whether a field is required, and may be `true` or `false`.
pub fn is_flag(field: &Field) -> bool {
    field.required && field.ty == Type::Boolean && field.facts.constant.is_none()
}

/// The names of the types whose values bots send.
pub fn types(schema: &Schema) -> BTreeSet<&str> {
    let params = schema.methods.iter().flat_map(|method| &method.params);
    let names = params.flat_map(|param| param.ty.names());
    reach(names, |name| schema.type_def(name))
}
