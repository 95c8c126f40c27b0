//! `unclosed-block`: a quotation, a hint or a fold that never ends.

use std::sync::Arc;

use super::{Example, Lint};
use crate::diagnostic::{Diagnostic, Level};
use crate::source::{Source, Span};

pub(super) static LINT: Lint = Lint {
    code: "unclosed-block",
    level: Level::Warn,
    summary: "a quotation, a hint or a fold that is opened and never closed",
    explanation: "\
What stands in a quotation, a hint or a fold is beside the page's own text: a return sentence there
is not the method's. One that is never closed would take the rest of the page with it. It is read as
if nothing had been opened.",
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
    is_firm: false,
    yields_to: &[],
    check: None,
};

/// What is opened here is never closed.
pub(crate) fn diagnostic(source: &Arc<Source>, span: Span) -> Diagnostic {
    Diagnostic::new(LINT.code, LINT.level, "what is opened here is never closed")
        .label(source, span, "read as if it were not there")
        .help("close it where it should end, or take it out")
}
