//! `unread-return`: a sentence that promises a result and names no type.

use std::sync::Arc;

use crate::lint::{Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::source::{Source, Span};

pub(crate) static LINT: Lint = Lint {
    code: "unread-return",
    level: Level::Error,
    summary: "a return sentence in which no type can be read",
    explanation: "\
The sentence says that something is returned, but not, in any way the dialect knows, what. The
method's result would have no type. Where the page can't be changed, an override says what it is:

    - at: sendNote
      set: returns
      docs: null
      use: Note
      reason: Seen in every response.",
    bad: Example::page(
        "\
## sendNote

Returns the thing that was sent.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |",
    ),
    good: Example::page(
        "\
## sendNote

Returns Integer, the number of the note that was sent.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |",
    ),
    deny_lowering: false,
    superseded_by: &[],
    check: None,
};

/// The sentence at `span` names no type.
pub(crate) fn diagnostic(source: &Arc<Source>, at: ItemPath, span: Span) -> Diagnostic {
    Diagnostic::new(
        LINT.code,
        LINT.level,
        format!("can't read what `{at}` returns"),
    )
    .about(at)
    .label(source, span, "no type is named here")
    .found(source.slice(span))
    .help("name the type in the sentence, or set `returns` in overrides.yaml")
}
