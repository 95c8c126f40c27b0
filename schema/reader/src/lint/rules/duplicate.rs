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
    what_it_does: "\
Reports the second definition of a method, type, parameter or field. The first one is kept. A
heading that repeats the one right above it, as in a chapter with a single method, is not a
duplicate.",
    why_it_matters: "\
Two definitions of one name are usually a copying error: one of them was meant to be something
else.",
    how_to_fix: "\
Remove one of the two, or give it the name that was meant.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |
| ▸text | Boolean | Yes | Whether to say it aloud |",
        others: &[],
        message: "`sendNote.text` is defined twice",
        fix: ("| text | Boolean", "| loud | Boolean"),
    },
    deny_lowering: true,
    superseded_by: &[],
    check: None,
};

/// Reports a name that was defined before, at `first`.
pub(crate) fn diagnostic(
    source: &Arc<Source>,
    at: ItemPath,
    span: Span,
    first: Option<Span>,
) -> Diagnostic {
    LINT.diagnostic(format!("`{at}` is defined twice"))
        .about(at)
        .label(source, span, "defined again here")
        .found(source.slice(span))
        .help("remove one of them, or give it the name that was meant")
        .evidence_at(first.map(|first| (source, first)), "first defined here")
}
