//! `unknown-call`: a method, parameter or field under `call:` that the page does not have.

use crate::lint::{Context, Example, File, Lint};
use schema::call::{Call, LongPoll, Updates};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::schema::{Http, Method, Schema};
use schema::source::{Source, Span};
use schema::suggest;
use schema::ty::Type;

pub(crate) static LINT: Lint = Lint {
    code: "unknown-call",
    level: Level::Error,
    summary: "a name under `call:`, or in a method's path, that the page does not have",
    what_it_does: "\
Reports a method under `call.methods` or `call.updates` that the page does not have, a place in a
method's path for a parameter that it does not have, and a parameter or a field of `call.updates` that
is not there or is no whole number.",
    why_it_matters: "\
Such a method would be called by another verb and path than what was meant, a call would go to a path
with an open place, and there would be no updates.",
    how_to_fix: "\
Write the name as the page has it: `cargo xtask extract` shows all of them.",
    example: Example {
        page: "\
## getNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| note_id | Integer | Yes | Which note |",
        others: &[(
            File::Manifest,
            "\
title: Notes API
base_url: https://notes.example
call:
  url: '{base}/{token}/{path}'
  methods:
▸    getNote: GET /notes/{note}",
        )],
        message: "`getNote` has no parameter `note`, which its path has a place for",
        fix: ("/notes/{note}", "/notes/{note_id}"),
    },
    deny_lowering: false,
    superseded_by: &[],
    check: Some(check),
};

const HELP: &str = "write the name as the page has it";

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let schema = context.schema;
    let stated = schema.methods.iter().filter_map(|method| {
        let at = ItemPath::owner(&method.name);
        let message = unknown_place(method, method.http.as_ref()?)?;
        Some(LINT.diagnostic(message).about(at).help(HELP))
    });
    let mut found: Vec<Diagnostic> = stated.collect();
    let Some((source, manifest)) = context.manifest else {
        return found;
    };
    let wrong = check_methods(schema, &manifest.call).chain(check_updates(schema, &manifest.call));
    found.extend(wrong.map(|(written, message)| {
        let place = find_line(source, written);
        LINT.diagnostic(message).label(source, place, "").help(HELP)
    }));
    found
}

/// Checks the verbs and paths of the manifest; returns what it has written and what is wrong with it.
fn check_methods<'a>(
    schema: &'a Schema,
    call: &'a Call,
) -> impl Iterator<Item = (&'a str, String)> {
    call.methods.iter().filter_map(|(name, http)| {
        let message = match schema.method(name) {
            Some(method) => unknown_place(method, http)?,
            None => unknown_method(schema, name),
        };
        Some((name.as_str(), message))
    })
}

/// Names the first place in a path for a parameter that the method does not have.
fn unknown_place(method: &Method, http: &Http) -> Option<String> {
    let has = |name: &str| method.params.iter().any(|param| param.wire_name() == name);
    let unknown = http.path_params().find(|name| !has(name))?;
    let name = &method.name;
    Some(format!(
        "`{name}` has no parameter `{unknown}`, which its path has a place for"
    ))
}

fn unknown_method(schema: &Schema, name: &str) -> String {
    let known = schema.methods.iter().map(|one| one.name.as_str());
    let hint = match suggest::nearest(name, known) {
        Some(near) => format!(", did you mean `{near}`?"),
        None => String::new(),
    };
    format!("there is no method `{name}`{hint}")
}

/// Checks what the manifest says of updates.
fn check_updates<'a>(schema: &Schema, call: &'a Call) -> Option<(&'a str, String)> {
    let Some(Updates::LongPoll(poll)) = &call.updates else {
        return None;
    };
    let LongPoll {
        method,
        confirm,
        number,
    } = poll;
    let Some(polled) = schema.method(method) else {
        return Some((method, unknown_method(schema, method)));
    };
    let mut params = polled.params.iter();
    if !params.any(|param| param.name == *confirm && param.ty == Type::Integer) {
        let message = format!("`{method}` has no parameter `{confirm}` that is a whole number");
        return Some((confirm, message));
    }
    let Some(item) = polled.returns.as_ref().and_then(listed_name) else {
        let message = format!("`{method}` returns no list of objects, so it delivers no updates");
        return Some((method, message));
    };
    let def = schema.type_def(item)?;
    let mut fields = def.fields().iter();
    let has_number =
        fields.any(|field| field.name == *number && field.required && field.ty == Type::Integer);
    let message = format!("`{item}` has no field `{number}` that is a required whole number");
    (!has_number).then_some((number, message))
}

/// The name of the type that a list has.
fn listed_name(ty: &Type) -> Option<&str> {
    match ty {
        Type::Array(item) => match &**item {
            Type::Named(name) => Some(name),
            _ => None,
        },
        _ => None,
    }
}

/// Finds the first line below `call:` that has a word.
fn find_line(source: &Source, word: &str) -> Span {
    let is_word = |line: &str| {
        let mut words = line.split(|c: char| !c.is_alphanumeric() && c != '_');
        words.any(|other| other == word)
    };
    let lines: Vec<&str> = source.text().lines().collect();
    let call = lines.iter().position(|line| line.starts_with("call:"));
    let below = call.unwrap_or(0);
    let line = lines[below..].iter().position(|line| is_word(line));
    source.line_span(below + line.unwrap_or(0) + 1)
}
