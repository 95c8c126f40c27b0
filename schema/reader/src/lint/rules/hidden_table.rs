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
    explanation: "\
A table in a code block or in raw HTML is text to every Markdown reader, and so is one whose header
has more or fewer cells than the line of dashes below it. Its parameters would be lost. A block that
ends too late hides all the methods up to there: then this is said once, with their number. A table
in a quotation or a hint is read, with a warning: notes often show what is not the method's own.",
    bad: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type |
| --------- | ---- | -------- |
| text | String | Yes |",
    ),
    good: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required |
| --------- | ---- | -------- |
| text | String | Yes |",
    ),
    deny_lowering: false,
    superseded_by: &[],
    check: None,
};

/// A table of `owner`'s that is hidden by `reason`, or only wrapped, and read all the same. As
/// many as `count` of parameters or fields are known to be hidden with it.
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
        Some(_) => (Level::Info, "what looks like a table is not read".into()),
    };
    let label = reason.map_or_else(
        || "read all the same".to_owned(),
        |reason| format!("hidden by {reason}"),
    );
    let line = |span| source.line_span(source.position(span).line);
    let found = Diagnostic::new(LINT.code, level, message)
        .label(source, line(span), label)
        .hides(count.saturating_sub(usize::from(owner.is_some())));
    let end = source.span(span.end()..span.end());
    let found = match count {
        0 | 1 => found.help("move the table out of what holds it, or mend its header"),
        _ => found
            .evidence(source, line(end), "up to here")
            .help("what hides them seems to end too late: end it before the first of them"),
    };
    match owner {
        Some(owner) => found.about(owner),
        None => found,
    }
}
