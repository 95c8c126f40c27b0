//! `orphan-table`: a table of parameters under no heading that names what they belong to.

use std::sync::Arc;

use super::{Example, Lint};
use crate::diagnostic::{Diagnostic, Level};
use crate::source::{Source, Span};

pub(super) static LINT: Lint = Lint {
    code: "orphan-table",
    level: Level::Error,
    summary: "a table of parameters or fields under no method and no type",
    explanation: "\
A table with names and types belongs to the nearest heading above it that is an identifier. Under a
heading of prose it belongs to nothing, and what it says is lost.",
    bad: Example::page(
        "\
## countNotes

Takes no parameters. Returns Integer on success.

## Sending a note

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |",
    ),
    good: Example::page(
        "\
## countNotes

Takes no parameters. Returns Integer on success.

## sendNote (sending a note)

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |",
    ),
    is_firm: false,
    yields_to: &[],
    check: None,
};

/// A table of names and types under no heading that names one.
pub(crate) fn diagnostic(source: &Arc<Source>, header: Span) -> Diagnostic {
    Diagnostic::new(
        LINT.code,
        LINT.level,
        "a table that belongs to no method and no type",
    )
    .label(source, header, "no heading above names its owner")
    .help("put the method's or the type's name into a heading above the table")
}
