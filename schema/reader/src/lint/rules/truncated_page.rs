//! `truncated-page`: a page that was cut off.

use std::sync::Arc;

use crate::lint::{Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::source::Source;

pub(crate) static LINT: Lint = Lint {
    code: "truncated-page",
    level: Level::Error,
    summary: "a page that ends within a row, a tag or a table",
    what_it_does: "\
Reports a page that ends within a row, a tag or a table. Nothing else is reported, because any
other finding may result from it.",
    why_it_matters: "\
The download was cut off. What the page lacks can't be known.",
    how_to_fix: "\
Download the page again.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |
▸| loud | Bool",
        others: &[],
        message: "the page ends within a row",
        fix: ("loud | Bool", "loud | Boolean | Optional | Say it aloud |"),
    },
    deny_lowering: true,
    superseded_by: &[],
    check: None,
};

/// Reports that the page ends within `what`.
pub(crate) fn diagnostic(source: &Arc<Source>, what: &str) -> Diagnostic {
    let last = source.line_span(source.last_line());
    LINT.diagnostic(format!("the page ends within {what}"))
        .label(source, last, "nothing follows")
        .note("nothing else is reported, because it may result from this")
        .help("download the page again")
}
