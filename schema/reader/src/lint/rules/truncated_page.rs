//! `truncated-page`: a page that was cut off.

use std::sync::Arc;

use crate::lint::{Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::source::Source;

pub(crate) static LINT: Lint = Lint {
    code: "truncated-page",
    level: Level::Error,
    summary: "a page that ends within a row, a tag or a table",
    explanation: "\
A page that ends within a row, a tag or a table was cut off on its way. What it lacks can't be known,
and whatever else is wrong with it may come of that: nothing else is reported. Download it again.",
    bad: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |
| loud | Bool",
    ),
    good: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |
| loud | Boolean | Optional | Say it aloud |",
    ),
    deny_lowering: true,
    superseded_by: &[],
    check: None,
};

/// The page ends within something; `what` says in what.
pub(crate) fn diagnostic(source: &Arc<Source>, what: &str) -> Diagnostic {
    let last = source.line_span(source.last_line());
    Diagnostic::new(
        LINT.code,
        LINT.level,
        format!("the page ends within {what}"),
    )
    .label(source, last, "nothing follows")
    .note("nothing else is reported: it may come of that")
    .help("download the page again")
}
