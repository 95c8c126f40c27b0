//! `unknown-required`: a word in the required column that means neither yes nor no.

use std::sync::Arc;

use crate::block::Cell;
use crate::dialect::Dialect;
use crate::lint::{Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::source::Source;
use schema::suggest::nearest;

pub(crate) static LINT: Lint = Lint {
    code: "unknown-required",
    level: Level::Error,
    summary: "a word in the required column that no dialect knows",
    what_it_does: "\
Reports a word in the required column that means neither required nor optional.",
    why_it_matters: "\
The flag decides whether a parameter is an argument of `new` or has a setter. An unknown word is
taken for neither.",
    how_to_fix: "\
Correct the cell. A new word is one line in the file of the dialect, in
`schema/reader/src/dialect/`.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | ▸Perhaps | What to say |",
        others: &[],
        message: "`Perhaps` does not say whether `sendNote.text` is required",
        fix: ("Perhaps", "Optional"),
    },
    deny_lowering: true,
    superseded_by: &[],
    check: None,
};

/// Reports a required cell with an unknown word.
pub(crate) fn diagnostic(
    source: &Arc<Source>,
    at: ItemPath,
    cell: &Cell,
    dialect: &Dialect,
) -> Diagnostic {
    let text = cell.text.line();
    let message = if text.is_empty() {
        format!("the page does not say whether `{at}` is required")
    } else {
        format!("`{text}` does not say whether `{at}` is required")
    };
    let words = dialect.required.iter().chain(&dialect.optional);
    let words = words.map(String::as_str);
    let near = nearest(&text.to_lowercase(), words.clone());
    let diagnostic = LINT
        .diagnostic(message)
        .about(at)
        .label(
            source,
            cell.span,
            format!("no {} word for required or optional", dialect.language),
        )
        .cause(text.clone())
        .found(text);
    match near {
        Some(word) => diagnostic
            .expected(word)
            .patch(word)
            .help(format!("did you mean `{word}`?")),
        None => {
            let known: Vec<String> = words.take(4).map(|word| format!("`{word}`")).collect();
            diagnostic.help(format!("write one of {}, …", known.join(", ")))
        }
    }
}
