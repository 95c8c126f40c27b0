//! `unknown-header`: a column whose header no dialect knows.

use std::sync::Arc;

use crate::block::Cell;
use crate::dialect::{Column, Dialect};
use crate::lint::{Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::source::{Source, Span};
use schema::suggest::nearest;

pub(crate) static LINT: Lint = Lint {
    code: "unknown-header",
    level: Level::Error,
    summary: "a table column whose header is not a known word",
    what_it_does: "\
Reports a table column whose header is not a known word. The column is not read; a table without a
column of names and one of types is not read at all.",
    why_it_matters: "\
The header says what the cells of a column are: names, types, flags or prose.",
    how_to_fix: "\
Correct the header. A new word is one line in the file of the dialect, in
`schema/reader/src/dialect/`.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

| ▸Paramter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |",
        others: &[],
        message: "unknown column `Paramter`",
        fix: ("Paramter", "Parameter"),
    },
    deny_lowering: true,
    superseded_by: &[],
    check: None,
};

/// Reports a header that the dialect of its table does not know.
pub(crate) fn diagnostic(
    source: &Arc<Source>,
    at: ItemPath,
    cell: &Cell,
    dialect: &Dialect,
    columns: &[Option<Column>],
) -> Diagnostic {
    let header = cell.text.line();
    let missing = dialect
        .columns
        .iter()
        .filter(|(_, column)| !columns.contains(&Some(*column)));
    let words: Vec<&str> = missing.map(|(word, _)| *word).collect();
    let near = nearest(&header.to_lowercase(), words.iter().copied());
    let wanted = near.or(words.first().copied()).unwrap_or("nothing");
    let diagnostic = LINT
        .diagnostic(format!("unknown column `{header}`"))
        .about(at)
        .label(
            source,
            cell.span,
            format!("no {} word for a column", dialect.name),
        )
        .found(header)
        .help(format!(
            "a column that this table lacks is called `{wanted}`"
        ));
    match near {
        Some(word) => diagnostic.expected(word).patch(word),
        None => diagnostic,
    }
}

/// Reports a table of names without types.
pub(crate) fn untyped(
    source: &Arc<Source>,
    at: ItemPath,
    header: Span,
    dialect: &Dialect,
) -> Diagnostic {
    let word = |column| dialect.columns.iter().find(|(_, one)| *one == column);
    let quote = |column| word(column).map_or_else(String::new, |(word, _)| format!("`{word}`"));
    let (types, values) = (quote(Column::Type), quote(Column::Value));
    LINT.diagnostic("a table of names without a column of types")
        .about(at)
        .label(source, header, "no column of types")
        .hides(1)
        .help(format!(
            "add a column {types} if it lists fields, or call the names {values} if it lists values"
        ))
}
