//! SafeW's schema, as it is committed, and values of its types.

use std::fs;
use std::path::Path;

use schema::schema::Schema;
use schema::ty::Type;
use serde_json::{Value, json};

/// SafeW's schema with its overrides.
pub(crate) fn safew() -> Schema {
    let mut schema = schema::yaml::load(&read("schema.yaml")).unwrap();
    let overrides: Vec<_> = schema::yaml::load(&read("overrides.yaml")).unwrap();
    assert_eq!(schema::overrides::apply(&mut schema, &overrides), []);
    schema
}

fn read(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/apis/safew");
    fs::read_to_string(folder.join(name)).unwrap()
}

/// A value of a type, as a server could send it.
pub(crate) fn sample(schema: &Schema, ty: &Type) -> Value {
    match ty {
        Type::Integer => json!(7),
        Type::Float => json!(1.5),
        Type::String => json!("text"),
        Type::Boolean | Type::True => json!(true),
        Type::InputFile => json!("attach://file"),
        Type::Array(item) => json!([sample(schema, item), sample(schema, item)]),
        Type::Union(members) => sample(schema, &members[0]),
        Type::Named(name) => match schema.type_def(name) {
            Some(def) => {
                let fields = def.fields().iter();
                let fields = fields.map(|f| (f.name.clone(), sample(schema, &f.ty)));
                Value::Object(fields.collect())
            }
            None => json!({"id": 7, "name": name}),
        },
    }
}

/// Whether a value could be one of a type.
pub(crate) fn is_a(value: &Value, ty: &Type) -> bool {
    match ty {
        Type::Integer => value.is_i64(),
        Type::Float => value.is_number(),
        Type::String => value.is_string(),
        Type::Boolean => value.is_boolean(),
        Type::True => *value == json!(true),
        Type::InputFile => value.as_str().is_some_and(|s| s.starts_with("attach://")),
        Type::Array(item) => {
            let items = value.as_array();
            items.is_some_and(|items| !items.is_empty() && items.iter().all(|i| is_a(i, item)))
        }
        Type::Union(members) => members.iter().any(|member| is_a(value, member)),
        Type::Named(name) => value["name"] == json!(name),
    }
}
