//! `nested-row`: rows below one that can have none.

use std::sync::Arc;

use crate::block::Cell;
use crate::lint::{Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::source::Source;

pub(crate) static LINT: Lint = Lint {
    code: "nested-row",
    level: Level::Error,
    summary: "rows that are indented below one whose type has no fields there",
    what_it_does: "\
Reports rows that are indented below another, `- text` below `note`, where that one is a text or a
number, or has a type that is defined elsewhere. They are not read.",
    why_it_matters: "\
Indented rows list the fields of an object. The type says that there is none.",
    how_to_fix: "\
Give the row above the type `object` or a name that nothing else has, or remove the indent.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| note | String | Yes | What to send |
| ▸- text | String | Yes | What it says |",
        others: &[],
        message: "rows below `note`, which has no fields of its own",
        fix: ("| note | String", "| note | object"),
    },
    deny_lowering: true,
    superseded_by: &[],
    check: None,
};

/// Reports the first row below a parameter or field that can have none.
pub(crate) fn diagnostic(source: &Arc<Source>, at: ItemPath, first: &Cell) -> Diagnostic {
    let name = at.name.clone().unwrap_or_default();
    LINT.diagnostic(format!(
        "rows below `{name}`, which has no fields of its own"
    ))
    .label(
        source,
        first.span,
        "this row and those beside it are not read",
    )
    .found(first.text.line())
    .help("give the row above the type `object`, or a name that nothing else has")
    .about(at)
}
