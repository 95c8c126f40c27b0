//! `missing-table`: a method without a table that is not said to take no parameters.

use std::sync::Arc;

use super::Lint;
use crate::at::At;
use crate::diagnostic::{Diagnostic, Level};
use crate::dialect::Dialect;
use crate::source::{Source, Span};

pub(super) static LINT: Lint = Lint {
    code: "missing-table",
    level: Level::Warn,
    summary: "a method without a table of parameters",
    explanation: "\
A method without a table takes no parameters, or its table is missing. Where the page says that it
takes none, all is well. Where its prose speaks of passing or specifying something, a table is
probably missing (a warning); where it speaks of neither, that is worth knowing (a note).

Bad:

    ## sendNote

    Specify a text to send it. Returns True on success.

Good:

    ## countNotes

    Takes no parameters. Returns Integer on success.",
    yields_to: &["hidden-table"],
    check: None,
};

/// What to say of a method that has no table; nothing where the page says it takes no parameters.
pub(crate) fn diagnostic(
    source: &Arc<Source>,
    at: At,
    heading: Span,
    dialect: &Dialect,
    prose: String,
) -> Option<Diagnostic> {
    if dialect.no_params.is_match(&prose) {
        return None;
    }
    let (level, message) = if dialect.takes_input.is_match(&prose) {
        (
            Level::Warn,
            format!("`{at}` has no table, but is told to be given something"),
        )
    } else {
        (Level::Info, format!("`{at}` has no table of parameters"))
    };
    let found = Diagnostic::new(LINT.code, level, message)
        .about(at)
        .label(source, heading, "no table follows")
        .help("add the table, or a sentence that the method takes no parameters");
    Some(found)
}
