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
    what_it_does: "\
Reports a return sentence in which no type can be read.",
    why_it_matters: "\
The method's result has no type; in Rust it stays raw JSON.",
    how_to_fix: "\
Name the type in the sentence. If the page can't be changed, add an override:

    - at: sendNote
      set: returns
      docs: null
      use: Note
      reason: Seen in every response.",
    example: Example {
        page: "\
## sendNote

▸Returns the thing that was sent.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |",
        others: &[],
        message: "can't read what `sendNote` returns",
        fix: (
            "Returns the thing that was sent.",
            "Returns Integer, the number of the note that was sent.",
        ),
    },
    deny_lowering: false,
    superseded_by: &[],
    check: None,
};

/// Reports that the sentence at `span` names no type; `phrases` are sentences that name one, and
/// `near` is a type that a word of it may mean.
pub(crate) fn diagnostic(
    source: &Arc<Source>,
    at: ItemPath,
    span: Span,
    phrases: &str,
    near: Option<&str>,
) -> Diagnostic {
    let help = match near {
        Some(name) => {
            format!("is `{name}` meant? Write the name of the type as its heading has it")
        }
        None => format!("name the type, as in {phrases}, or set `returns` in overrides.yaml"),
    };
    LINT.diagnostic(format!("can't read what `{at}` returns"))
        .about(at)
        .label(source, span, "no type is named here")
        .found(source.slice(span))
        .help(help)
}
