//! `unnamed-method`: a call under a heading that gives it no name.

use std::sync::Arc;

use crate::lint::{Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::source::{Source, Span};

pub(crate) static LINT: Lint = Lint {
    code: "unnamed-method",
    level: Level::Warn,
    summary: "a call, such as `GET /notes`, under a heading that gives it no name",
    what_it_does: "\
Reports a line that is a verb and an address, `GET /notes`, where no heading above it names a
method, and a heading among those of methods that names none while the text below it promises a
result.",
    why_it_matters: "\
A method is known by its name. Without one the call is left out.",
    how_to_fix: "\
Put the name of the method into the heading above.",
    example: Example {
        page: "\
## sendNote

Returns True on success. Takes no parameters.

## Get a note

▸GET /notes

Returns True on success. Takes no parameters.",
        others: &[],
        message: "a call whose method has no name",
        fix: ("Get a note", "getNote (get a note)"),
    },
    deny_lowering: false,
    superseded_by: &[],
    check: None,
};

/// Reports a call under a heading that names no method, or such a heading above a result.
pub(crate) fn diagnostic(source: &Arc<Source>, place: Span, is_heading: bool) -> Diagnostic {
    let (message, label) = if is_heading {
        (
            "a method whose heading is no name",
            "the text below it promises a result",
        )
    } else {
        (
            "a call whose method has no name",
            "no heading above names it",
        )
    };
    LINT.diagnostic(message)
        .label(source, place, label)
        .hides(1)
        .cause("no name")
        .help("put the name of the method into the heading: `sendNote (send a note)`")
}
