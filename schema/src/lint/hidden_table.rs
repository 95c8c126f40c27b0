//! `hidden-table`: something that looks like a table and can't be read as one.

use std::sync::Arc;

use super::{Example, Lint};
use crate::at::At;
use crate::diagnostic::{Diagnostic, Level};
use crate::source::{Source, Span};

pub(super) static LINT: Lint = Lint {
    code: "hidden-table",
    level: Level::Error,
    summary: "a table that a code block, raw HTML or a broken header hides",
    explanation: "\
A table in a code block or in raw HTML is text to every Markdown reader, and so is one whose header
has more or fewer cells than the line of dashes below it. Its parameters would be lost. A table in a
quotation or a hint is read, with a warning: notes often show what is not the method's own.",
    bad: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type |
| --------- | ---- | -------- |
| text | String | Yes |",
    ),
    good: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required |
| --------- | ---- | -------- |
| text | String | Yes |",
    ),
    is_firm: false,
    yields_to: &[],
    check: None,
};

/// A table of `owner`'s that is hidden by `reason`, or only wrapped, and read all the same.
pub(crate) fn diagnostic(
    source: &Arc<Source>,
    owner: Option<At>,
    span: Span,
    reason: Option<&str>,
) -> Diagnostic {
    let line = source.line_span(source.position(span).line);
    let (level, message, label) = match (reason, &owner) {
        (Some(reason), Some(_)) => (
            Level::Error,
            "a table that is not read",
            format!("hidden by {reason}"),
        ),
        (Some(reason), None) => (
            Level::Info,
            "what looks like a table is not read",
            format!("hidden by {reason}"),
        ),
        (None, _) => (
            Level::Warn,
            "a table inside a quotation or a hint",
            "read all the same".to_owned(),
        ),
    };
    let found = Diagnostic::new(LINT.code, level, message)
        .label(source, line, label)
        .help("move the table out of what holds it, or mend its header");
    match owner {
        Some(owner) => found.about(owner),
        None => found,
    }
}
