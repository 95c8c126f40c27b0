//! A schema in, a line on each of its items out: `sendNote.text: String, required, length 1–80`.

use std::collections::HashMap;

use schema::schema::{Facts, Field, Method, Schema, TypeDef};
use schema::{ItemPath, Type};

/// The lines on the items of a page.
pub(super) struct Slots(HashMap<ItemPath, String>);

impl Slots {
    /// Describes what a page states, and how overrides correct it.
    pub(super) fn describe(stated: &Schema, corrected: &Schema) -> Self {
        let mut lines = describe_schema(stated);
        for (at, line) in describe_schema(corrected) {
            let known = lines.entry(at).or_insert_with(|| line.clone());
            if *known != line {
                *known += &format!(" (corrected: {line})");
            }
        }
        Self(lines)
    }

    /// The line on an item: its path alone where the schema has no such item.
    pub(super) fn line(&self, at: &ItemPath) -> String {
        match self.0.get(at) {
            Some(line) => format!("{at}: {line}"),
            None => at.to_string(),
        }
    }
}

/// What follows the path of each item.
fn describe_schema(schema: &Schema) -> HashMap<ItemPath, String> {
    let mut lines = HashMap::new();
    for method in &schema.methods {
        lines.insert(ItemPath::owner(&method.name), describe_method(method));
    }
    for def in &schema.types {
        lines.insert(ItemPath::owner(&def.name), describe_type(def));
    }
    for (at, field) in schema.fields() {
        lines.insert(at, describe_field(field));
    }
    lines
}

fn describe_method(method: &Method) -> String {
    match &method.returns {
        Some(returns) => format!("method, returns {returns}"),
        None => "method".to_owned(),
    }
}

fn describe_type(def: &TypeDef) -> String {
    match def.union() {
        Some(union) => {
            let members: Vec<_> = union.one_of.iter().map(Type::to_string).collect();
            format!("one of {}", members.join(" | "))
        }
        None => "type".to_owned(),
    }
}

fn describe_field(field: &Field) -> String {
    let required = if field.required {
        "required"
    } else {
        "optional"
    };
    let facts = describe_facts(&field.facts);
    format!("{}, {required}{facts}", field.ty)
}

/// `, length 1–80, default 20`: the facts under their names in schema.yaml.
fn describe_facts(facts: &Facts) -> String {
    let Ok(serde_json::Value::Object(facts)) = serde_json::to_value(facts) else {
        return String::new();
    };
    let facts = facts.iter();
    facts
        .map(|(name, value)| format!(", {name} {}", describe_value(value)))
        .collect()
}

fn describe_value(value: &serde_json::Value) -> String {
    let bound = |name: &str| value.get(name).map(ToString::to_string);
    match (bound("min"), bound("max")) {
        (None, None) => value.to_string(),
        (min, max) => format!("{}–{}", min.unwrap_or_default(), max.unwrap_or_default()),
    }
}
