//! Parameters as they were given in, JSON values by their types out.

use schema::schema::{Field, Method, Shape};
use schema::ty::Type;
use serde_json::{Map, Number, Value};

use crate::api::Api;
use crate::check::{ATTACH, Path, Problem};
use crate::request::{ParamValue, ParsedRequest};
use crate::rules;

/// The largest number up to which a double has every whole number.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// The parameters of a call as JSON, the same whatever encoding they came in.
///
/// A file whose part has the name of a parameter becomes `attach://` and that name. What is no
/// parameter is kept, for the check to find.
pub(crate) fn decode_params(
    api: &Api,
    method: &Method,
    incoming: &ParsedRequest,
    lenient: bool,
) -> Result<Map<String, Value>, Problem> {
    let mut params = Map::new();
    for (name, given) in &incoming.params {
        let here = Path::Field(&Path::Root, name);
        let known = method.params.iter().find(|param| param.name == *name);
        if known.is_some_and(|param| is_absent(param, given)) {
            continue;
        }
        let value = match known {
            Some(param) => read_value(api, &here, &param.ty, given, lenient)?,
            None => untyped_value(given),
        };
        if params.insert(name.clone(), value).is_some() && !lenient {
            return Err(Problem::new(&here, "is given twice"));
        }
    }
    for upload in &incoming.files {
        let name = &upload.file.name;
        if method.params.iter().any(|param| param.name == *name) {
            params.insert(name.clone(), format!("{ATTACH}{name}").into());
        }
    }
    Ok(params)
}

/// The parameters of a call that can't be read by its types.
pub(crate) fn decode_untyped(incoming: &ParsedRequest) -> Map<String, Value> {
    let given = incoming.params.iter();
    given
        .map(|(name, given)| (name.clone(), untyped_value(given)))
        .collect()
}

fn untyped_value(given: &ParamValue) -> Value {
    match given {
        ParamValue::Text(text) => text.as_str().into(),
        ParamValue::Json(value) => value.clone(),
    }
}

/// Returns if a parameter is given as nothing: `entities=`.
fn is_absent(param: &Field, given: &ParamValue) -> bool {
    match given {
        ParamValue::Text(text) | ParamValue::Json(Value::String(text)) => {
            rules::is_absent(param, text)
        }
        ParamValue::Json(_) => false,
    }
}

fn read_value(
    api: &Api,
    at: &Path<'_>,
    ty: &Type,
    given: &ParamValue,
    lenient: bool,
) -> Result<Value, Problem> {
    let value = match given {
        ParamValue::Text(text) => read_text(api, at, ty, text)?,
        // A number that may be a text as well is the same in quotes: `"chat_id": "42"`.
        ParamValue::Json(Value::String(text)) if lenient || takes_number_or_text(ty) => {
            read_text(api, at, ty, text)?
        }
        ParamValue::Json(value) => value.clone(),
    };
    Ok(unify_numbers(value))
}

fn takes_number_or_text(ty: &Type) -> bool {
    let members = ty.members();
    members.contains(&Type::Integer) && members.contains(&Type::String)
}

/// Writes whole numbers without a fraction, at any depth: `219.0` is 219.
fn unify_numbers(value: Value) -> Value {
    match value {
        Value::Number(number) => unify_number(number).into(),
        Value::Array(items) => items.into_iter().map(unify_numbers).collect(),
        Value::Object(members) => {
            let members = members.into_iter();
            let unified = members.map(|(name, value)| (name, unify_numbers(value)));
            Value::Object(unified.collect())
        }
        other => other,
    }
}

/// The same number as an integer, where it is whole and a double can tell it from its neighbours.
fn unify_number(number: Number) -> Number {
    match number.as_f64() {
        Some(float) if number.is_f64() && float.fract() == 0.0 && float.abs() <= EXACT => {
            Number::from(float as i64)
        }
        _ => number,
    }
}

fn read_text(api: &Api, at: &Path<'_>, ty: &Type, text: &str) -> Result<Value, Problem> {
    let number = |value: Option<Value>| {
        let other = || Problem::mismatch(at, ty, &text.into());
        value.ok_or_else(other)
    };
    match ty {
        Type::Integer => number(parse_number(text.trim()).filter(Value::is_i64)),
        Type::Float => number(parse_number(text.trim())),
        Type::Boolean | Type::True => number(parse_flag(text)),
        Type::String | Type::InputFile => Ok(text.into()),
        Type::Array(_) => parse_json(at, ty, text),
        Type::Union(members) => read_first(api, at, ty, members, text),
        Type::Named(name) => match api.type_def(name).map(|def| &def.shape) {
            Some(Shape::Struct(_)) => parse_json(at, ty, text),
            Some(Shape::Union(union)) => read_first(api, at, ty, &union.one_of, text),
            None => Ok(serde_json::from_str(text).unwrap_or_else(|_| text.into())),
        },
    }
}

/// A text as the first of several types that it can be; as a text only where it is nothing else.
fn read_first(
    api: &Api,
    at: &Path<'_>,
    ty: &Type,
    members: &[Type],
    text: &str,
) -> Result<Value, Problem> {
    let is_text = |ty: &&Type| matches!(ty, Type::String | Type::InputFile);
    let mut others = members.iter().filter(|ty| !is_text(ty));
    if let Some(value) = others.find_map(|one| read_text(api, at, one, text).ok()) {
        return Ok(value);
    }
    if members.iter().any(|ty| is_text(&ty)) {
        return Ok(text.into());
    }
    if members.iter().all(|ty| api.fields(ty).is_some()) {
        return parse_json(at, ty, text);
    }
    Err(Problem::mismatch(at, ty, &text.into()))
}

fn parse_json(at: &Path<'_>, ty: &Type, text: &str) -> Result<Value, Problem> {
    serde_json::from_str(text)
        .map_err(|error| Problem::new(at, format!("must be the JSON of {ty}: {error}")))
}

/// A whole number stays one, as it does in JSON.
fn parse_number(text: &str) -> Option<Value> {
    if let Ok(whole) = text.parse::<i64>() {
        return Some(whole.into());
    }
    let number = Number::from_f64(text.parse().ok()?)?;
    Some(unify_number(number).into())
}

fn parse_flag(text: &str) -> Option<Value> {
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" | "1" => Some(true.into()),
        "false" | "no" | "0" => Some(false.into()),
        _ => None,
    }
}
