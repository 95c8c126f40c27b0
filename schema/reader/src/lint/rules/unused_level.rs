//! `unused-level`: an entry under `lints:` that changes nothing.

use crate::lint::{Example, Levels, Lint};
use schema::diagnostic::{Diagnostic, Level};

pub(crate) static LINT: Lint = Lint {
    code: "unused-level",
    level: Level::Warn,
    summary: "a lint's level in api.yaml that changes no finding",
    explanation: "\
An entry under `lints:` in api.yaml that changes no finding any more hides the next one, which nobody
has looked at. It is taken out.",
    bad: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| loud | Boolean | Optional | How loud it is |",
    )
    .manifest(
        "\
title: Notes API
base_url: https://notes.example
lints:
- code: missing-return
  level: allow
  reason: The page is like that.",
    ),
    good: Example::page(
        "\
## sendNote

Says it.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| loud | Boolean | Optional | How loud it is |",
    )
    .manifest(
        "\
title: Notes API
base_url: https://notes.example
lints:
- code: missing-return
  level: allow
  reason: The page is like that.",
    ),
    deny_lowering: true,
    superseded_by: &[],
    check: None,
};

/// An entry that changed no finding.
pub(crate) fn diagnostic(levels: &Levels<'_>, index: usize) -> Diagnostic {
    let entry = &levels.entries[index];
    let message = format!("this level of `{}` changes nothing", entry.code);
    let found = Diagnostic::new(LINT.code, LINT.level, message)
        .label(
            levels.source,
            levels.place(index),
            "no such finding, or at this level anyway",
        )
        .help("take the entry out");
    match &entry.at {
        Some(at) => found.about(at.clone()),
        None => found,
    }
}
