//! Walks over a schema: every type expression that it states, and every name that some lead to.

use std::collections::{BTreeSet, HashSet};

use crate::schema::{Method, Schema, TypeDef};
use crate::ty::Type;

impl Schema {
    /// Every type expression of its methods, then of its types, in page order.
    pub fn type_exprs(&self) -> impl Iterator<Item = &Type> {
        let methods = self.methods.iter().flat_map(Method::type_exprs);
        methods.chain(self.types.iter().flat_map(TypeDef::type_exprs))
    }

    /// Collects the names that anything but a type's own fields has.
    pub fn used_names(&self) -> HashSet<&str> {
        let methods = self.methods.iter().flat_map(Method::type_exprs);
        let types = self.types.iter().flat_map(TypeDef::other_names);
        methods.flat_map(Type::names).chain(types).collect()
    }

    /// Checks whether a type is a union that has itself among its members, or among theirs,
    /// however deep.
    pub fn unites_itself(&self, name: &str) -> bool {
        let wanted = name;
        let mut seen = BTreeSet::new();
        let mut open = vec![name];
        while let Some(name) = open.pop() {
            let union = self.type_def(name).and_then(TypeDef::union);
            let members = union.into_iter().flat_map(|union| &union.one_of);
            for member in members.flat_map(Type::members) {
                match member {
                    Type::Named(name) if name == wanted => return true,
                    Type::Named(name) if seen.insert(name) => open.push(name),
                    _ => {}
                }
            }
        }
        false
    }
}

impl Method {
    /// The type of what it returns, where the page says, and of each parameter, in page order.
    pub fn type_exprs(&self) -> impl Iterator<Item = &Type> {
        let params = self.params.iter().map(|param| &param.ty);
        self.returns.iter().chain(params)
    }
}

impl TypeDef {
    /// The type of each field, or each member of a union, in page order.
    pub fn type_exprs(&self) -> impl Iterator<Item = &Type> {
        let fields = self.fields().iter().map(|field| &field.ty);
        let members = self.union().into_iter().flat_map(|union| &union.one_of);
        fields.chain(members)
    }

    /// The names of other types that it uses, in page order, with repetitions.
    pub fn other_names(&self) -> impl Iterator<Item = &str> {
        let names = self.type_exprs().flat_map(Type::names);
        names.filter(|name| *name != self.name)
    }
}

/// The names of the types whose values bots send: those that a parameter leads to.
pub fn sent_types(schema: &Schema) -> BTreeSet<&str> {
    let params = schema.methods.iter().flat_map(|method| &method.params);
    let names = params.flat_map(|param| param.ty.names());
    reach(names, |name| schema.type_def(name))
}

/// Every name that these lead to, themselves among them: a type leads to the names that it uses.
///
/// `find` gives the type of a name; where it gives none, the name leads no further.
pub fn reach<'a>(
    names: impl IntoIterator<Item = &'a str>,
    find: impl Fn(&str) -> Option<&'a TypeDef>,
) -> BTreeSet<&'a str> {
    let mut open: Vec<&str> = names.into_iter().collect();
    let mut reached = BTreeSet::new();
    while let Some(name) = open.pop() {
        if reached.insert(name) {
            let parts = find(name).into_iter().flat_map(TypeDef::type_exprs);
            open.extend(parts.flat_map(Type::names));
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml;

    fn schema() -> Schema {
        let text = "
api: demo
version: null
methods:
- name: getNote
  returns: Note
  params: [{name: id, type: Integer | Key, required: true}]
- {name: close, returns: null, params: []}
types:
- {name: Note, fields: [{name: replies, type: Array<Note | Lost>, required: true}]}
- {name: Key, one_of: [String, Array<Key>]}
";
        yaml::load(text).unwrap()
    }

    #[test]
    fn every_type_is_met_once_in_page_order() {
        let schema = schema();
        let all: Vec<String> = schema.type_exprs().map(Type::to_string).collect();
        let expected = [
            "Note",
            "Integer | Key",
            "Array<Note | Lost>",
            "String",
            "Array<Key>",
        ];
        assert_eq!(all, expected);
        let others: Vec<&str> = schema.types.iter().flat_map(TypeDef::other_names).collect();
        assert_eq!(others, ["Lost"]);
    }

    #[test]
    fn a_union_of_itself_is_one_by_way_of_others() {
        let text = "{api: demo, version: null, methods: [], types: [
          {name: A, one_of: [B, String]}, {name: B, one_of: [String | C]},
          {name: C, one_of: [A]}, {name: D, one_of: [A, Array<D>]},
          {name: E, fields: [{name: e, type: E, required: true}]}]}";
        let schema: Schema = yaml::load(text).unwrap();
        let all = schema.types.iter().map(|def| def.name.as_str());
        let found: Vec<&str> = all.filter(|name| schema.unites_itself(name)).collect();
        assert_eq!(found, ["A", "B", "C"]);
    }

    #[test]
    fn a_name_leads_to_what_its_type_uses() {
        let schema = schema();
        let find = |name: &str| schema.type_def(name);
        assert_eq!(reach(["Note"], find), BTreeSet::from(["Lost", "Note"]));
        assert_eq!(
            reach(["Lost", "Key"], find),
            BTreeSet::from(["Key", "Lost"])
        );
        assert_eq!(reach(["Note"], |_| None), BTreeSet::from(["Note"]));
    }
}
