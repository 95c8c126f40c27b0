//! Types and fields → JSON Schemas.

use schema::schema::{Field, Limits, Method};
use schema::ty::Type;

use super::json_schema::JsonSchema;
use crate::resolve::api::Api;
use crate::resolve::limits::{Check, checks_of_field};
use crate::resolve::string_enum::is_string_enum;

/// The side that makes a value. A request is closed, so that a slip of the pen is found; an answer is
/// open, since a newer server may send what this document does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// A parameter, or a type that only ever is a part of one.
    Client,
    /// A result, or a type that is a part of one.
    Server,
}

impl Side {
    /// The side of the values of a type, by its Rust name.
    pub(super) fn of(api: &Api, rust_name: &str) -> Self {
        match api.is_sent(rust_name) && !api.is_received(rust_name) {
            true => Self::Client,
            false => Self::Server,
        }
    }
}

/// The schema of a field, with what is known of it.
pub(super) fn field_schema(api: &Api, field: &Field, all: &[Field], side: Side) -> JsonSchema {
    let mut schema = type_schema(api, &field.ty, side);
    schema.description.clone_from(&field.doc);
    schema.add_facts(&field.facts);
    for check in checks_of_field(field, all) {
        add_limits(&mut schema, &check);
    }
    schema
}

/// The schema of a type, in which the names of the page are references to components.
pub(super) fn type_schema(api: &Api, ty: &Type, side: Side) -> JsonSchema {
    match ty {
        Type::Integer => JsonSchema::of_format("integer", "int64"),
        Type::Float => JsonSchema::of_format("number", "double"),
        Type::String | Type::InputFile => JsonSchema::of_kind("string"),
        Type::Boolean | Type::True => JsonSchema::of_kind("boolean"),
        Type::Array(item) => JsonSchema::list(type_schema(api, item, side)),
        Type::Union(members) if members.contains(&Type::InputFile) => {
            let others = without_files(members);
            JsonSchema::any_of(others.map(|ty| type_schema(api, ty, side)).collect())
        }
        Type::Named(_) if is_string_enum(ty) && side == Side::Server => {
            let known = reference(api, ty);
            JsonSchema::any_of(vec![known, JsonSchema::of_kind("string")])
        }
        Type::Named(_) | Type::Union(_) => reference(api, ty),
    }
}

/// The schema of a method's result; any JSON where the page names none.
pub(super) fn result_schema(api: &Api, method: &Method) -> JsonSchema {
    let returns = method.returns.as_ref();
    returns.map_or_else(JsonSchema::default, |ty| type_schema(api, ty, Side::Server))
}

/// The members of a union but for a file's contents, which no JSON holds. A file that is uploaded
/// beside the JSON is a text there, `attach://photo`.
fn without_files(members: &[Type]) -> impl Iterator<Item = &Type> {
    let has_text = members.contains(&Type::String);
    let is_left = move |ty: &&Type| **ty != Type::InputFile || !has_text;
    members.iter().filter(is_left)
}

fn reference(api: &Api, ty: &Type) -> JsonSchema {
    let name = api.rust_name(ty).unwrap_or_default();
    JsonSchema::reference(&name)
}

/// Adds the keywords for the limits of a value.
fn add_limits(schema: &mut JsonSchema, check: &Check<'_>) {
    match *check {
        Check::Characters(Limits { min, max }) => {
            (schema.min_length, schema.max_length) = (min, max);
        }
        // A text of n characters has n bytes at least.
        Check::Bytes(Limits { min, max }) => {
            schema.min_length = min.map(|_| 1);
            schema.max_length = max;
            let max = max.map(|max| ("x-max-bytes".to_owned(), max.into()));
            schema.extensions.0.extend(max);
        }
        Check::Items(Limits { min, max }) => (schema.min_items, schema.max_items) = (min, max),
        Check::Number(Limits { min, max }) => (schema.minimum, schema.maximum) = (min, max),
        // Markup is counted neither by the server nor by a keyword; the others are no limits.
        Check::MarkedUp(..) | Check::Required(_) | Check::Inside => {}
    }
}
