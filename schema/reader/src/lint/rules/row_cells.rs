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
    explanation: "\
Markdown readers pad a short row and drop the end of a long one without a word, so that a type can
end up as a description. Such a row is not read at all. A `|` inside a cell is written `\\|`.",
    bad: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | Yes | What to say |",
    ),
    good: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |",
    ),
    deny_lowering: true,
    superseded_by: &[],
    check: None,
};

/// A row whose cells are not as many as the header's.
pub(crate) fn diagnostic(
    source: &Arc<Source>,
    at: ItemPath,
    row: &Row,
    columns: usize,
) -> Diagnostic {
    let cells = row.cells.len();
    let few = cells < columns;
    let help = if few {
        "write the missing cell, even if it is empty"
    } else {
        "take the surplus cell out; a `|` inside a cell is written `\\|`"
    };
    let adjective = if few { "few" } else { "many" };
    Diagnostic::new(
        LINT.code,
        LINT.level,
        format!("a row with too {adjective} cells"),
    )
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

/// A header with more or fewer cells than all rows below it, which have `cells`.
pub(crate) fn header(source: &Arc<Source>, at: ItemPath, header: &Row, cells: usize) -> Diagnostic {
    let columns = header.cells.len();
    let (adjective, help) = match columns < cells {
        true => ("few", "write the missing cell"),
        false => ("many", "take the surplus cell out, or fill its column"),
    };
    let message = format!("a header with too {adjective} cells");
    Diagnostic::new(LINT.code, LINT.level, message)
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
