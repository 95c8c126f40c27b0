//! The graph of the types that contain each other: it tells where a value would contain itself,
//! what a request reaches, and where files to upload may lie.

use std::collections::{BTreeMap, BTreeSet};

use schema::schema::Shape;
use schema::ty::Type;

use crate::resolve::anonymous_union::field_type;
use crate::resolve::anonymous_union::list_item;
use crate::resolve::definitions::Definitions;
use crate::resolve::names::Names;

/// A field of a type or a variant of a union, by Rust name and wire name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FieldRef {
    pub(crate) owner: String,
    member: String,
}

impl FieldRef {
    pub(crate) fn new(owner: &str, member: &str) -> Self {
        Self {
            owner: owner.to_owned(),
            member: member.to_owned(),
        }
    }
}

/// The kinds of edges. Where types contain each other, the last kind in this order gets the `Box`:
/// an optional `Message.reply_to_message` rather than a required one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum EdgeKind {
    Required,
    Optional,
    Variant,
}

/// A field or a variant, and what it holds.
#[derive(Debug)]
struct Edge {
    from: FieldRef,
    kind: EdgeKind,
    /// The generated type that it holds, by Rust name.
    to: Option<String>,
    /// It holds a list of these.
    in_list: bool,
    /// It holds files.
    is_file: bool,
}

/// Every field and variant of one API.
#[derive(Debug)]
pub(crate) struct TypeGraph {
    edges: Vec<Edge>,
    /// The generated types that each type holds itself, by Rust name.
    parts: BTreeMap<String, BTreeSet<String>>,
    /// The types that may hold files to upload, however deep, by Rust name.
    pub(crate) file_holders: BTreeSet<String>,
}

impl TypeGraph {
    /// Builds the graph of what an API defines.
    pub(crate) fn new(definitions: &Definitions, names: &Names) -> Self {
        let edges = collect_edges(definitions, names);
        let file_owners = edges
            .iter()
            .filter(|edge| edge.is_file)
            .map(|edge| edge.from.owner.clone())
            .collect();
        let mut parts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for edge in &edges {
            let own = parts.entry(edge.from.owner.clone()).or_default();
            own.extend(edge.to.clone());
        }
        let mut graph = Self {
            edges,
            parts,
            file_holders: BTreeSet::new(),
        };
        graph.file_holders = graph.holders_of(file_owners, |_| true);
        graph
    }

    /// These types, and all that hold one of them, however deep; only those that `may_hold` allows.
    pub(crate) fn holders_of(
        &self,
        types: BTreeSet<String>,
        may_hold: impl Fn(&str) -> bool,
    ) -> BTreeSet<String> {
        let mut found = types;
        loop {
            let before = found.len();
            for Edge { from, to, .. } in &self.edges {
                let holds = to.as_ref().is_some_and(|to| found.contains(to));
                if holds && may_hold(&from.owner) {
                    found.insert(from.owner.clone());
                }
            }
            if found.len() == before {
                return found;
            }
        }
    }

    /// The generated types that a type holds itself, by Rust name.
    pub(crate) fn parts_of(&self, owner: &str) -> impl Iterator<Item = &String> {
        self.parts.get(owner).into_iter().flatten()
    }

    /// The fields that need a `Box`, for without it a value would contain itself. In
    /// `Message { pinned_message: Option<Message> }` it is that field.
    pub(crate) fn recursive_fields(&self) -> BTreeSet<FieldRef> {
        let mut edges: Vec<&Edge> = self.edges.iter().filter(|edge| !edge.in_list).collect();
        edges.sort_by_key(|edge| edge.kind);
        let mut contained: Contained<'_> = BTreeMap::new();
        let mut boxed = BTreeSet::new();
        for edge in edges {
            let Some(to) = edge.to.as_deref() else {
                continue;
            };
            if contains_type(&contained, to, &edge.from.owner) {
                boxed.insert(edge.from.clone());
            } else {
                contained.entry(&edge.from.owner).or_default().insert(to);
            }
        }
        boxed
    }

    /// The Rust names of these types and of all that is a part of them.
    pub(crate) fn reachable_from(&self, roots: impl Iterator<Item = String>) -> BTreeSet<String> {
        let mut open: Vec<String> = roots.collect();
        let mut found = BTreeSet::new();
        while let Some(name) = open.pop() {
            if found.insert(name.clone()) {
                open.extend(self.parts_of(&name).cloned());
            }
        }
        found
    }
}

/// The types that the values of each type contain without a pointer in between.
type Contained<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

/// Checks whether a value of `from` contains one of `to`, or is one.
fn contains_type(contained: &Contained<'_>, from: &str, to: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(name) = open.pop() {
        if name == to {
            return true;
        }
        if seen.insert(name) {
            open.extend(contained.get(name).into_iter().flatten().copied());
        }
    }
    false
}

fn collect_edges(definitions: &Definitions, names: &Names) -> Vec<Edge> {
    let mut edges = Vec::new();
    for def in &definitions.model.schema.types {
        let owner = names.ty(&def.name);
        match &def.shape {
            Shape::Struct(fields) => edges.extend(fields.iter().map(|field| {
                let kind = if field.required {
                    EdgeKind::Required
                } else {
                    EdgeKind::Optional
                };
                let from = FieldRef::new(&owner, &field.name);
                Edge::new(from, kind, &field_type(field), names)
            })),
            Shape::Union(union) => edges.extend(variant_edges(&owner, &union.one_of, names)),
        }
    }
    for union in &definitions.anonymous_unions {
        let owner = names.union(&union.members);
        edges.extend(variant_edges(&owner, &union.members, names));
    }
    edges
}

fn variant_edges(owner: &str, members: &[Type], names: &Names) -> impl Iterator<Item = Edge> {
    members.iter().map(move |member| {
        let from = FieldRef::new(owner, &member.to_string());
        Edge::new(from, EdgeKind::Variant, member, names)
    })
}

impl Edge {
    fn new(from: FieldRef, kind: EdgeKind, ty: &Type, names: &Names) -> Self {
        let item = list_item(ty);
        Self {
            from,
            kind,
            to: names.rust_name(item),
            in_list: matches!(ty, Type::Array(_)),
            is_file: *item == Type::InputFile,
        }
    }
}
