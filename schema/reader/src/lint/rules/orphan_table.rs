//! `orphan-table`: a table of parameters under no heading that names what they belong to.

use std::sync::Arc;

use crate::lint::{Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::source::{Source, Span};

pub(crate) static LINT: Lint = Lint {
    code: "orphan-table",
    level: Level::Error,
    summary: "a table of parameters or fields under no method and no type",
    explanation: "\
A table with names and types belongs to the nearest heading above it that is an identifier. Under a
heading of prose it belongs to nothing, and what it says is lost.

A second table under one heading, or one under a method that takes no parameters or under a union,
has most likely lost its own heading. It is read all the same, with a warning, unless it repeats
what the first has or its owner can have no table at all.",
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
    deny_lowering: false,
    superseded_by: &[],
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
    .hides(1)
    .help("put the method's or the type's name into a heading above the table")
}

/// Why a table is not that of the method or type above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MisplacedTable {
    /// That has one already, and this one repeats what is in it.
    Repeats,
    /// That has one already.
    Second,
    /// That takes no parameters, or has no fields.
    Nothing,
    /// That is a union.
    Union,
}

/// A table with this header stands under a method or type that it is probably not about.
pub(crate) fn misplaced(
    source: &Arc<Source>,
    at: ItemPath,
    header: Span,
    why: MisplacedTable,
) -> Diagnostic {
    let label = match why {
        MisplacedTable::Repeats | MisplacedTable::Second => format!("`{at}` has its table already"),
        MisplacedTable::Nothing => format!("`{at}` is said to have nothing to list"),
        MisplacedTable::Union => format!("`{at}` is a union and has no fields"),
    };
    let (level, message) = match why {
        MisplacedTable::Repeats | MisplacedTable::Union => {
            (LINT.level, "a table that belongs to no method and no type")
        }
        MisplacedTable::Second | MisplacedTable::Nothing => {
            (Level::Warn, "a table whose heading seems to be lost")
        }
    };
    Diagnostic::new(LINT.code, level, message)
        .label(source, header, label)
        .hides(1)
        .help("put the heading back that names its owner; or make one table of two")
        .about(at)
}
