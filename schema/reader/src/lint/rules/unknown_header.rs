//! `unknown-header`: a column whose header no dialect knows.

use std::sync::Arc;

use crate::block::Cell;
use crate::dialect::{Column, Dialect};
use crate::lint::{Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::nearest::nearest;
use schema::path::ItemPath;
use schema::source::Source;

pub(crate) static LINT: Lint = Lint {
    code: "unknown-header",
    level: Level::Error,
    summary: "a table column whose header is not a known word",
    explanation: "\
The header says what a column's cells are: names, types, flags or prose. A column with an unknown
header is not read; without names and types the whole table is not. A new word is one line in the
dialect's file, `schema/src/dialect/`.",
    bad: Example::page(
        "\
## sendNote

Returns True on success.

| Paramter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |",
    ),
    good: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |",
    ),
    deny_lowering: true,
    superseded_by: &[],
    check: None,
};

/// A header that the table's dialect does not know.
pub(crate) fn diagnostic(
    source: &Arc<Source>,
    at: ItemPath,
    cell: &Cell,
    dialect: &Dialect,
    columns: &[Option<Column>],
) -> Diagnostic {
    let found = cell.text.line();
    let left = dialect
        .columns
        .iter()
        .filter(|(_, column)| !columns.contains(&Some(*column)));
    let words: Vec<&str> = left.map(|(word, _)| *word).collect();
    let expected = nearest(&found.to_lowercase(), words.iter().copied());
    let wanted = expected.or(words.first().copied()).unwrap_or("nothing");
    let diagnostic = Diagnostic::new(LINT.code, LINT.level, format!("unknown column `{found}`"))
        .about(at)
        .label(
            source,
            cell.span,
            format!("no {} word for a column", dialect.name),
        )
        .found(found)
        .help(format!(
            "a column that this table lacks is called `{wanted}`"
        ));
    match expected {
        Some(word) => diagnostic.expected(word).patch(word),
        None => diagnostic,
    }
}
