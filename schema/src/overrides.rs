//! `overrides.yaml`: corrections by hand, each with what the page says and why it is wrong.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_yaml::Value;

use crate::path::ItemPath;
use crate::schema::{Field, Method, Schema, Shape, TypeDef};
use crate::ty::is_identifier;

/// One correction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// The item that it corrects: `owner.name`, `*.name` for every member of that name, or `owner` for its
    /// `returns`.
    pub at: ItemPath,
    /// The key of `schema.yaml` that it sets: `type`, `required`, `returns`, `wire_name`, a fact.
    pub set: String,
    /// The page's value today; where the page has another, the override is stale.
    #[serde(default)]
    pub docs: Value,
    /// The true value; null removes a fact.
    #[serde(rename = "use")]
    pub value: Value,
    /// The reason that we know better than the page.
    pub reason: String,
}

/// The key that gives a parameter or a field another name in JSON.
const WIRE_NAME: &str = "wire_name";

/// The key that holds the fields of a type. Only those of a type that the page does not define can be
/// set.
const FIELDS: &str = "fields";

/// The reason that an override can't be applied.
#[derive(Clone, Debug, PartialEq)]
pub enum OverrideError {
    /// The schema has nothing at the address.
    Matchless,
    /// The page no longer says what the override expects.
    Stale {
        /// Its value now.
        now: Value,
    },
    /// The override sets what the page already says.
    Redundant,
    /// The key can't be set there, or not to this value.
    Invalid {
        /// The reason.
        reason: String,
    },
}

impl fmt::Display for OverrideError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Matchless => f.write_str("the page has nothing at this address"),
            Self::Stale { now } => write!(f, "the page now says `{}`", inline(now)),
            Self::Redundant => f.write_str("the page already says so"),
            Self::Invalid { reason } => f.write_str(reason),
        }
    }
}

impl std::error::Error for OverrideError {}

