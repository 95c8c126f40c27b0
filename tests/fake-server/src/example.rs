//! Example values: a type in, a value of it out that keeps every stated fact and has its required
//! fields.

use schema::schema::{Facts, Field, Format, Limits, Method, Shape};
use schema::ty::Type;
use serde_json::{Map, Value};

use crate::api::Api;
use crate::check::condition::condition_holds;
use crate::check::facts::scalar_value;
use crate::check::{Checker, Path};
use crate::clock::now;
use crate::files::EXAMPLE_FILE;
use crate::rules;

/// The depth up to which optional parts are made: an item of a list, a field under a condition.
const DEEP: usize = 4;

impl Api {
    /// A value of a type, with all that is required in it, that [`check`](Self::check) lets pass.
    pub fn example(&self, ty: &Type) -> Value {
        Examples::new(self).value(ty)
    }

    /// Parameters that a call of a method can have: those that it requires, or `all`.
    ///
    /// A file is a text where it can be one. Where it can't, the call has to upload one.
    pub fn example_params(&self, method: &Method, all: bool) -> Map<String, Value> {
        Examples::new(self).example_params(method, all)
    }
}

/// Makes example values of an API's types.
#[derive(Clone, Copy)]
pub(crate) struct Examples<'a> {
    pub(crate) api: &'a Api,
    /// The time of every date, in seconds since 1970.
    pub(crate) now: i64,
}

impl<'a> Examples<'a> {
    /// Makes values as of now.
    pub(crate) fn new(api: &'a Api) -> Self {
        Self { api, now: now() }
    }

    /// Parameters of a method: all, or those that are required, and then those that the absence
    /// of others requires.
    pub(crate) fn example_params(&self, method: &Method, all: bool) -> Map<String, Value> {
        self.fill_object(&method.params, all, 0)
    }

    /// All of these, or those that are required, and then those that the absence of others
    /// requires, as far as that comes to an end.
    fn fill_object(&self, fields: &[Field], all: bool, depth: usize) -> Map<String, Value> {
        let mut found = Map::new();
        let (needed, others): (Vec<_>, Vec<_>) =
            fields.iter().partition(|field| all || field.required);
        let others = others.into_iter().filter(|_| depth < DEEP);
        for field in needed.into_iter().chain(others) {
            let condition = field.facts.required_if.as_ref();
            let is_missed = condition.is_some_and(|words| condition_holds(words, &found));
            if all || field.required || is_missed {
                let value = self.example(&field.name, &field.ty, &field.facts, depth);
                found.insert(field.name.clone(), value);
            }
        }
        found
    }

    /// Returns if a field can have this value.
    pub(crate) fn fits_field(&self, field: &Field, value: &Value) -> bool {
        let alone = Map::from_iter([(field.name.clone(), value.clone())]);
        let fields = std::slice::from_ref(field);
        let checker = Checker::of_answers(self.api);
        checker
            .check_fields(&Path::Root, "field", fields, &alone)
            .is_ok()
    }

    /// Gives an object's field a value, where it has such a field that can have it.
    pub(crate) fn put_field(
        &self,
        fields: &[Field],
        object: &mut Map<String, Value>,
        name: &str,
        value: Value,
    ) -> bool {
        let field = fields.iter().find(|field| field.name == name);
        let fits = field.is_some_and(|field| self.fits_field(field, &value));
        if fits {
            object.insert(name.to_owned(), value);
        }
        fits
    }

    /// A value of a type.
    pub(crate) fn value(&self, ty: &Type) -> Value {
        self.example("sample", ty, &Facts::default(), 0)
    }

