//! `unknown-required`: a word in the required column that means neither yes nor no.

use std::sync::Arc;

use crate::block::Cell;
use crate::dialect::Dialect;
use crate::lint::{Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::nearest::nearest;
use schema::path::ItemPath;
use schema::source::Source;

pub(crate) static LINT: Lint = Lint {
    code: "unknown-required",
    level: Level::Error,
    summary: "a word in the required column that no dialect knows",
    explanation: "\
Whether a parameter is required decides whether it stands in `new` or gets a setter. An unknown
word is not taken for either. A new word is one line in the dialect's file, `schema/src/dialect/`.",
    bad: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Perhaps | What to say |",
    ),
    good: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Optional | What to say |",
    ),
    deny_lowering: true,
    superseded_by: &[],
    check: None,
};

/// A required cell with an unknown word.
pub(crate) fn diagnostic(
    source: &Arc<Source>,
    at: ItemPath,
    cell: &Cell,
    dialect: &Dialect,
) -> Diagnostic {
    let found = cell.text.line();
    let words = dialect.required.iter().map(|(word, _)| *word);
    let expected = nearest(&found.to_lowercase(), words.clone());
    let known: Vec<String> = words.take(4).map(|word| format!("`{word}`")).collect();
    let message = if found.is_empty() {
        format!("the page does not say whether `{at}` is required")
    } else {
        format!("`{found}` says neither that `{at}` is required nor that it is optional")
    };
    let diagnostic = Diagnostic::new(LINT.code, LINT.level, message)
        .about(at)
        .label(
            source,
            cell.span,
            format!("no {} word for required or optional", dialect.name),
        )
        .found(found)
        .help(match expected {
            Some(word) => format!("is it `{word}`?"),
            None => format!("write one of {}, …", known.join(", ")),
        });
    match expected {
        Some(word) => diagnostic.expected(word).patch(word),
        None => diagnostic,
    }
}
