//! Which types bots make values of: those that a parameter leads to.

use std::collections::BTreeSet;

use crate::schema::Schema;
use crate::ty::Type;

/// The names of the types whose values bots send.
pub fn types(schema: &Schema) -> BTreeSet<String> {
    let params = schema.methods.iter().flat_map(|method| &method.params);
    let mut open: Vec<String> = params.flat_map(|param| names(&param.ty)).collect();
    let mut reached = BTreeSet::new();
    while let Some(name) = open.pop() {
        let def = schema.type_def(&name);
        if !reached.insert(name) {
            continue;
        }
        let fields = def
            .into_iter()
            .flat_map(|def| def.fields())
            .map(|field| &field.ty);
        let unions = def.and_then(|def| def.union()).into_iter();
        let members = unions.flat_map(|union| &union.one_of);
        open.extend(fields.chain(members).flat_map(names));
    }
    reached
}

fn names(ty: &Type) -> Vec<String> {
    ty.names().into_iter().map(str::to_owned).collect()
}
