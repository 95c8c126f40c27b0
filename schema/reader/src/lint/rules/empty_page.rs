//! `empty-page`: a page without a method or a type.

use std::sync::Arc;

use crate::lint::{Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::source::Source;

pub(crate) static LINT: Lint = Lint {
    code: "empty-page",
    level: Level::Error,
    summary: "a page in which no method and no type is found",
    explanation: "\
A page that defines nothing is a failed download, a page of another site, or one in a form or a
language that no dialect knows. Nothing is generated from it.

Headings name methods (`sendNote`) and types (`Note`); each has a table whose header is known to a
dialect in `schema/src/dialect/`. The good example is the least that is a page.",
    bad: Example::page(
        "\
502 Bad Gateway",
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

/// The page defines nothing.
pub(crate) fn diagnostic(source: &Arc<Source>) -> Diagnostic {
    let what = if source.text().trim().is_empty() {
        "the page is empty"
    } else {
        "the page defines no method and no type"
    };
    Diagnostic::new(LINT.code, LINT.level, what)
        .label(source, source.line_span(1), "read to the end from here")
        .help("check the download; `cargo xtask explain empty-page` shows the least that is a page")
}
