//! One type → a JSON Schema by itself, with the types that it needs.

use std::collections::BTreeSet;

use serde::Serialize;

use super::components::type_components;
use super::json_schema::{COMPONENTS, JsonSchema};
use super::ordered_map::OrderedMap;
use crate::resolve::api::Api;

/// The place of the types in a JSON Schema.
const DEFINITIONS: &str = "#/$defs/";

/// A JSON Schema with all that it refers to.
#[derive(Debug, Serialize)]
pub(super) struct SchemaFile {
    #[serde(rename = "$schema")]
    dialect: &'static str,
    #[serde(rename = "$ref")]
    reference: String,
    #[serde(rename = "$defs")]
    definitions: OrderedMap<JsonSchema>,
}

/// The schema of a type, by its Rust name; `None` if there is no such type.
pub(super) fn schema_file(api: &Api, name: &str) -> Option<SchemaFile> {
    let mut all = type_components(api);
    let needed = reachable_from(&mut all, name);
    all.0.retain(|(name, _)| needed.contains(name));
    for schema in all.values_mut() {
        schema.visit_references(&mut |target| {
            *target = format!("{DEFINITIONS}{}", component_name(target));
        });
    }
    needed.contains(name).then(|| SchemaFile {
        dialect: "https://json-schema.org/draft/2020-12/schema",
        reference: format!("{DEFINITIONS}{name}"),
        definitions: all,
    })
}

/// The types that a type needs, itself included.
fn reachable_from(all: &mut OrderedMap<JsonSchema>, name: &str) -> BTreeSet<String> {
    let mut open = vec![name.to_owned()];
    let mut found = BTreeSet::new();
    while let Some(name) = open.pop() {
        let mut schemas = all.0.iter_mut();
        let Some((_, schema)) = schemas.find(|(known, _)| *known == name) else {
            continue;
        };
        if found.insert(name) {
            schema.visit_references(&mut |target| open.push(component_name(target).to_owned()));
        }
    }
    found
}

fn component_name(reference: &str) -> &str {
    reference.strip_prefix(COMPONENTS).unwrap_or(reference)
}
