//! The check of values against the schema: a value and its type in, the first problem out.
//!
//! The same check is made of what a client sends and of what the server answers.

pub(crate) mod condition;
pub(crate) mod facts;
mod problem;
mod union;

use schema::schema::{Facts, Field, Method, Shape};
use schema::ty::Type;
use serde_json::{Map, Value};

pub use problem::Problem;
pub(crate) use problem::{Path, ProblemKind, shorten_value};

use crate::api::{Api, nearest_name};
use crate::rules;

/// The prefix of a reference to a file that is uploaded with the request.
pub(crate) const ATTACH: &str = "attach://";

/// Checks values against an API.
#[derive(Clone, Copy)]
pub(crate) struct Checker<'a> {
    api: &'a Api,
    /// Accept what the real server does not look at.
    lenient: bool,
    /// The names of the uploaded files; `None` where files make no sense.
    files: Option<&'a [&'a str]>,
}

impl<'a> Checker<'a> {
    /// Checks what the server answers: nothing unknown, and no files.
    pub(crate) fn of_answers(api: &'a Api) -> Self {
        let (lenient, files) = (false, None);
        Self {
            api,
            lenient,
            files,
        }
    }

    /// Checks what a client sends, along with files of these names.
    pub(crate) fn of_calls(api: &'a Api, lenient: bool, files: &'a [&'a str]) -> Self {
        Self {
            api,
            lenient,
            files: Some(files),
        }
    }

    /// Checks the parameters of a call.
    pub(crate) fn check_call(
        &self,
        method: &Method,
        params: &Map<String, Value>,
    ) -> Result<(), Problem> {
        let known = format!("parameter of {}", method.name);
        self.check_fields(&Path::Root, &known, &method.params, params)
    }

    /// Checks a value against its type.
    pub(crate) fn check_value(
        &self,
        at: &Path<'_>,
        ty: &Type,
        value: &Value,
    ) -> Result<(), Problem> {
        let fits = match ty {
            Type::Integer => value.is_i64(),
            Type::Float => value.is_number(),
            Type::String => value.is_string(),
            Type::Boolean => value.is_boolean(),
            Type::True => *value == Value::Bool(true),
            Type::InputFile => return self.check_file(at, value),
            Type::Named(name) => return self.check_named(at, name, value),
            Type::Array(item) => return self.check_list(at, ty, item, value),
            Type::Union(members) => return self.check_union(at, ty, members, None, value),
        };
        if fits {
            return Ok(());
        }
        Err(Problem::mismatch(at, ty, value))
    }

    /// Checks a value against its type and the facts that are stated of it.
    fn check_field(&self, at: &Path<'_>, field: &Field, value: &Value) -> Result<(), Problem> {
        let takes_file = field.facts.attach || field.ty.members().contains(&Type::InputFile);
        if let (true, Some(name)) = (takes_file, attached_name(value)) {
            return self.check_upload(at, name);
        }
        self.check_value(at, &field.ty, value)?;
        if self.is_of_call() && rules::is_chat_id(field) {
            return rules::check_chat_id(at, value);
        }
        Ok(())
    }

    /// Returns if values are those that a client sends.
    fn is_of_call(&self) -> bool {
        self.files.is_some()
    }

    /// Checks the members of an object: `known` is what they are in an error.
    pub(crate) fn check_fields(
        &self,
        at: &Path<'_>,
        known: &str,
        fields: &[Field],
        members: &Map<String, Value>,
    ) -> Result<(), Problem> {
        self.check_known(at, known, fields, members)?;
        for field in fields {
            let here = Path::Field(at, &field.name);
            match members.get(&field.name) {
                Some(Value::Null) if self.lenient && !field.required => {}
                Some(Value::String(text)) if self.is_of_call() && rules::is_absent(field, text) => {
                }
                Some(value) => {
                    self.check_field(&here, field, value)?;
                    facts::check_facts(&here, field, value, members)?;
                }
                None if field.required => {
                    let problem = Problem::new(&here, "is missing");
                    return Err(problem.of_kind(ProblemKind::Missing));
                }
                None => self.check_condition(&here, &field.facts, members)?,
            }
        }
        Ok(())
    }

    fn check_known(
        &self,
        at: &Path<'_>,
        known: &str,
        fields: &[Field],
        members: &Map<String, Value>,
    ) -> Result<(), Problem> {
        let is_known = |name: &String| fields.iter().any(|field| field.name == *name);
        let Some(name) = members.keys().find(|name| !is_known(name)) else {
            return Ok(());
        };
        if self.lenient {
            return Ok(());
        }
        let names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
        let hint = match nearest_name(name, &names) {
            Some(near) => format!(", did you mean `{near}`?"),
            None => String::new(),
        };
        Err(Problem::new(
            &Path::Field(at, name),
            format!("is no {known}{hint}"),
        ))
    }

    /// Reports a missing field whose condition requires it.
    fn check_condition(
        &self,
        at: &Path<'_>,
        facts: &Facts,
        members: &Map<String, Value>,
    ) -> Result<(), Problem> {
        match &facts.required_if {
            Some(words) if self.is_of_call() && condition::condition_holds(words, members) => {
                let problem = Problem::new(at, format!("is missing, required if {words}"));
                Err(problem.of_kind(ProblemKind::MissingHere))
            }
            _ => Ok(()),
        }
    }

    fn check_named(&self, at: &Path<'_>, name: &str, value: &Value) -> Result<(), Problem> {
        // What is defined nowhere can be anything.
        let Some(def) = self.api.type_def(name) else {
            return Ok(());
        };
        match (&def.shape, value) {
            (Shape::Struct(fields), Value::Object(members)) => {
                self.check_object(at, name, fields, members)
            }
            (Shape::Struct(fields), Value::String(_)) => {
                self.check_text_for_object(at, name, fields, value)
            }
            (Shape::Struct(_), _) => Err(Problem::mismatch(at, &Type::named(name), value)),
            (Shape::Union(union), _) => {
                let ty = Type::named(name);
                self.check_union(at, &ty, &union.one_of, union.tag.as_deref(), value)
            }
        }
    }

    fn check_object(
        &self,
        at: &Path<'_>,
        name: &str,
        fields: &[Field],
        members: &Map<String, Value>,
    ) -> Result<(), Problem> {
        self.check_fields(at, &format!("field of {name}"), fields, members)?;
        if !self.is_of_call() {
            return Ok(());
        }
        let actions = rules::action_fields(name, fields);
        rules::check_action(at, &actions, members, self.lenient)
    }

    /// Checks a text in the place of an object, which a few types allow.
    fn check_text_for_object(
        &self,
        at: &Path<'_>,
        name: &str,
        fields: &[Field],
        value: &Value,
    ) -> Result<(), Problem> {
        let known = rules::text_field(name).filter(|_| self.is_of_call());
        match fields
            .iter()
            .find(|field| Some(field.name.as_str()) == known)
        {
            Some(field) => {
                let here = Path::Field(at, &field.name);
                self.check_field(&here, field, value)?;
                facts::check_facts(&here, field, value, &Map::new())
            }
            None => Err(Problem::mismatch(at, &Type::named(name), value)),
        }
    }

    fn check_list(
        &self,
        at: &Path<'_>,
        ty: &Type,
        item: &Type,
        value: &Value,
    ) -> Result<(), Problem> {
        let Value::Array(items) = value else {
            return Err(Problem::mismatch(at, ty, value));
        };
        let mut items = items.iter().enumerate();
        items.try_for_each(|(index, value)| self.check_value(&Path::Item(at, index), item, value))
    }

    fn check_file(&self, at: &Path<'_>, value: &Value) -> Result<(), Problem> {
        match attached_name(value) {
            Some(name) => self.check_upload(at, name),
            None => Err(Problem::new(
                at,
                format!("must be an uploaded file, not {}", shorten_value(value)),
            )),
        }
    }

    fn check_upload(&self, at: &Path<'_>, name: &str) -> Result<(), Problem> {
        match self.files {
            Some(files) if !files.contains(&name) => Err(Problem::new(
                at,
                format!("refers to the file `{name}`, which is not uploaded with the request"),
            )),
            _ => Ok(()),
        }
    }
}

impl Api {
    /// Checks a value that a server sends against its type.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong: what is missing, unknown, of another type, or breaks a limit.
    pub fn check(&self, ty: &Type, value: &Value) -> Result<(), Problem> {
        Checker::of_answers(self).check_value(&Path::Root, ty, value)
    }
}

/// The name of the uploaded file that a value refers to.
pub(crate) fn attached_name(value: &Value) -> Option<&str> {
    value.as_str()?.strip_prefix(ATTACH)
}
