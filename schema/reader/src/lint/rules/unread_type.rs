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
    explanation: "\
A type is a name, `Array of` names, or several joined by “or”. Anything else in a type cell is
reported and the row is not read: a guess would end up in a Rust signature.",
    bad: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| to | see below | Yes | Who gets it |",
    ),
    good: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| to | Integer or Array of Integer | Yes | Who gets it |",
    ),
    deny_lowering: true,
    superseded_by: &[],
    check: None,
};

/// A type cell of which `part` is no type.
pub(crate) fn diagnostic(
    source: &Arc<Source>,
    at: ItemPath,
    cell: &Cell,
    part: &str,
) -> Diagnostic {
    let found = cell.text.line();
    let message = if found.is_empty() {
        format!("`{at}` has no type")
    } else {
        format!("`{found}` is not a type")
    };
    let part = part.trim();
    let label = if part.is_empty() || part == found {
        "expected a type".to_owned()
    } else {
        format!("`{part}` is not a type")
    };
    Diagnostic::new(LINT.code, LINT.level, message)
        .about(at)
        .label(source, cell.span, label)
        .found(found)
        .note("the row is not read")
        .help("write `String`, `Integer or String`, `Array of Message`, …")
}
