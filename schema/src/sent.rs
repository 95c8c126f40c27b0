//! Which types bots make values of, those that a parameter leads to, and what a constructor of
//! theirs does not ask for.

use std::collections::BTreeSet;

use crate::schema::{Field, Schema};
use crate::ty::Type;
use crate::walk::reach;

/// The most flags that a constructor asks for: nobody can tell more than that apart by their place.
const FLAGS: usize = 3;

/// Which fields of a type start as `false` and have a setter, though they are required: its flags,
/// where there are so many that its constructor asks for none of them.
pub fn starts_false(fields: &[Field]) -> impl Fn(&Field) -> bool + use<> {
    let many = fields.iter().filter(|field| is_flag(field)).count() > FLAGS;
    move |field| many && is_flag(field)
}

/// Whether a field is required, and may be `true` or `false`.
fn is_flag(field: &Field) -> bool {
    field.required && field.ty == Type::Boolean && field.facts.constant.is_none()
}

/// The names of the types whose values bots send.
pub fn types(schema: &Schema) -> BTreeSet<&str> {
    let params = schema.methods.iter().flat_map(|method| &method.params);
    let names = params.flat_map(|param| param.ty.names());
    reach(names, |name| schema.type_def(name))
}
