//! `unused-type`: a type that is defined and nowhere used.

use super::{hidden_table, row_cells};
use crate::lint::{Context, Example, Lint};
use crate::page::{EvidenceKind, Part};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::schema::TypeDef;

pub(crate) static LINT: Lint = Lint {
    code: "unused-type",
    level: Level::Warn,
    summary: "a type that is defined, used nowhere, and of which no prose speaks",
    explanation: "\
A type that no parameter, field, union or result has, and of which no prose speaks, is usually one
whose only use is misspelt or was lost.",
    bad: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |

## Note

| Field | Type | Description |
| ----- | ---- | ----------- |
| text | String | What it says |",
    ),
    good: Example::page(
        "\
## sendNote

Returns the sent Note.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |

## Note

| Field | Type | Description |
| ----- | ---- | ----------- |
| text | String | What it says |",
    ),
    deny_lowering: false,
    superseded_by: &["unknown-type", "dangling-member", "type-conflict"],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let Some(page) = context.page else {
        return Vec::new();
    };
    // What a table or a row that is not read uses, nobody knows.
    let mut lost = page.diagnostics.iter();
    let unread = [hidden_table::LINT.code, row_cells::LINT.code];
    if lost.any(|one| unread.contains(&one.code)) {
        return Vec::new();
    }
    let used = context.schema.used_names();
    let is_silent = |def: &&TypeDef| {
        let at = ItemPath::owner(&def.name);
        let mentioned = page.evidence.find(&at, EvidenceKind::Mentioned);
        !used.contains(def.name.as_str()) && mentioned.is_none() && def.name != "InputFile"
    };
    let silent = page.schema.types.iter().filter(is_silent);
    silent.map(|def| diagnostic(context, def)).collect()
}

fn diagnostic(context: &Context<'_>, def: &TypeDef) -> Diagnostic {
    let at = ItemPath::owner(&def.name);
    let message = format!("`{at}` is defined and used nowhere");
    let found = Diagnostic::new(LINT.code, LINT.level, message)
        .help("is its only use misspelt? If it has none, take it out");
    let found = match context.place(&at, Part::Name) {
        Some((source, span)) => found.label(source, span, "nothing has this type"),
        None => found,
    };
    found.about(at)
}
