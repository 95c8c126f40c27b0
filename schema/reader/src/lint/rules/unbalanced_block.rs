//! `unbalanced-block`: a quotation, a hint, a fold or a table that never ends.

use std::sync::Arc;

use crate::lint::{Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::source::{Source, Span};

pub(crate) static LINT: Lint = Lint {
    code: "unbalanced-block",
    level: Level::Warn,
    summary: "a quotation, a hint, a fold or a table that is never closed",
    what_it_does: "\
Reports a quotation, a hint, a fold or a table that is never closed. An unclosed block is read as if
it had not been opened; an unclosed table ends at the next heading or table.",
    why_it_matters: "\
The content of a quotation, a hint or a fold is not the page's own text: a return sentence in it
is not the method's. A block that is never closed would take the rest of the page with it.",
    how_to_fix: "\
Close the block where it should end, or remove it.",
    example: Example {
        page: "\
## sendNote

▸{% hint %}
Notes are short.

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |",
        others: &[],
        message: "this block is never closed",
        fix: (
            "Notes are short.",
            "\
Notes are short.
{% endhint %}",
        ),
    },
    deny_lowering: false,
    superseded_by: &[],
    check: None,
};

/// Reports a block that is opened here and never closed.
pub(crate) fn unclosed(source: &Arc<Source>, span: Span) -> Diagnostic {
    LINT.diagnostic("this block is never closed")
        .label(source, span, "nothing closes it")
        .help("close it where it should end, or remove it")
}
