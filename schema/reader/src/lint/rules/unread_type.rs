//! `unread-type`: a type cell that is no type.

use std::sync::Arc;

use crate::block::Cell;
use crate::dialect::DialectRef;
use crate::lint::{Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::source::Source;

pub(crate) static LINT: Lint = Lint {
    code: "unread-type",
    level: Level::Error,
    summary: "a type cell that can't be read as a type",
    what_it_does: "\
Reports a type cell that is neither a name, nor `Array of` names, nor several of these joined by
“or”. The row is not read.",
    why_it_matters: "\
A guess would end up in a Rust signature.",
    how_to_fix: "\
Write `Integer`, `Float`, `String`, `Boolean`, `True`, `InputFile` (a file that is uploaded), the name of
a type that the page defines, `Integer or String`, or `Array of Message`.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| to | ▸see below | Yes | Who gets it |",
        others: &[],
        message: "`see below` is not a type",
        fix: ("see below", "Integer or Array of Integer"),
    },
    deny_lowering: true,
    superseded_by: &[],
    check: None,
};

/// Reports a type cell of which `part` is no type.
pub(crate) fn diagnostic(
    source: &Arc<Source>,
    at: ItemPath,
    cell: &Cell,
    part: &str,
    dialect: DialectRef<'_>,
) -> Diagnostic {
    let text = cell.text.line();
    let part = part.trim();
    let message = if text.is_empty() {
        format!("`{at}` has no type")
    } else {
        format!("`{text}` is not a type")
    };
    let label = if part.is_empty() || part == text {
        "expected a type".to_owned()
    } else {
        format!("`{part}` is not a type")
    };
    LINT.diagnostic(message)
        .about(at)
        .label(source, cell.span, label)
        .cause(part)
        .found(text)
        .cause(part)
        .note("the row is not read")
        .help(advise(part, dialect))
}

/// Says what to write instead of a part that is no type.
fn advise(part: &str, dialect: DialectRef<'_>) -> String {
    let word = part.to_lowercase();
    let mut dialects = dialect.and_others();
    match dialects.find_map(|dialect| dialect.get().types.vague.get(&word)) {
        Some(instead) => format!("write {instead}"),
        None => format!(
            "write {}, the name of a type, `Integer or String`, `Array of Message`, …",
            BUILT_IN.join(", ")
        ),
    }
}

/// The types that are built in.
const BUILT_IN: &[&str] = &[
    "`Integer`",
    "`Float`",
    "`String`",
    "`Boolean`",
    "`True`",
    "`InputFile`",
];
