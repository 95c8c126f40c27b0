//! `unbalanced-block`: a quotation, a hint, a fold or a table that never ends, or never starts.

use std::sync::Arc;

use crate::lint::{Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::source::{Source, Span};

pub(crate) static LINT: Lint = Lint {
    code: "unbalanced-block",
    level: Level::Warn,
    summary: "a quotation, a hint, a fold or a table that is never closed, or never opened",
    explanation: "\
What stands in a quotation, a hint or a fold is beside the page's own text: a return sentence there
is not the method's. One that is never closed would take the rest of the page with it. It is read as
if nothing had been opened. A table that is never closed ends where the next heading or table starts;
one that is never opened starts with its first row.",
    bad: Example::page(
        "\
## sendNote

{% hint %}
Notes are short.

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |",
    ),
    good: Example::page(
        "\
## sendNote

{% hint %}
Notes are short.
{% endhint %}

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |",
    ),
    deny_lowering: false,
    superseded_by: &[],
    check: None,
};

/// What is opened here is never closed.
pub(crate) fn unclosed(source: &Arc<Source>, span: Span) -> Diagnostic {
    Diagnostic::new(LINT.code, LINT.level, "what is opened here is never closed")
        .label(source, span, "nothing closes it")
        .help("close it where it should end, or take it out")
}

/// The row that starts here stands in no table.
pub(crate) fn unopened(source: &Arc<Source>, span: Span) -> Diagnostic {
    Diagnostic::new(LINT.code, LINT.level, "a row that stands in no table")
        .label(source, span, "nothing opens its table")
        .help("open the table before its first row")
}
