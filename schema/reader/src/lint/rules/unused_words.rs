//! `unused-words`: a text in words.yaml that describes nothing.

use std::collections::HashSet;

use crate::lint::{Context, Example, File, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::model::undefined;
use schema::schema::Schema;
use schema::source::{Source, Span};

pub(crate) static LINT: Lint = Lint {
    code: "unused-words",
    level: Level::Warn,
    summary: "a text in words.yaml whose key matches nothing",
    what_it_does: "\
Reports a key of words.yaml that matches nothing. A key is a method or a type, one of their
members, or `*.name` for a name wherever it occurs.",
    why_it_matters: "\
The key is misspelt, or the item is gone from the page.",
    how_to_fix: "\
Correct the key, or remove the line.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |",
        others: &[(
            File::DocTexts,
            "\
sendNote: Sends a note.
\"*.text\": What it says.
▸sendNote.txet: What the note says.",
        )],
        message: "`sendNote.txet` matches nothing",
        fix: ("txet", "text"),
    },
    deny_lowering: false,
    superseded_by: &[],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let Some((source, texts)) = context.words else {
        return Vec::new();
    };
    let keys = possible_keys(context.schema);
    let unused = texts.0.keys().filter(|key| !keys.contains(*key));
    unused
        .map(|key| {
            let line = find_line(source, key);
            LINT.diagnostic(format!("`{key}` matches nothing"))
                .label(source, line, "no such method, type or name")
                .found(key)
                .help("correct the key, or remove the line")
        })
        .collect()
}

/// Finds the line that starts with a key, with or without quotation marks.
fn find_line(source: &Source, key: &str) -> Span {
    let has_key = |line: &str| {
        let line = line.trim_start_matches(['"', '\'']);
        let rest = line.strip_prefix(key);
        rest.is_some_and(|rest| rest.trim_start_matches(['"', '\'']).starts_with(':'))
    };
    let line = source.text().lines().position(has_key).unwrap_or(0);
    source.line_span(line + 1)
}

/// Every key that a text can have.
fn possible_keys(schema: &Schema) -> HashSet<String> {
    let methods = schema.methods.iter().map(|method| method.name.clone());
    let types = schema.types.iter().map(|def| def.name.clone());
    let mut keys: HashSet<String> = methods.chain(types).chain(undefined(schema)).collect();
    for (at, field) in schema.fields() {
        keys.insert(at.to_string());
        keys.insert(format!("*.{}", field.name));
    }
    keys
}
