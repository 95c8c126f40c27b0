//! Values that can be of several types: the members of a union in, the problem with the nearest
//! one out.

use schema::schema::{Field, Shape};
use schema::ty::Type;
use serde_json::{Map, Value};

use super::facts::scalar_value;
use super::{Checker, Path, Problem, shorten_value};

impl<'a> Checker<'a> {
    /// Checks a value against the members of a union. Where none of them fits, what is wrong is
    /// said of the one that the value is most like.
    pub(super) fn check_union(
        &self,
        at: &Path<'_>,
        ty: &Type,
        members: &[Type],
        tag: Option<&str>,
        value: &Value,
    ) -> Result<(), Problem> {
        let same: Vec<&Type> = members
            .iter()
            .filter(|one| self.is_kind(one, value))
            .collect();
        let agreeing = same.iter().copied();
        let agreeing: Vec<&Type> = agreeing
            .filter(|one| self.agrees_with_constants(one, value))
            .collect();
        if agreeing.is_empty() {
            return Err(self.report_untagged(at, ty, &same, tag, value));
        }
        let mut nearest: Option<(usize, Problem)> = None;
        for member in agreeing {
            let Err(problem) = self.check_value(at, member, value) else {
                return Ok(());
            };
            let likeness = self.count_known(member, value);
            if nearest.as_ref().is_none_or(|(best, _)| likeness > *best) {
                nearest = Some((likeness, problem));
            }
        }
        let other = || Problem::mismatch(at, ty, value);
        Err(nearest.map_or_else(other, |(_, problem)| problem))
    }

    /// Returns if a value's JSON is of the kind that a type has.
    fn is_kind(&self, ty: &Type, value: &Value) -> bool {
        match ty {
            Type::Integer => value.is_i64(),
            Type::Float => value.is_number(),
            Type::String | Type::InputFile => value.is_string(),
            Type::Boolean | Type::True => value.is_boolean(),
            Type::Array(_) => value.is_array(),
            Type::Union(members) => members.iter().any(|one| self.is_kind(one, value)),
            Type::Named(name) => match self.api.type_def(name).map(|def| &def.shape) {
                None => true,
                Some(Shape::Struct(_)) => value.is_object(),
                Some(Shape::Union(union)) => {
                    union.one_of.iter().any(|one| self.is_kind(one, value))
                }
            },
        }
    }

    /// Returns if a value has every constant of a structure: `"type": "photo"`.
    fn agrees_with_constants(&self, ty: &Type, value: &Value) -> bool {
        let (Some(fields), Value::Object(members)) = (self.api.fields(ty), value) else {
            return true;
        };
        let mut constants = fields.iter().filter_map(|field| {
            let constant = field.facts.constant.as_ref()?;
            Some((field, scalar_value(constant)))
        });
        constants.all(|(field, constant)| match members.get(&field.name) {
            Some(found) => *found == constant,
            None => !field.required,
        })
    }

    /// Counts the members of a value that are fields of a structure.
    fn count_known(&self, ty: &Type, value: &Value) -> usize {
        match (self.api.fields(ty), value) {
            (Some(fields), Value::Object(members)) => known_members(fields, members),
            _ => 0,
        }
    }

    /// A value whose constants are no member's.
    fn report_untagged(
        &self,
        at: &Path<'_>,
        ty: &Type,
        members: &[&Type],
        tag: Option<&str>,
        value: &Value,
    ) -> Problem {
        let constants = members
            .iter()
            .filter_map(|one| self.find_constant(one, tag));
        let constants: Vec<(&str, Value)> = constants.collect();
        let Some((tag, _)) = constants.first() else {
            return Problem::mismatch(at, ty, value);
        };
        let mut allowed: Vec<String> = constants
            .iter()
            .map(|(_, one)| shorten_value(one))
            .collect();
        allowed.dedup();
        let allowed = allowed.join(", ");
        let here = Path::Field(at, tag);
        match value.get(tag) {
            None => Problem::new(&here, format!("is missing, it must be one of {allowed}")),
            Some(found) => Problem::new(
                &here,
                format!("is {}, not one of {allowed}", shorten_value(found)),
            ),
        }
    }

    /// The field that tells a member apart, with its constant.
    fn find_constant(&self, ty: &Type, tag: Option<&str>) -> Option<(&'a str, Value)> {
        let fields = self.api.fields(ty)?.iter();
        let mut tagged = fields.filter(|field| tag.is_none_or(|tag| field.name == tag));
        tagged.find_map(|field| {
            let constant = field.facts.constant.as_ref()?;
            Some((field.name.as_str(), scalar_value(constant)))
        })
    }
}

fn known_members(fields: &[Field], members: &Map<String, Value>) -> usize {
    let names = fields.iter().map(|field| &field.name);
    names.filter(|name| members.contains_key(*name)).count()
}
