//! What breaks Rust code: which types bots make values of, and which facts shape Rust types.

use std::collections::BTreeSet;

use crate::schema::{Facts, Scalar, Schema};
use crate::ty::Type;

/// The types whose values bots send: those that a parameter leads to.
pub(super) struct Sent(BTreeSet<String>);

impl Sent {
    /// The types that a parameter of either schema leads to.
    pub(super) fn of(old: &Schema, new: &Schema) -> Self {
        let mut sent = reached(old);
        sent.extend(reached(new));
        Self(sent)
    }

    /// Whether bots send values of the type.
    pub(super) fn contains(&self, name: &str) -> bool {
        self.0.contains(name)
    }
}

fn reached(schema: &Schema) -> BTreeSet<String> {
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

/// Whether other facts make another Rust type: an enum that comes, goes or loses a value, a text
/// that comes or ceases to take an upload.
pub(super) fn breaks(was: &Facts, is: &Facts) -> bool {
    let lost = |value: &Scalar| !is.values.contains(value);
    let enums = was.values.is_empty() != is.values.is_empty();
    enums || was.values.iter().any(lost) || was.attach != is.attach
}
