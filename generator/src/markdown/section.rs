//! The section of a method or of a type: its text, and the table of its parts.

use schema::schema::{Field, Http, Method, Place, Schema, Shape, TypeDef, Union};

use super::facts::describe_facts;
use super::types::{describe_result, describe_type};

/// Writes the section of a method.
pub(super) fn write_method(schema: &Schema, method: &Method) -> String {
    let mut text = open_section(&method.name, method.doc.as_deref());
    if let Some(http) = &method.http {
        text.push_str(&describe_http(http));
    }
    if let Some(ty) = &method.returns {
        text.push_str(&describe_result(schema, ty));
        text.push_str("\n\n");
    }
    match method.params.is_empty() {
        true => text + "Takes no parameters.\n\n",
        false => text + &write_table("Parameter", schema, &method.params),
    }
}

/// The verb and the path, or the one of them that is known.
fn describe_http(http: &Http) -> String {
    match (http.verb, &http.path) {
        (Some(_), Some(_)) => format!("`{http}`\n\n"),
        (Some(verb), None) => format!("- Method: {}\n\n", verb.as_str()),
        (None, Some(path)) => format!("- Endpoint: {path}\n\n"),
        (None, None) => String::new(),
    }
}

/// Writes the section of a type.
pub(super) fn write_type(schema: &Schema, def: &TypeDef) -> String {
    let mut text = open_section(&def.name, def.doc.as_deref());
    if let Some(ty) = &def.or {
        let ty = describe_type(schema, ty);
        text.push_str(&format!("{ty} can be used instead of this object.\n\n"));
    }
    match &def.shape {
        Shape::Union(union) => text + &write_members(schema, union),
        Shape::Struct(fields) => text + &write_table("Field", schema, fields),
    }
}

fn open_section(name: &str, doc: Option<&str>) -> String {
    let doc = doc.map(|doc| format!("{doc}\n\n"));
    format!("### {name}\n\n{}", doc.unwrap_or_default())
}

fn write_members(schema: &Schema, union: &Union) -> String {
    let items = union.one_of.iter().map(|member| {
        let member = describe_type(schema, member);
        format!("- {member}\n")
    });
    format!("It is one of\n\n{}\n", items.collect::<String>())
}

/// Writes a table, with a column for the places of parameters where the page has stated any.
fn write_table(first: &str, schema: &Schema, fields: &[Field]) -> String {
    let has_places = fields.iter().any(|field| field.place.is_some());
    let place = |text: &str| {
        if has_places {
            format!(" {text} |")
        } else {
            String::new()
        }
    };
    let rows = fields.iter().map(|field| {
        let required = if field.required { "Yes" } else { "Optional" };
        let name = field.wire_name();
        let ty = describe_type(schema, &field.ty);
        let text = describe_field(field);
        let place = place(field.place.map_or("", name_place));
        format!("| {name} | {ty} | {required} |{place} {text} |\n")
    });
    format!(
        "| {first} | Type | Required |{} Description |\n| --- | --- | --- |{} --- |\n{}\n",
        place("In"),
        place("---"),
        rows.collect::<String>()
    )
}

fn name_place(place: Place) -> &'static str {
    match place {
        Place::Path => "path",
        Place::Query => "query",
        Place::Body => "body",
    }
}

/// The text of a field, then its facts, in one line.
fn describe_field(field: &Field) -> String {
    let text = field.doc.as_deref().unwrap_or_default();
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut sentences = vec![words.join(" ").replace('|', "\\|")];
    sentences.extend(describe_facts(&field.facts));
    sentences.retain(|text| !text.is_empty());
    sentences.join(" ")
}
