//! The unions that have no name on the page, such as `Integer | String`: each of them once.

use std::collections::BTreeMap;

use schema::schema::{Field, Schema};
use schema::ty::Type;
use schema::union_names::sorted;

/// A union without a name on the page.
#[derive(Clone, Debug)]
pub(crate) struct AnonymousUnion {
    /// The members, in the order in which the page first has them.
    pub(crate) members: Vec<Type>,
    /// It is read from JSON: it is in a response, or in a type. Types are read and written
    /// alike.
    pub(crate) is_deserialized: bool,
}

/// The type of a field's values. A text that may be `attach://…` may as well be the file itself.
pub(crate) fn field_type(field: &Field) -> Type {
    if field.facts.attach && field.ty == Type::String {
        return Type::Union(vec![Type::InputFile, Type::String]);
    }
    field.ty.clone()
}

/// The type itself or, of a list, that of its items.
pub(crate) fn list_item(ty: &Type) -> &Type {
    match ty {
        Type::Array(item) => list_item(item),
        other => other,
    }
}

/// Every union without a name, in page order.
pub(crate) fn collect_unions(schema: &Schema) -> Vec<AnonymousUnion> {
    let mut found = Found::default();
    for method in &schema.methods {
        for param in &method.params {
            found.visit_type(&field_type(param), false);
        }
        if let Some(ty) = &method.returns {
            found.visit_type(ty, true);
        }
    }
    for def in &schema.types {
        for field in def.fields() {
            found.visit_type(&field_type(field), true);
        }
        for member in def.union().iter().flat_map(|union| &union.one_of) {
            found.visit_type(member, true);
        }
    }
    found.unions
}

#[derive(Default)]
struct Found {
    unions: Vec<AnonymousUnion>,
    index: BTreeMap<Vec<Type>, usize>,
}

impl Found {
    fn visit_type(&mut self, ty: &Type, is_deserialized: bool) {
        match ty {
            Type::Array(item) => self.visit_type(item, is_deserialized),
            Type::Union(members) => {
                members
                    .iter()
                    .for_each(|member| self.visit_type(member, is_deserialized));
                self.record_union(members, is_deserialized);
            }
            _ => {}
        }
    }

    fn record_union(&mut self, members: &[Type], is_deserialized: bool) {
        let next = self.unions.len();
        let index = *self.index.entry(sorted(members)).or_insert(next);
        match self.unions.get_mut(index) {
            Some(known) => known.is_deserialized |= is_deserialized,
            None => self.unions.push(AnonymousUnion {
                members: members.to_vec(),
                is_deserialized,
            }),
        }
    }
}
