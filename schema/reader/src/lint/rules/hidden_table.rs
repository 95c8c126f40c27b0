//! `hidden-table`: something that looks like a table and can't be read as one.

use std::sync::Arc;

use crate::lint::{Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::source::{Source, Span};

pub(crate) static LINT: Lint = Lint {
    code: "hidden-table",
    level: Level::Error,
    summary: "a table that a code block, raw HTML or a broken header hides",
    what_it_does: "\
Reports what looks like a table but can't be read as one: a table in a code block or in raw HTML,
or one whose header has more or fewer cells than the line of dashes below it. A block that ends
too late hides every method up to its end; that is one finding, with their number. A table in a
quotation or a hint is read, with a warning, because notes often show tables that are not the
method's own.",
    why_it_matters: "\
The parameters or fields in the table would be lost.",
    how_to_fix: "\
Move the table out of the block that contains it, or fix its header.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

▸| Parameter | Type |
| --------- | ---- | -------- |
| text | String | Yes |",
        others: &[],
        message: "a table that is not read",
        fix: (
            "\
| Parameter | Type |
",
            "\
| Parameter | Type | Required |
",
        ),
    },
    deny_lowering: false,
    superseded_by: &[],
    check: None,
};

/// Reports a table of `owner` that `reason` hides; without a reason it is only wrapped, and read.
/// At least `count` tables of parameters or fields are hidden with it.
pub(crate) fn diagnostic(
    source: &Arc<Source>,
    owner: Option<ItemPath>,
    span: Span,
    reason: Option<&str>,
    count: usize,
) -> Diagnostic {
    let is_loss = owner.is_some() || count > 0;
    let (level, message) = match reason {
        None => (Level::Warn, "a table inside a quotation or a hint".into()),
        Some(_) if count > 1 => (Level::Error, format!("{count} tables that are not read")),
        Some(_) if is_loss => (Level::Error, "a table that is not read".into()),
        Some(_) => (
            Level::Info,
            "a text that looks like a table is not read".into(),
        ),
    };
    let label = reason.map_or_else(
        || "read all the same".to_owned(),
        |reason| format!("hidden by {reason}"),
    );
    let line = |span| source.line_span(source.position(span).line);
    let diagnostic = LINT
        .diagnostic_at(level, message)
        .label(source, line(span), label)
        .hides(count.saturating_sub(usize::from(owner.is_some())));
    let diagnostic = if count > 1 {
        let end = source.span(span.end()..span.end());
        diagnostic
            .evidence(source, line(end), "up to here")
            .help("the block that hides them seems to end too late: end it before the first one")
    } else {
        diagnostic.help("move the table out of the block that contains it, or fix its header")
    };
    match owner {
        Some(owner) => diagnostic.about(owner),
        None => diagnostic,
    }
}
