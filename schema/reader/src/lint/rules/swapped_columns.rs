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
    explanation: "\
When hardly a cell of two columns reads as its header says, and nearly all of them read the other
way round, the headers are swapped. The table is read by its cells, and the swap is reported once
rather than each cell of it.",
    bad: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Required | Type | Description |
| --------- | -------- | ---- | ----------- |
| text | String | Yes | What to say |",
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

/// The columns under `one` and `two` hold each other's cells.
pub(crate) fn diagnostic(source: &Arc<Source>, at: ItemPath, one: &Cell, two: &Cell) -> Diagnostic {
    let (first, second) = (one.text.line(), two.text.line());
    let message = format!("columns `{first}` and `{second}` are swapped");
    Diagnostic::new(LINT.code, LINT.level, message)
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
