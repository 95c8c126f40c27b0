//! A value that a client sent, in which there may be more than the schema knows, in; the part that
//! the schema knows out.

use schema::schema::{Field, Shape};
use schema::ty::Type;
use serde_json::{Map, Value};

use crate::example::Examples;

impl Examples<'_> {
    /// Returns a value of a type without the fields that it does not have, at any depth.
    pub(crate) fn known_part(&self, ty: &Type, value: &Value) -> Value {
        match (ty, value) {
            (Type::Array(item), Value::Array(items)) => {
                items.iter().map(|one| self.known_part(item, one)).collect()
            }
            (Type::Union(members), _) => self.known_part_of_union(members, value),
            (Type::Named(name), Value::Object(members)) => {
                match self.api.type_def(name).map(|def| &def.shape) {
                    Some(Shape::Struct(fields)) => self.known_members(fields, members),
                    Some(Shape::Union(union)) => self.known_part_of_union(&union.one_of, value),
                    None => value.clone(),
                }
            }
            _ => value.clone(),
        }
    }

    fn known_members(&self, fields: &[Field], members: &Map<String, Value>) -> Value {
        let known = fields.iter().filter_map(|field| {
            let value = members.get(&field.name)?;
            Some((field.name.clone(), self.known_part(&field.ty, value)))
        });
        Value::Object(known.collect())
    }

    /// The part that the first fitting member knows.
    fn known_part_of_union(&self, members: &[Type], value: &Value) -> Value {
        let mut parts = members.iter().map(|ty| (ty, self.known_part(ty, value)));
        let fitting = parts.find(|(ty, part)| self.api.check(ty, part).is_ok());
        fitting.map_or_else(|| value.clone(), |(_, part)| part)
    }
}
