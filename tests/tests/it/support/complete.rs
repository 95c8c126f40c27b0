//! A value that a server of an older version sends, with what the schema requires by now: the crate
//! reads what is missing as the default of its type, and writes it.

use fake_server::Api;
use schema::schema::{Field, Shape};
use schema::ty::Type;
use serde_json::{Map, Value, json};

/// The value of a type, with the flags, numbers, texts and lists that it lacks and the type requires.
pub(crate) fn complete(api: &Api, ty: &Type, value: &Value) -> Value {
    match (ty, value) {
        (Type::Array(item), Value::Array(items)) => {
            items.iter().map(|one| complete(api, item, one)).collect()
        }
        (Type::Union(members), _) => complete_first(api, members, value),
        (Type::Named(name), Value::Object(object)) => {
            match api.type_def(name).map(|def| &def.shape) {
                Some(Shape::Struct(fields)) => complete_object(api, fields, object),
                Some(Shape::Union(union)) => complete_first(api, &union.one_of, value),
                None => value.clone(),
            }
        }
        _ => value.clone(),
    }
}

fn complete_object(api: &Api, fields: &[Field], object: &Map<String, Value>) -> Value {
    let mut whole = object.clone();
    for field in fields {
        match object.get(field.wire_name()) {
            Some(value) => {
                let value = complete(api, &field.ty, value);
                whole.insert(field.wire_name().to_owned(), value);
            }
            None if field.required && field.facts.constant.is_none() => {
                let default = default_value(&field.ty);
                whole.extend(default.map(|value| (field.wire_name().to_owned(), value)));
            }
            None => {}
        }
    }
    whole.into()
}

/// Completes a value as the first member of a union that it is.
fn complete_first(api: &Api, members: &[Type], value: &Value) -> Value {
    let done = members
        .iter()
        .map(|member| (member, complete(api, member, value)));
    let fitting = done.filter(|(member, done)| api.check(member, done).is_ok());
    let mut fitting = fitting.map(|(_, done)| done);
    fitting.next().unwrap_or_else(|| value.clone())
}

fn default_value(ty: &Type) -> Option<Value> {
    match ty {
        Type::Boolean => Some(json!(false)),
        Type::Integer => Some(json!(0)),
        Type::Float => Some(json!(0.0)),
        Type::String => Some(json!("")),
        Type::Array(_) => Some(json!([])),
        _ => None,
    }
}
