//! `swapped-columns`: two columns that hold each other's cells.

use std::sync::Arc;

use crate::block::Cell;
use crate::lint::{Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::source::Source;

pub(crate) static LINT: Lint = Lint {
    code: "swapped-columns",
    level: Level::Error,
    summary: "two columns whose headers stand over each other's cells",
    what_it_does: "\
Reports two columns whose headers are exchanged: hardly a cell of the two reads as its header
says, and nearly all of them read the other way round. The table is read by its cells.",
    why_it_matters: "\
Types would be read as flags and flags as types. One finding about the header replaces one for
each cell.",
    how_to_fix: "\
Exchange the two headers.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

| Parameter | ▸Required | Type | Description |
| --------- | -------- | ---- | ----------- |
| text | String | Yes | What to say |",
        others: &[],
        message: "columns `Required` and `Type` are swapped",
        fix: ("Required | Type", "Type | Required"),
    },
    deny_lowering: true,
    superseded_by: &[],
    check: None,
};

/// Reports that the columns under `one` and `two` hold each other's cells.
pub(crate) fn diagnostic(source: &Arc<Source>, at: ItemPath, one: &Cell, two: &Cell) -> Diagnostic {
    let (first, second) = (one.text.line(), two.text.line());
    LINT.diagnostic(format!("columns `{first}` and `{second}` are swapped"))
        .about(at)
        .label(
            source,
            one.span,
            format!("the cells below read as `{second}`"),
        )
        .evidence(source, two.span, format!("and these as `{first}`"))
        .found(format!("{first}, {second}"))
        .expected(format!("{second}, {first}"))
        .help("swap the two headers")
}
