//! `unread-type`: a type cell that is no type.

use std::sync::Arc;

use crate::block::Cell;
use crate::lint::{Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::source::Source;

pub(crate) static LINT: Lint = Lint {
    code: "unread-type",
    level: Level::Error,
    summary: "a type cell that can't be read as a type",
    what_it_does: "\
Reports a type cell that is neither a name, nor `Array of` names, nor several of these joined by
“or”. The row is not read.",
    why_it_matters: "\
A guess would end up in a Rust signature.",
    how_to_fix: "\
Write `String`, `Integer or String`, `Array of Message` or another type.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| to | ▸see below | Yes | Who gets it |",
        others: &[],
        message: "`see below` is not a type",
        fix: ("see below", "Integer or Array of Integer"),
    },
    deny_lowering: true,
    superseded_by: &[],
    check: None,
};

/// Reports a type cell of which `part` is no type.
pub(crate) fn diagnostic(
    source: &Arc<Source>,
    at: ItemPath,
    cell: &Cell,
    part: &str,
) -> Diagnostic {
    let text = cell.text.line();
    let message = if text.is_empty() {
        format!("`{at}` has no type")
    } else {
        format!("`{text}` is not a type")
    };
    let part = part.trim();
    let label = if part.is_empty() || part == text {
        "expected a type".to_owned()
    } else {
        format!("`{part}` is not a type")
    };
    LINT.diagnostic(message)
        .about(at)
        .label(source, cell.span, label)
        .found(text)
        .cause(part)
        .note("the row is not read")
        .help("write `String`, `Integer or String`, `Array of Message`, …")
}
