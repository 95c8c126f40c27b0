//! `row-cells`: a row with too few or too many cells.

use std::sync::Arc;

use crate::block::Row;
use crate::lint::{Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::source::Source;

pub(crate) static LINT: Lint = Lint {
    code: "row-cells",
    level: Level::Error,
    summary: "a row with more or fewer cells than its table's header",
    what_it_does: "\
Reports a row with more or fewer cells than the header of its table. The row is not read.",
    why_it_matters: "\
Markdown readers silently pad a short row and cut a long one, so that a type can end up as a
description.",
    how_to_fix: "\
Add the missing cell, even if it is empty, or remove the surplus one. A `|` inside a cell is
written `\\|`.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
▸| text | Yes | What to say |",
        others: &[],
        message: "a row with too few cells",
        fix: ("| text |", "| text | String |"),
    },
    deny_lowering: true,
    superseded_by: &[],
    check: None,
};

/// Reports a row that has not as many cells as the header has columns.
pub(crate) fn diagnostic(
    source: &Arc<Source>,
    at: ItemPath,
    row: &Row,
    columns: usize,
) -> Diagnostic {
    let cells = row.cells.len();
    let (adjective, help) = if cells < columns {
        ("few", "add the missing cell, even if it is empty")
    } else {
        let help = "remove the surplus cell; a `|` inside a cell is written `\\|`";
        ("many", help)
    };
    LINT.diagnostic(format!("a row with too {adjective} cells"))
        .about(at)
        .label(
            source,
            row.span,
            format!("{cells} cells under {columns} columns"),
        )
        .found(format!("{cells} cells"))
        .expected(format!("{columns} cells"))
        .note("the row is not read")
        .help(help)
}

/// Reports a header with more or fewer columns than all rows below it have `cells`.
pub(crate) fn header(source: &Arc<Source>, at: ItemPath, header: &Row, cells: usize) -> Diagnostic {
    let columns = header.cells.len();
    let (adjective, help) = if columns < cells {
        ("few", "add the missing cell")
    } else {
        ("many", "remove the surplus cell, or fill its column")
    };
    LINT.diagnostic(format!("a header with too {adjective} cells"))
        .about(at)
        .label(
            source,
            header.span,
            format!("{columns} columns above {cells} cells"),
        )
        .found(format!("{columns} cells"))
        .expected(format!("{cells} cells"))
        .note("the table is not read")
        .help(help)
}
