//! Schemas that a page can state, to the last fact.

use std::collections::HashSet;

use proptest::collection::{hash_set, vec};
use proptest::option;
use proptest::prelude::{Strategy, any};
use proptest::sample::{select, subsequence};
use schema::schema::{Field, Method, Scalar, Schema, Shape, TypeDef, Union};
use schema::ty::Type;

use super::{facts, names, types};

/// A schema. Half of its names of types are defined, the others only used.
pub fn stated_schema() -> impl Strategy<Value = Schema> {
    let names = hash_set(names::type_name(), 4..9);
    names.prop_flat_map(|names| {
        let mut names: Vec<String> = names.into_iter().collect();
        names.sort();
        let (defined, _) = names.split_at(names.len() / 2);
        let structs: Vec<_> = defined
            .iter()
            .enumerate()
            .map(|(i, name)| structure(i, name, &names))
            .collect();
        let methods = vec(method(&names), 1..6);
        let version = option::of("[1-9][.][0-9]{1,2}");
        let union = (names::type_name(), subsequence(names, 1..4));
        (version, methods, structs, option::of(union)).prop_map(
            |(version, methods, types, union)| Schema {
                api: "demo".to_owned(),
                version,
                methods: distinct_names(methods, |method| method.name.clone()),
                types: with_union(types, union),
            },
        )
    })
}

fn method(names: &[String]) -> impl Strategy<Value = Method> + use<> {
    let params = vec(field(names), 0..5);
    let parts = (
        names::method_name(),
        types::in_sentence(names),
        params,
        any::<bool>(),
    );
    parts.prop_map(|(name, returns, params, hump)| Method {
        // Without a hump only its table tells a method from a chapter.
        name: if hump || params.is_empty() {
            name
        } else {
            name.to_lowercase()
        },
        returns,
        params: distinct_names(params, |param| param.name.clone()),
        ..Method::default()
    })
}

fn field(names: &[String]) -> impl Strategy<Value = Field> + use<> {
    let ty = types::in_cell(names);
    let typed =
        ty.prop_flat_map(|ty| facts::of(ty.clone()).prop_map(move |facts| (ty.clone(), facts)));
    (names::member_name(), typed, any::<bool>()).prop_map(|(name, (ty, facts), required)| Field {
        facts,
        ..Field::new(&name, ty, required)
    })
}

/// A structure; every other one has a constant that tells it apart.
fn structure(index: usize, name: &str, names: &[String]) -> impl Strategy<Value = TypeDef> + use<> {
    let name = name.to_owned();
    let alternative = option::of(select(ALTERNATIVES));
    (vec(field(names), 0..4), alternative).prop_map(move |(fields, or)| {
        let mut kind = Field::new(KIND, Type::String, true);
        kind.facts.constant = Some(Scalar::String(format!("kind {index}")));
        let tagged = index.is_multiple_of(2).then_some(kind);
        let fields = tagged.into_iter().chain(fields).collect();
        let fields = distinct_names(fields, |field: &Field| field.name.clone());
        TypeDef {
            or: or.and_then(|ty| ty.parse().ok()),
            ..TypeDef::structure(&name, fields)
        }
    })
}

/// Types that can stand in the place of another.
const ALTERNATIVES: &[&str] = &["String", "Integer | String", "Array<Array<String>>"];

const KIND: &str = "the_kind";

/// Adds a union of some of the names: its tag is known where all of them are tagged structures.
fn with_union(mut types: Vec<TypeDef>, union: Option<(String, Vec<String>)>) -> Vec<TypeDef> {
    let Some((name, members)) = union else {
        return types;
    };
    let defined: HashSet<&str> = types.iter().map(|def| def.name.as_str()).collect();
    if defined.contains(name.as_str()) || members.contains(&name) {
        return types;
    }
    let tagged = |member: &String| {
        let def = types.iter().find(|def| def.name == *member);
        def.is_some_and(|def| def.fields().iter().any(|field| field.name == KIND))
    };
    let tag = members.iter().all(tagged).then(|| KIND.to_owned());
    let one_of = members.iter().map(|member| Type::named(member)).collect();
    let (doc, link) = (None, None);
    let shape = Shape::Union(Union { one_of, tag });
    types.push(TypeDef {
        name,
        doc,
        link,
        or: None,
        shape,
    });
    types
}

/// The first of each name.
fn distinct_names<T>(all: Vec<T>, name: impl Fn(&T) -> String) -> Vec<T> {
    let mut seen = HashSet::new();
    all.into_iter()
        .filter(|one| seen.insert(name(one)))
        .collect()
}
