//! `bad-name`: a name that is no identifier.

use std::sync::Arc;

use crate::block::Cell;
use crate::lint::{Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::source::Source;

pub(crate) static LINT: Lint = Lint {
    code: "bad-name",
    level: Level::Error,
    summary: "a parameter or field whose name is not an identifier",
    explanation: "\
Names become Rust names and keys on the wire: ASCII letters, digits and `_`, and no digit first. A
cell with anything else is a slip, or an attempt to smuggle something into generated code. The row
is not read.",
    bad: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| note text | String | Yes | What to say |",
    ),
    good: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| note_text | String | Yes | What to say |",
    ),
    deny_lowering: true,
    superseded_by: &[],
    check: None,
};

/// A name cell that holds no identifier.
pub(crate) fn diagnostic(source: &Arc<Source>, owner: ItemPath, cell: &Cell) -> Diagnostic {
    let found = cell.text.line();
    let message = if found.is_empty() {
        "a row without a name"
    } else {
        "a name that is no identifier"
    };
    Diagnostic::new(LINT.code, LINT.level, message)
        .about(owner)
        .label(source, cell.span, "expected ASCII letters, digits and `_`")
        .found(found)
        .note("the row is not read")
        .help("write the name as it is sent, `chat_id`")
}
