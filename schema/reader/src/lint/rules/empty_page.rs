//! `empty-page`: a page without a method or a type.

use std::sync::Arc;

use crate::account::Totals;
use crate::lint::{Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::source::Source;

pub(crate) static LINT: Lint = Lint {
    code: "empty-page",
    level: Level::Error,
    summary: "a page in which no method and no type is found",
    what_it_does: "\
Reports a page that defines no method and no type. Nothing is generated from it.",
    why_it_matters: "\
Such a page is a failed download, a page of another site, or one in a form or a language that no
dialect knows.",
    how_to_fix: "\
Check the download. Headings name methods (`sendNote`) and types (`Note`); each has a table whose
header is known to a dialect in `schema/reader/src/dialect/`. The fixed example is the smallest
page with a table.",
    example: Example {
        page: "\
▸502 Bad Gateway",
        others: &[],
        message: "the page defines no method and no type",
        fix: (
            "502 Bad Gateway",
            "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |",
        ),
    },
    deny_lowering: true,
    superseded_by: &[],
    check: None,
};

/// Reports that the page defines nothing.
pub(crate) fn diagnostic(source: &Arc<Source>, totals: &Totals, has_values: bool) -> Diagnostic {
    let message = if source.text().trim().is_empty() {
        "the page is empty"
    } else if has_values {
        "the page defines no method and no type, but lists of values alone"
    } else {
        "the page defines no method and no type"
    };
    let help = if has_values {
        "read the page whose fields have these values, with this one's tables in it"
    } else {
        "check the download; `cargo xtask explain empty-page` shows the smallest page"
    };
    let diagnostic = LINT
        .diagnostic(message)
        .label(source, source.line_span(1), "read to the end from here")
        .help(help);
    match totals.unread_rows {
        0 => diagnostic,
        _ => diagnostic.note(format!("it has data all the same: {totals}")),
    }
}
