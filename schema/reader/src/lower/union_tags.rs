//! Tags: unions in, for each the field that tells its members apart out.

use std::collections::{HashMap, HashSet};

use schema::schema::{Scalar, Schema, Shape, TypeDef};
use schema::ty::Type;

/// The fields of a type that have a constant, with it.
type Constants<'a> = HashMap<&'a str, &'a Scalar>;

/// Gives each union its tag: the field that has a constant in every member, another in each.
pub(super) fn tagged(mut schema: Schema) -> Schema {
    let mut known: HashMap<&str, (&TypeDef, Constants<'_>)> = HashMap::new();
    for def in &schema.types {
        known
            .entry(&def.name)
            .or_insert_with(|| (def, constants(def)));
    }
    let types = schema.types.iter();
    let tags: Vec<Option<String>> = types.map(|def| tag_of(&known, def)).collect();
    for (def, found) in schema.types.iter_mut().zip(tags) {
        if let Shape::Union(union) = &mut def.shape {
            union.tag = found;
        }
    }
    schema
}

fn constants(def: &TypeDef) -> Constants<'_> {
    let fields = def.fields().iter();
    let constants = fields.filter_map(|field| {
        let value = field.facts.constant.as_ref()?;
        Some((field.name.as_str(), value))
    });
    constants.collect()
}

/// The first field that has a constant in every member, another in each.
fn tag_of(known: &HashMap<&str, (&TypeDef, Constants<'_>)>, def: &TypeDef) -> Option<String> {
    let members = def.union()?.one_of.iter().map(|member| match member {
        Type::Named(name) => known.get(name.as_str()),
        _ => None,
    });
    let members: Vec<_> = members.collect::<Option<_>>()?;
    let (first, _) = members.first()?;
    let mut names = first.fields().iter().map(|field| &field.name);
    let tag = names.find(|name| {
        let values = members.iter().map(|(_, all)| all.get(name.as_str()));
        let mut seen = HashSet::new();
        // By how it is printed: `1` and `“1”` differ, and a fraction has no order of its own.
        let mut texts = values.map(|value| value.map(|value| format!("{value:?}")));
        texts.all(|text| text.is_some_and(|text| seen.insert(text)))
    });
    tag.cloned()
}
