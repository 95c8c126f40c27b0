//! `hidden-table`: something that looks like a table and can't be read as one.

use std::sync::Arc;

use super::Lint;
use crate::diagnostic::{Diagnostic, Level};
use crate::source::{Source, Span};

pub(super) static LINT: Lint = Lint {
    code: "hidden-table",
    level: Level::Error,
    summary: "a table that a code block, raw HTML or a broken header hides",
    explanation: "\
A table in a code block or in raw HTML is text to every Markdown reader, and so is one whose header
has more or fewer cells than the line of dashes below it. Its parameters would be lost.

Bad, two cells above three dashes:

    | Parameter | Type |
    | --------- | ---- | -------- |
    | text      | String | Yes |

Good:

    | Parameter | Type   | Required |
    | --------- | ------ | -------- |
    | text      | String | Yes      |",
    check: None,
};

/// A table that is hidden by `reason`.
pub(crate) fn diagnostic(source: &Arc<Source>, span: Span, reason: &str) -> Diagnostic {
    let line = source.line_span(source.position(span).line);
    Diagnostic::new(LINT.code, LINT.level, "a table that is not read")
        .label(source, line.to(line), format!("hidden by {reason}"))
        .help("move the table out of what hides it, or mend its header")
}
