//! Responses that refer to their call: a method, its parameters and files in, a result out.
//!
//! A result is a sample of what the method returns. Then every field of it that a parameter
//! speaks of takes over what that says: by its name, as an identifier (`chat_id` is `chat.id`),
//! or as a file.

use std::collections::HashMap;

use schema::schema::{Field, Method};
use schema::ty::Type;
use serde_json::{Map, Value};

use crate::check::facts::scalar_value;
use crate::example::Examples;
use crate::files::StoredFile;
use crate::roles;

/// Makes the result of one call.
pub(crate) struct ResponseBuilder<'a> {
    pub(crate) examples: Examples<'a>,
    pub(crate) method: &'a Method,
    /// The files that the parameters may speak of, by `attach://…` or their identifier.
    pub(crate) files: HashMap<String, StoredFile>,
    /// The bot itself.
    pub(crate) me: Map<String, Value>,
    /// The `message_id` of the next message that is sent.
    pub(crate) next_message: i64,
}

/// The parameter that is a medium, and the field of a medium that is its file.
const MEDIA: &str = "media";

type Members = Map<String, Value>;

impl ResponseBuilder<'_> {
    /// The result of the call.
    pub(crate) fn build_result(&mut self, params: &Members) -> Value {
        let Some(returns) = &self.method.returns else {
            return true.into();
        };
        let params = &with_medium(&with_defaults(self.method, params));
        let members = returns.members();
        let is_inline = roles::is_inline(params) && members.contains(&Type::True);
        match members.first() {
            _ if is_inline => true.into(),
            Some(Type::Array(item)) => self.build_list(returns, item, params),
            Some(first) => self.build_value(first, params),
            None => self.build_value(returns, params),
        }
    }

    fn build_value(&mut self, ty: &Type, params: &Members) -> Value {
        let Some(fields) = self.examples.fields(ty) else {
            return self.examples.value(ty);
        };
        let mut result = self.examples.object(fields);
        self.fill_fields(fields, &mut result, params, 0);
        if let Some(id) = self.own_id(params) {
            self.identify(fields, &mut result, id);
        }
        self.complete_object(fields, &mut result, params);
        result.into()
    }

    /// One result for each item of the list that the call is of: `media`, `message_ids`.
    fn build_list(&mut self, ty: &Type, item: &Type, params: &Members) -> Value {
        let Some(fields) = self.examples.fields(item) else {
            return self.examples.value(ty);
        };
        let mut lists = self.method.params.iter().filter(|param| param.required);
        let list = lists.find_map(|param| params.get(&param.name)?.as_array());
        let Some(list) = list.filter(|_| fields.iter().any(is_message_id)) else {
            return self.examples.value(ty);
        };
        // What is sent together is known by the first one's number.
        let group = Value::from(self.next_message.to_string());
        let one = |this: &mut Self, given: &Value| {
            let mut params = params.clone();
            params.extend(given.as_object().cloned().unwrap_or_default());
            params.insert(roles::GROUP.to_owned(), group.clone());
            this.build_value(item, &params)
        };
        list.iter().map(|given| one(self, given)).collect()
    }

    /// Takes over what the parameters say of these fields.
    fn fill_fields(&self, fields: &[Field], result: &mut Members, params: &Members, depth: usize) {
        for field in fields {
            let stated = self
                .find_file(field, params, depth)
                .or_else(|| self.copy_parameter(field, params))
                .or_else(|| self.identified_object(field, result, params))
                .or_else(|| self.named_object(field, params, depth));
            if let Some(value) = stated {
                result.insert(field.name.clone(), value);
            }
        }
    }

    /// The parameter of the field's name, where its value can be the field's.
    fn copy_parameter(&self, field: &Field, params: &Members) -> Option<Value> {
        let value = self
            .examples
            .known_part(&field.ty, params.get(&field.name)?);
        self.examples.fits_field(field, &value).then_some(value)
    }

    /// The object that a parameter identifies: `chat_id` the `chat`, by its `id` or its `username`.
    fn identified_object(
        &self,
        field: &Field,
        result: &Members,
        params: &Members,
    ) -> Option<Value> {
        let id = params.get(&format!("{}_id", field.name))?;
        let fields = self.examples.fields(&field.ty)?;
        let known = result.get(&field.name).and_then(Value::as_object).cloned();
        let mut found = known.unwrap_or_else(|| self.examples.object(fields));
        self.identify(fields, &mut found, id).then(|| found.into())
    }

    /// The identifier of what the method is named after: `chat_id` of `getChat`.
    fn own_id<'p>(&self, params: &'p Members) -> Option<&'p Value> {
        let mut ids = params.iter();
        let own = ids.find(|(name, _)| name.strip_suffix("_id").is_some_and(|n| self.is_noun(n)));
        own.map(|(_, id)| id)
    }

    /// Returns if the method is named after this, `location` of `sendLocation`.
    fn is_noun(&self, name: &str) -> bool {
        let noun = self.method.name.trim_start_matches(char::is_lowercase);
        noun.eq_ignore_ascii_case(&name.replace('_', ""))
    }

    /// The field that the method is named after, `location` of `sendLocation`.
    fn named_object(&self, field: &Field, params: &Members, depth: usize) -> Option<Value> {
        if depth > 0 || !self.is_noun(&field.name) {
            return None;
        }
        let fields = self.examples.fields(&field.ty)?;
        let mut value = self.examples.object(fields);
        self.fill_fields(fields, &mut value, params, depth + 1);
        Some(value.into())
    }

    /// A file, where the parameter of the field's name is one, or where the parameters are those
    /// of a medium of that type: `{"type": "photo", "media": "attach://…"}`.
    fn find_file(&self, field: &Field, params: &Members, depth: usize) -> Option<Value> {
        let typed = params.get("type").and_then(Value::as_str) == Some(&field.name);
        let media = params.get(MEDIA).filter(|_| typed && depth == 0);
        let given = params.get(&field.name).or(media)?;
        if let Value::Object(medium) = given {
            return self.find_file(field, medium, depth);
        }
        let given = given.as_str()?;
        match &field.ty {
            Type::Array(item) => Some(vec![self.find_medium(item, given, params)?].into()),
            ty => self.find_medium(ty, given, params),
        }
    }

    fn find_medium(&self, ty: &Type, given: &str, params: &Members) -> Option<Value> {
        let fields = self.examples.fields(ty)?;
        fields.iter().find(|field| field.name == "file_id")?;
        let mut medium = self.examples.object(fields);
        self.fill_fields(fields, &mut medium, params, 1);
        match self.files.get(given) {
            Some(file) => self.examples.put_file(fields, &mut medium, file),
            None if !given.contains("://") => {
                self.examples
                    .put_field(fields, &mut medium, "file_id", given.into());
            }
            None => {}
        }
        Some(medium.into())
    }

    /// Gives a sample the identifier that was asked for: its `id`, or its `username`.
    fn identify(&self, fields: &[Field], sample: &mut Members, id: &Value) -> bool {
        let name = id.as_str().and_then(|text| text.strip_prefix('@'));
        let done = match name {
            Some(name) => self
                .examples
                .put_field(fields, sample, "username", name.into()),
            None => self.examples.put_field(fields, sample, "id", id.clone()),
        };
        self.examples.complete_chat(fields, sample);
        done
    }

    /// Sets what does not depend on parameters: a new message has a new number, an edited one a date.
    fn complete_object(&mut self, fields: &[Field], result: &mut Members, params: &Members) {
        let examples = self.examples;
        let mut files = self.files.values();
        if let (Some(file), None) = (files.next(), files.next()) {
            examples.put_file(fields, result, file);
        }
        if !roles::refers_to_message(params) {
            let id = Value::from(self.next_message);
            self.next_message += i64::from(examples.put_field(fields, result, "message_id", id));
        }
        if !has_field(fields, "message_id") || !has_field(fields, "date") {
            return;
        }
        examples.put_field(fields, result, "from", self.me.clone().into());
        if roles::refers_to_message(params) {
            examples.put_field(fields, result, "edit_date", examples.now.into());
        }
    }
}

/// The parameters with the values that the absence of others stands for.
fn with_defaults(method: &Method, params: &Members) -> Members {
    let defaults = method.params.iter().filter_map(|param| {
        let default = param.facts.default.as_ref()?;
        Some((param.name.clone(), scalar_value(default)))
    });
    let mut all: Members = defaults.collect();
    all.extend(params.clone());
    all
}

/// The parameters with those of the one medium that they have, as if they were the call's.
fn with_medium(params: &Members) -> Members {
    let mut all = params.clone();
    if let Some(medium) = params.get(MEDIA).and_then(Value::as_object) {
        all.extend(medium.clone());
    }
    all
}

fn has_field(fields: &[Field], name: &str) -> bool {
    fields.iter().any(|field| field.name == name)
}

fn is_message_id(field: &Field) -> bool {
    field.name == "message_id"
}
