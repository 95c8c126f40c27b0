//! Which types bots make values of: those that a parameter leads to.

use std::collections::BTreeSet;

use crate::schema::Schema;
use crate::walk::reach;

/// The names of the types whose values bots send.
pub fn types(schema: &Schema) -> BTreeSet<&str> {
    let params = schema.methods.iter().flat_map(|method| &method.params);
    let names = params.flat_map(|param| param.ty.names());
    reach(names, |name| schema.type_def(name))
}
