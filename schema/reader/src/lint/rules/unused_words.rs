//! `unused-words`: a text in words.yaml that describes nothing.

use std::collections::HashSet;

use crate::lint::{Context, Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::model::undefined;
use schema::schema::Schema;

pub(crate) static LINT: Lint = Lint {
    code: "unused-words",
    level: Level::Warn,
    summary: "a text in words.yaml whose key matches nothing",
    explanation: "\
A key of words.yaml is a method or a type, one of their members, or `*.name` for a name wherever it
occurs. A key that matches nothing is misspelt, or what it described is gone from the page.",
    bad: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |",
    )
    .words(
        "\
sendNote: Sends a note.
\"*.text\": What it says.
sendNote.txet: What the note says.",
    ),
    good: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |",
    )
    .words(
        "\
sendNote: Sends a note.
\"*.text\": What it says.
sendNote.text: What the note says.",
    ),
    deny_lowering: false,
    superseded_by: &[],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let Some((source, words)) = context.words else {
        return Vec::new();
    };
    let keys = keys(context.schema);
    let unused = words.0.keys().filter(|key| !keys.contains(*key));
    let found = unused.map(|key| {
        let is_key = |line: &str| {
            let rest = line
                .trim_start_matches(['"', '\''])
                .strip_prefix(key.as_str());
            rest.is_some_and(|rest| rest.trim_start_matches(['"', '\'']).starts_with(':'))
        };
        let line = source.text().lines().position(is_key).unwrap_or(0) + 1;
        Diagnostic::new(LINT.code, LINT.level, format!("`{key}` matches nothing"))
            .label(
                source,
                source.line_span(line),
                "no such method, type or name",
            )
            .found(key)
            .help("mend the key, or take the line out")
    });
    found.collect()
}

/// Every key that a text can have.
fn keys(schema: &Schema) -> HashSet<String> {
    let methods = schema.methods.iter().map(|method| method.name.clone());
    let types = schema.types.iter().map(|def| def.name.clone());
    let mut keys: HashSet<String> = methods.chain(types).chain(undefined(schema)).collect();
    for (at, field) in schema.fields() {
        keys.insert(at.to_string());
        keys.insert(format!("*.{}", field.name));
    }
    keys
}
