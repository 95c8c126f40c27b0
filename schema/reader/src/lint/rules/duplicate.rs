//! `duplicate`: a method, a type or a parameter that is defined twice.

use std::sync::Arc;

use crate::lint::{Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::source::{Source, Span};

pub(crate) static LINT: Lint = Lint {
    code: "duplicate",
    level: Level::Error,
    summary: "a method, type, parameter or field that is defined twice",
    explanation: "\
Two definitions of one name are a slip of copying, and often one of them was meant to be another.
The first is kept. A heading that repeats the one right above it, as chapters with one method have
it, is no duplicate.",
    bad: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |
| text | Boolean | Yes | Whether to say it aloud |",
    ),
    good: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |
| loud | Boolean | Yes | Whether to say it aloud |",
    ),
    deny_lowering: true,
    superseded_by: &[],
    check: None,
};

/// A name that was defined before, at `first`.
pub(crate) fn diagnostic(
    source: &Arc<Source>,
    at: ItemPath,
    span: Span,
    first: Option<Span>,
) -> Diagnostic {
    let again = Diagnostic::new(LINT.code, LINT.level, format!("`{at}` is defined twice"))
        .about(at)
        .label(source, span, "defined again here")
        .found(source.slice(span))
        .help("take one of them out, or give it the name that was meant");
    match first {
        Some(first) => again.evidence(source, first, "first defined here"),
        None => again,
    }
}
