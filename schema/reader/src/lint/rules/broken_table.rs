//! `broken-table`: a table whose markup is broken, and that is read all the same.

use std::sync::Arc;

use crate::block::Flaw;
use crate::lint::{Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::source::{Source, Span};

pub(crate) static LINT: Lint = Lint {
    code: "broken-table",
    level: Level::Warn,
    summary: "a table whose markup is broken; it is read all the same",
    what_it_does: "\
Reports a table that is read although its markup is broken: a blank line, a comment or an item of a
list between two rows with as many cells, a row of dashes that is wider or narrower than the header,
a row of HTML that no table opens. Reports a table in a quotation or a hint, too: notes often show
tables that are not the method's own.",
    why_it_matters: "\
Other readers, browsers among them, end the table there and show the rest as text. Was something
else meant, then rows belong to the wrong method.",
    how_to_fix: "\
Remove what stands between the rows, or write the row of dashes with as many cells as the header.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |
▸
| loud | Boolean | Optional | Say it aloud |",
        others: &[],
        message: "a table that is broken in two",
        fix: (
            "\
What to say |

",
            "\
What to say |
",
        ),
    },
    deny_lowering: false,
    superseded_by: &[],
    check: None,
};

/// Reports a flaw of a table.
pub(crate) fn diagnostic(
    source: &Arc<Source>,
    owner: Option<ItemPath>,
    span: Span,
    flaw: Flaw,
) -> Diagnostic {
    let (message, label, help) = match flaw {
        Flaw::Split => (
            "a table that is broken in two",
            "the rows below are read as rows of the same table",
            "remove this line",
        ),
        Flaw::Dashes => (
            "a row of dashes that does not fit its header",
            "read with as many cells as the header",
            "write as many cells as the header has",
        ),
        Flaw::Unopened => (
            "a row that is in no table",
            "nothing opens its table",
            "open the table before its first row",
        ),
    };
    let line = source.line_span(source.position(span).line);
    let first = source.span(span.start()..line.end().clamp(span.start(), span.end()));
    let diagnostic = LINT
        .diagnostic(message)
        .label(source, first, label)
        .cause(message)
        .help(help);
    Diagnostic {
        at: owner,
        ..diagnostic
    }
}

/// Reports a table with this header in a quotation or a hint.
pub(crate) fn wrapped(source: &Arc<Source>, owner: Option<ItemPath>, header: Span) -> Diagnostic {
    let diagnostic = LINT
        .diagnostic("a table inside a quotation or a hint")
        .label(source, header, "read all the same")
        .cause("wrapped")
        .help("move the table out of the block that contains it");
    Diagnostic {
        at: owner,
        ..diagnostic
    }
}
