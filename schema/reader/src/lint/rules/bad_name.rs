//! `bad-name`: a name that is not an identifier.

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
    what_it_does: "\
Reports a name cell that is not an identifier: ASCII letters, digits and `_`, and no digit first.
The row is not read.",
    why_it_matters: "\
Names become Rust names and keys on the wire. Anything else is a typing error, or an attempt to
smuggle something into generated code.",
    how_to_fix: "\
Write the name as it is sent, for example `chat_id`.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| ▸note text | String | Yes | What to say |",
        others: &[],
        message: "a name that is not an identifier",
        fix: ("note text", "note_text"),
    },
    deny_lowering: true,
    superseded_by: &[],
    check: None,
};

/// Reports a name cell without an identifier.
pub(crate) fn diagnostic(source: &Arc<Source>, owner: ItemPath, cell: &Cell) -> Diagnostic {
    let name = cell.text.line();
    let message = if name.is_empty() {
        "a row without a name"
    } else {
        "a name that is not an identifier"
    };
    LINT.diagnostic(message)
        .about(owner)
        .label(source, cell.span, "expected ASCII letters, digits and `_`")
        .found(name)
        .note("the row is not read")
        .help(
            "write the name as it is sent, for example `chat_id`; of several names, each in a row",
        )
}
