//! Alternatives: a type that another can stand in the place of, as the union of both.
//!
//! A page says it once, at the type: “A String may stand in place of this object”. It holds wherever
//! bots send the type, so Rust and the fake server have the union there: of `Button` with `or: String`,
//! a field `Array<Button>` is `Array<Button | String>`. What only the server sends stays as it is.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::schema::{Schema, Shape, TypeDef};
use crate::ty::Type;
use crate::walk::sent_types;

impl Schema {
    /// Puts the alternatives of types where bots send these. Done twice, it changes nothing.
    pub fn expand_alternatives(&mut self) {
        let alternatives = self.alternatives();
        if alternatives.is_empty() {
            return;
        }
        let sent: BTreeSet<String> = sent_types(self).into_iter().map(str::to_owned).collect();
        let params = self
            .methods
            .iter_mut()
            .flat_map(|method| &mut method.params);
        params.for_each(|param| expand(&mut param.ty, &alternatives));
        for def in self.types.iter_mut().filter(|def| sent.contains(&def.name)) {
            expand_def(def, &alternatives);
        }
    }

    /// The schema with the alternatives of types where bots send these.
    pub fn with_alternatives(&self) -> Cow<'_, Self> {
        if self.types.iter().all(|def| def.or.is_none()) {
            return Cow::Borrowed(self);
        }
        let mut expanded = self.clone();
        expanded.expand_alternatives();
        Cow::Owned(expanded)
    }

    /// The type that each type can be replaced by, by its name.
    fn alternatives(&self) -> BTreeMap<String, Type> {
        let types = self.types.iter();
        types
            .filter_map(|def| Some((def.name.clone(), def.or.clone()?)))
            .collect()
    }
}

fn expand_def(def: &mut TypeDef, alternatives: &BTreeMap<String, Type>) {
    let members = match &mut def.shape {
        Shape::Struct(fields) => {
            return fields
                .iter_mut()
                .for_each(|field| expand(&mut field.ty, alternatives));
        }
        Shape::Union(union) => &mut union.one_of,
    };
    // A union among the members is no member: its own members are.
    let all = members.iter().flat_map(|member| {
        let mut member = member.clone();
        expand(&mut member, alternatives);
        member.members().to_vec()
    });
    let mut seen = BTreeSet::new();
    *members = all.filter(|member| seen.insert(member.clone())).collect();
}

/// Puts the alternatives of the types in a type expression.
fn expand(ty: &mut Type, alternatives: &BTreeMap<String, Type>) {
    match ty {
        Type::Array(item) => expand(item, alternatives),
        Type::Union(members) => {
            members.iter_mut().for_each(|one| expand(one, alternatives));
            if let Some(union) = Type::union(std::mem::take(members)) {
                *ty = union;
            }
        }
        Type::Named(name) => {
            if let Some(other) = alternatives.get(name)
                && let Some(union) = Type::union([ty.clone(), other.clone()])
            {
                *ty = union;
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml;

    const SCHEMA: &str = "
api: demo
version: null
methods:
- name: sendPanel
  returns: Knob
  params:
  - {name: knob, type: Knob, required: true}
  - {name: panel, type: Panel | Knob, required: true}
- {name: getReport, returns: Report, params: []}
types:
- {name: Knob, or: String | Integer, fields: []}
- {name: Panel, fields: [{name: rows, type: Array<Array<Knob>>, required: true}]}
- {name: Report, fields: [{name: knob, type: Knob, required: true}]}
";

    #[test]
    fn an_alternative_holds_where_bots_send_the_type() {
        let mut schema: Schema = yaml::load(SCHEMA).unwrap();
        schema.expand_alternatives();
        let all: Vec<String> = schema.type_exprs().map(Type::to_string).collect();
        let expected = [
            "Knob",
            "Knob | String | Integer",
            "Panel | Knob | String | Integer",
            "Report",
            "Array<Array<Knob | String | Integer>>",
            "Knob",
        ];
        assert_eq!(all, expected);
        let once = schema.clone();
        schema.expand_alternatives();
        assert_eq!(schema, once);
    }

    #[test]
    fn a_union_has_the_alternatives_of_its_members() {
        let text = "{api: demo, version: null, types: [
          {name: Knob, or: String, fields: []}, {name: Dial, or: String, fields: []},
          {name: Part, one_of: [Knob, Dial]}],
          methods: [{name: send, returns: null, params: [{name: part, type: Part, required: true}]}]}";
        let schema: Schema = yaml::load(text).unwrap();
        let expanded = schema.with_alternatives();
        let members = &expanded.type_def("Part").unwrap().union().unwrap().one_of;
        let members: Vec<String> = members.iter().map(Type::to_string).collect();
        assert_eq!(members, ["Knob", "String", "Dial"]);
    }
}