/// A YAML value on one line, as a person would write it.
pub fn inline(value: &Value) -> String {
    match value {
        Value::Sequence(items) => {
            let items: Vec<String> = items.iter().map(inline).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Mapping(map) => {
            let pairs = map
                .iter()
                .map(|(key, value)| format!("{}: {}", inline(key), inline(value)));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
        }
        scalar => {
            let text = serde_yaml::to_string(scalar).unwrap_or_default();
            text.trim_end().replace('\n', " ")
        }
    }
}

/// Applies each override in turn; those that don't apply are returned with their index.
pub fn apply(schema: &mut Schema, overrides: &[Override]) -> Vec<(usize, OverrideError)> {
    overrides
        .iter()
        .enumerate()
        .filter_map(|(index, one)| Some((index, apply_one(schema, one).err()?)))
        .collect()
}

fn apply_one(schema: &mut Schema, one: &Override) -> Result<(), OverrideError> {
    if one.set == FIELDS && !has_owner(schema, &one.at) {
        return define_type(schema, one);
    }
    if one.set == "name" || one.set == "params" || one.set == FIELDS {
        let reason = format!("`{}` can't be overridden", one.set);
        return Err(OverrideError::Invalid { reason });
    }
    let paths = expand_path(schema, &one.at);
    if paths.is_empty() {
        return Err(OverrideError::Matchless);
    }
    for at in paths {
        if one.set == WIRE_NAME {
            check_wire_name(schema, &at, &one.value)?;
        }
        match find_target(schema, &at).ok_or(OverrideError::Matchless)? {
            Target::Method(method) => set_key(method, one),
            Target::Type(def) => set_key(def, one),
            Target::Field(field) => set_key(field, one),
        }?;
    }
    Ok(())
}

fn has_owner(schema: &Schema, at: &ItemPath) -> bool {
    schema.method(&at.owner).is_some() || schema.type_def(&at.owner).is_some()
}

/// Defines a type that the page does not: `getMe` is answered by an object that only a sample shows.
fn define_type(schema: &mut Schema, one: &Override) -> Result<(), OverrideError> {
    if one.at.name.is_some() || one.at.owner == ItemPath::ANY {
        return Err(OverrideError::Matchless);
    }
    if !one.docs.is_null() {
        return Err(OverrideError::Stale { now: Value::Null });
    }
    let fields = serde_yaml::from_value(one.value.clone());
    let fields = fields.map_err(|error| OverrideError::Invalid {
        reason: error.to_string(),
    })?;
    schema.types.push(TypeDef::structure(&one.at.owner, fields));
    Ok(())
}

/// Checks that a parameter or a field can have this name in JSON. A name that the page gives to
/// another member of its owner is taken; its own would correct nothing.
fn check_wire_name(schema: &Schema, at: &ItemPath, value: &Value) -> Result<(), OverrideError> {
    let invalid = |reason: &str| {
        let reason = reason.to_owned();
        Err(OverrideError::Invalid { reason })
    };
    let Some(name) = at.name.as_deref() else {
        return invalid("only a parameter or a field has a name in JSON");
    };
    let Some(wire_name) = value.as_str().filter(|name| is_identifier(name)) else {
        return invalid(&format!("`{}` is no name", inline(value)));
    };
    let field = schema.field(at).ok_or(OverrideError::Matchless)?;
    if field.facts.constant.is_some() {
        return invalid("a constant, which may tell types apart, keeps its name");
    }
    if wire_name == name {
        return Err(OverrideError::Redundant);
    }
    let mut others = schema.members(&at.owner).iter();
    match others.find(|other| other.name != name && other.wire_name() == wire_name) {
        Some(_) => invalid(&format!(
            "`{}` has a member `{wire_name}` already",
            at.owner
        )),
        None => Ok(()),
    }
}

/// The paths that one stands for: itself, or for `*.name` every member of that name.
fn expand_path(schema: &Schema, at: &ItemPath) -> Vec<ItemPath> {
    if at.owner != ItemPath::ANY {
        // The name of a method may have dots.
        let text = at.to_string();
        let is_method = schema.method(&text).is_some();
        return vec![if is_method {
            ItemPath::owner(&text)
        } else {
            at.clone()
        }];
    }
    let members = schema.fields().map(|(member, _)| member);
    members.filter(|member| member.name == at.name).collect()
}

/// The item that an override corrects.
enum Target<'a> {
    Method(&'a mut Method),
    Type(&'a mut TypeDef),
    Field(&'a mut Field),
}

fn find_target<'a>(schema: &'a mut Schema, at: &ItemPath) -> Option<Target<'a>> {
    let method = schema.methods.iter_mut().find(|m| m.name == at.owner);
    let def = schema.types.iter_mut().find(|def| def.name == at.owner);
    let fields = match (method, def, &at.name) {
        (Some(method), _, None) => return Some(Target::Method(method)),
        (None, Some(def), None) => return Some(Target::Type(def)),
        (Some(method), _, Some(_)) => &mut method.params,
        (
            None,
            Some(TypeDef {
                shape: Shape::Struct(fields),
                ..
            }),
            Some(_),
        ) => fields,
        _ => return None,
    };
    let name = at.name.as_deref()?;
    fields
        .iter_mut()
        .find(|field| field.name == name)
        .map(Target::Field)
}

/// Sets one key by way of the YAML form, so that every key of the schema can be overridden.
fn set_key<T>(target: &mut T, one: &Override) -> Result<(), OverrideError>
where
    T: Clone + Serialize + serde::de::DeserializeOwned,
{
    let invalid = |error: serde_yaml::Error| OverrideError::Invalid {
        reason: error.to_string(),
    };
    let Value::Mapping(mut map) = serde_yaml::to_value(&*target).map_err(invalid)? else {
        return Err(OverrideError::Matchless);
    };
    let now = map.get(one.set.as_str()).cloned().unwrap_or(Value::Null);
    if now == one.value {
        return Err(OverrideError::Redundant);
    }
    if now != one.docs {
        return Err(OverrideError::Stale { now });
    }
    let key = Value::String(one.set.clone());
    match &one.value {
        Value::Null => map.remove(&key),
        value => map.insert(key, value.clone()),
    };
    *target = serde_yaml::from_value(Value::Mapping(map)).map_err(invalid)?;
    Ok(())
}

#[cfg(test)]
mod tests;