    /// The fields of a type's samples, where they are objects.
    pub(crate) fn fields(&self, ty: &Type) -> Option<&'a [Field]> {
        let Type::Named(name) = ty else { return None };
        match &self.api.type_def(name)?.shape {
            Shape::Struct(fields) => Some(fields),
            // A member is less deep than its union, so this comes to an end.
            Shape::Union(union) => self.fields(self.shallowest_member(&union.one_of)),
        }
    }

    /// An object with the required ones of these fields.
    pub(crate) fn object(&self, fields: &[Field]) -> Map<String, Value> {
        self.fill_object(fields, false, 0)
    }

    fn example(&self, name: &str, ty: &Type, facts: &Facts, depth: usize) -> Value {
        if let Some(one) = facts.constant.as_ref().or(facts.values.first()) {
            return scalar_value(one);
        }
        match ty {
            Type::Integer | Type::Float => self.example_number(facts).into(),
            Type::String | Type::InputFile => example_text(name, facts).into(),
            Type::Boolean => false.into(),
            Type::True => true.into(),
            Type::Array(item) => self.example_list(name, item, facts, depth),
            Type::Union(members) => {
                self.example(name, self.shallowest_member(members), facts, depth)
            }
            Type::Named(type_name) => self.example_named(name, type_name, depth + 1),
        }
    }

    fn example_named(&self, name: &str, type_name: &str, depth: usize) -> Value {
        let def = self.api.type_def(type_name);
        // A type that requires itself has no value; whatever stands for it must come to an end.
        let def = def.filter(|_| self.api.depth(&Type::named(type_name)).is_some());
        match def.map(|def| &def.shape) {
            None => Value::Object(Map::new()),
            Some(Shape::Struct(fields)) => self.example_object(type_name, fields, depth).into(),
            Some(Shape::Union(union)) => {
                let member = self.shallowest_member(&union.one_of);
                self.example(name, member, &Facts::default(), depth)
            }
        }
    }

    /// An object with what is required in it, and with an action where it must have one.
    fn example_object(
        &self,
        type_name: &str,
        fields: &[Field],
        depth: usize,
    ) -> Map<String, Value> {
        let mut object = self.fill_object(fields, false, depth);
        let actions = rules::action_fields(type_name, fields);
        let is_text = |field: &&&Field| field.ty == Type::String;
        if let Some(field) = actions.iter().find(is_text) {
            let value = self.example(&field.name, &field.ty, &field.facts, depth);
            object.insert(field.name.clone(), value);
        }
        object
    }

    /// The member of a union whose smallest value is least deep, so that a sample comes to an end.
    fn shallowest_member<'t>(&self, members: &'t [Type]) -> &'t Type {
        let depth = |ty: &&Type| self.api.depth(ty).unwrap_or(usize::MAX);
        members.iter().min_by_key(depth).unwrap_or(&Type::True)
    }

    fn example_list(&self, name: &str, item: &Type, facts: &Facts, depth: usize) -> Value {
        let least = facts.items.and_then(|items| items.min).unwrap_or_default();
        let most = facts.items.and_then(|items| items.max).unwrap_or(i64::MAX);
        let wanted = match self.api.depth(item) {
            Some(_) if depth < DEEP => 1,
            _ => 0,
        };
        let count = least.max(wanted).min(most);
        let one = |_| self.example(name, item, &Facts::default(), depth + 1);
        (0..count).map(one).collect()
    }

    fn example_number(&self, facts: &Facts) -> i64 {
        match facts.format {
            Some(Format::UnixTime) => self.now,
            None => clamp_number(1, facts.range),
        }
    }
}

/// A text that says what it stands for: the name of its field, an address where that is one.
fn example_text(name: &str, facts: &Facts) -> String {
    let plain = match name {
        "file_id" => EXAMPLE_FILE.to_owned(),
        name if name == "url" || name.ends_with("_url") => "https://example.com/".to_owned(),
        name => name.to_owned(),
    };
    let length = i64::try_from(plain.chars().count()).unwrap_or(i64::MAX);
    let wanted = clamp_number(clamp_number(length, facts.length), facts.bytes);
    let wanted = usize::try_from(wanted).unwrap_or_default();
    plain
        .chars()
        .chain(std::iter::repeat('x'))
        .take(wanted)
        .collect()
}

/// The number within the limits that is nearest to `number`.
fn clamp_number(number: i64, limits: Option<Limits>) -> i64 {
    let limits = limits.unwrap_or_default();
    let number = limits.max.map_or(number, |max| number.min(max));
    limits.min.map_or(number, |min| number.max(min))
}
