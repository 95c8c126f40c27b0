//! Tags: for each union, the field that tells its members apart.

use std::collections::{HashMap, HashSet};

use schema::{Scalar, Schema, Shape, Type, TypeDef};

/// The types by their names; of two of one name, the first.
type Types<'a> = HashMap<&'a str, TypeWithConstants<'a>>;

/// A type, and its fields that have a constant.
struct TypeWithConstants<'a> {
    def: &'a TypeDef,
    constants: HashMap<&'a str, &'a Scalar>,
}

/// Gives each union its tag.
pub(super) fn with_tags(mut schema: Schema) -> Schema {
    let mut types = Types::new();
    for def in &schema.types {
        types
            .entry(&def.name)
            .or_insert_with(|| TypeWithConstants::new(def));
    }
    let tags: Vec<Option<String>> = schema
        .types
        .iter()
        .map(|def| find_tag(def, &types))
        .collect();
    for (def, tag) in schema.types.iter_mut().zip(tags) {
        if let Shape::Union(union) = &mut def.shape {
            union.tag = tag;
        }
    }
    schema
}

impl<'a> TypeWithConstants<'a> {
    fn new(def: &'a TypeDef) -> Self {
        let constants = def.fields().iter().filter_map(|field| {
            let value = field.facts.constant.as_ref()?;
            Some((field.name.as_str(), value))
        });
        Self {
            def,
            constants: constants.collect(),
        }
    }
}

/// Finds the first field that has a constant in every member, another in each: of `Photo {type:
/// “photo”, version: 1}` and `Video {type: “video”, version: 1}` it is `type`.
fn find_tag(def: &TypeDef, types: &Types<'_>) -> Option<String> {
    let members = def.union()?.one_of.iter().map(|member| match member {
        Type::Named(name) => types.get(name.as_str()),
        _ => None,
    });
    let members: Vec<&TypeWithConstants<'_>> = members.collect::<Option<_>>()?;
    let mut fields = members.first()?.def.fields().iter();
    let tag = fields.find(|field| tells_apart(&field.name, &members))?;
    Some(tag.name.clone())
}

/// Checks whether a field has a constant in every member, another in each.
fn tells_apart(field: &str, members: &[&TypeWithConstants<'_>]) -> bool {
    let mut seen = HashSet::new();
    members
        .iter()
        .all(|member| match member.constants.get(field) {
            // By how it is printed: `1` and `“1”` differ, and a fraction has no order of its own.
            Some(value) => seen.insert(format!("{value:?}")),
            None => false,
        })
}
