//! Which types contain which: where a `Box` is needed, where files may lie, and what users send.

use std::collections::{BTreeMap, BTreeSet};

use schema::schema::Shape;
use schema::ty::Type;

use crate::resolve::anonymous_union::field_type;
use crate::resolve::api::Api;

/// A field of a type or a variant of a union, by Rust name and wire name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    owner: String,
    member: String,
}

impl Place {
    pub(crate) fn new(owner: &str, member: &str) -> Self {
        Self {
            owner: owner.to_owned(),
            member: member.to_owned(),
        }
    }

    /// The Rust name of the type that has it.
    pub(crate) fn owner(&self) -> &str {
        &self.owner
    }
}

/// A place and the type there. Where types contain each other, the greatest rank gets the `Box`.
struct Edge {
    place: Place,
    ty: Type,
    rank: u8,
}

/// The places that need a `Box`: those that would close a circle of types, and no others.
pub(crate) fn boxed(api: &Api<'_>) -> BTreeSet<Place> {
    let mut edges = edges(api);
    edges.sort_by_key(|edge| edge.rank);
    let mut held: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut boxed = BTreeSet::new();
    for edge in edges {
        let Some(target) = api.rust_name(&edge.ty) else {
            continue;
        };
        if reaches(&held, &target, &edge.place.owner) {
            boxed.insert(edge.place);
        } else {
            held.entry(edge.place.owner).or_default().insert(target);
        }
    }
    boxed
}

/// Whether a value of `from` holds one of `to`, or is one.
fn reaches(held: &BTreeMap<String, BTreeSet<String>>, from: &str, to: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(name) = open.pop() {
        if name == to {
            return true;
        }
        if seen.insert(name) {
            open.extend(held.get(name).into_iter().flatten().map(String::as_str));
        }
    }
    false
}

/// The Rust names of the types that may hold files to upload, however deep.
pub(crate) fn uploads(api: &Api<'_>) -> BTreeSet<String> {
    let edges = edges(api);
    let mut found = BTreeSet::new();
    loop {
        let before = found.len();
        for edge in &edges {
            if holds_file(api, &edge.ty, &found) {
                found.insert(edge.place.owner.clone());
            }
        }
        if found.len() == before {
            return found;
        }
    }
}

/// The Rust names of the types that are a part of some request.
pub(crate) fn sent(api: &Api<'_>) -> BTreeSet<String> {
    let methods = &api.model.schema.methods;
    let params = methods.iter().flat_map(|method| &method.params);
    reached(api, params.map(field_type))
}

/// The Rust names of the types that are a part of some response.
pub(crate) fn received(api: &Api<'_>) -> BTreeSet<String> {
    let methods = &api.model.schema.methods;
    reached(api, methods.iter().filter_map(|m| m.returns.clone()))
}

/// The Rust names of these types and of all that is a part of them.
fn reached(api: &Api<'_>, roots: impl Iterator<Item = Type>) -> BTreeSet<String> {
    let edges = edges(api);
    let mut open: Vec<String> = roots.flat_map(|ty| named(api, &ty)).collect();
    let mut found = BTreeSet::new();
    while let Some(name) = open.pop() {
        let own = edges.iter().filter(|edge| edge.place.owner == name);
        let parts: Vec<String> = own.flat_map(|edge| named(api, &edge.ty)).collect();
        if found.insert(name) {
            open.extend(parts);
        }
    }
    found
}

/// The Rust names of the generated types in a type expression.
fn named(api: &Api<'_>, ty: &Type) -> Vec<String> {
    match ty {
        Type::Array(item) => named(api, item),
        other => api.rust_name(other).into_iter().collect(),
    }
}

/// Whether values of a type may hold files to upload, where these types may.
pub(crate) fn holds_file(api: &Api<'_>, ty: &Type, known: &BTreeSet<String>) -> bool {
    match ty {
        Type::InputFile => true,
        Type::Array(item) => holds_file(api, item, known),
        other => api
            .rust_name(other)
            .is_some_and(|name| known.contains(&name)),
    }
}

/// Every field and variant of the API.
fn edges(api: &Api<'_>) -> Vec<Edge> {
    let mut edges = Vec::new();
    for def in &api.model.schema.types {
        let owner = api.names.ty(&def.name);
        match &def.shape {
            Shape::Struct(fields) => edges.extend(fields.iter().map(|field| Edge {
                place: Place::new(&owner, &field.name),
                ty: field_type(field),
                rank: u8::from(!field.required),
            })),
            Shape::Union(union) => edges.extend(variants(&owner, &union.one_of)),
        }
    }
    for union in &api.inline {
        edges.extend(variants(&api.names.union(&union.members), &union.members));
    }
    edges
}

fn variants(owner: &str, members: &[Type]) -> impl Iterator<Item = Edge> {
    members.iter().map(move |member| Edge {
        place: Place::new(owner, &member.to_string()),
        ty: member.clone(),
        rank: 2,
    })
}
