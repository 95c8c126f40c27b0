//! The schemas as they are committed, and values of their types.

use std::path::Path;

use schema::schema::{Field, Scalar, Schema, Shape};
use schema::ty::Type;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// SafeW's schema with its overrides, and with what it takes from Telegram's.
pub(crate) fn safew() -> Schema {
    let apis = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/apis");
    schema::load::load_model(&apis, "safew").unwrap().schema
}

/// A value of a type of SafeW's, by its name.
pub(crate) fn made<T: DeserializeOwned>(name: &str) -> T {
    serde_json::from_value(sample(&safew(), &Type::named(name))).unwrap()
}

/// A value of a type, as a server could send it: with all that is required.
pub(crate) fn sample(schema: &Schema, ty: &Type) -> Value {
    match ty {
        Type::Integer => json!(7),
        Type::Float => json!(1.5),
        Type::String => json!("text"),
        Type::Boolean | Type::True => json!(true),
        Type::InputFile => json!("attach://file"),
        Type::Array(item) => json!([sample(schema, item), sample(schema, item)]),
        Type::Union(members) => sample(schema, &members[0]),
        Type::Named(name) => match &schema.type_def(name).unwrap().shape {
            Shape::Union(union) => sample(schema, &union.one_of[0]),
            Shape::Struct(fields) => {
                let fields = fields.iter().filter(|field| field.required);
                let fields = fields.map(|field| (field.name.clone(), value(schema, field)));
                Value::Object(fields.collect())
            }
        },
    }
}

fn value(schema: &Schema, field: &Field) -> Value {
    match field.facts.constant.as_ref().or(field.facts.values.first()) {
        Some(Scalar::Boolean(value)) => json!(value),
        Some(Scalar::Integer(value)) => json!(value),
        Some(Scalar::Float(value)) => json!(value),
        Some(Scalar::String(value)) => json!(value),
        None => sample(schema, &field.ty),
    }
}

/// Whether a value could be one of a type.
pub(crate) fn is_a(schema: &Schema, value: &Value, ty: &Type) -> bool {
    let is = |value: &Value, ty: &Type| is_a(schema, value, ty);
    match ty {
        Type::Integer => value.is_i64(),
        Type::Float => value.is_number(),
        Type::String => value.is_string(),
        Type::Boolean => value.is_boolean(),
        Type::True => *value == json!(true),
        Type::InputFile => value.as_str().is_some_and(|s| s.starts_with("attach://")),
        Type::Array(item) => {
            let items = value.as_array();
            items.is_some_and(|items| !items.is_empty() && items.iter().all(|i| is(i, item)))
        }
        Type::Union(members) => members.iter().any(|member| is(value, member)),
        Type::Named(name) => match &schema.type_def(name).unwrap().shape {
            Shape::Union(union) => union.one_of.iter().any(|member| is(value, member)),
            Shape::Struct(fields) => fields.iter().all(|field| match value.get(&field.name) {
                Some(value) => is(value, &field.ty),
                None => !field.required,
            }),
        },
    }
}
