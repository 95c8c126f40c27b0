//! `unknown-header`: a column whose header no dialect knows.

use std::sync::Arc;

use crate::block::{Cell, Row};
use crate::dialect::{Column, Dialect};
use crate::lint::{Example, Lint};
use crate::tables::{Header, TableView, is_field_row};
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

/// Reports the headers of a table that no dialect knows: each that is a slip of a known word, or
/// else all of them as one.
pub(crate) fn diagnostics(
    source: &Arc<Source>,
    at: &ItemPath,
    table: &TableView<'_>,
) -> Vec<Diagnostic> {
    let (header, read) = (&table.table.header, &table.header);
    if is_field_row(header, table.dialects) {
        return vec![lost(source, header).about(at.clone())];
    }
    let cells = header.cells.iter().zip(&read.columns);
    let unknown = cells.filter(|(_, column)| column.is_none());
    let unknown: Vec<&Cell> = unknown.map(|(cell, _)| cell).collect();
    let slips = unknown.iter().filter_map(|cell| {
        let near = nearest(&cell.text.line().to_lowercase(), missing_words(read))?;
        Some(misspelt(source, cell, near, &read.dialect).about(at.clone()))
    });
    let slips: Vec<Diagnostic> = slips.collect();
    match unknown.as_slice() {
        [first, ..] if slips.is_empty() => {
            let words: Vec<String> = unknown.iter().map(|cell| cell.text.line()).collect();
            vec![foreign(source, first, &words, read).about(at.clone())]
        }
        _ => slips,
    }
}

/// Reports a table whose first row is a field: it has no header.
fn lost(source: &Arc<Source>, first: &Row) -> Diagnostic {
    LINT.diagnostic("a table without a header")
        .label(
            source,
            first.span,
            "a row of names and types, like those below it",
        )
        .hides(1)
        .cause("no header")
        .help("add the header above it: `| Parameter | Type | Required | Description |`")
}

/// The words for the columns that a table lacks.
fn missing_words<'d>(read: &Header<'d>) -> impl Iterator<Item = &'d str> {
    let words = read.dialect.get().columns.iter();
    let missing = words.filter(|(column, _)| !read.has(**column));
    missing.flat_map(|(_, words)| words.iter().map(String::as_str))
}

fn misspelt(source: &Arc<Source>, cell: &Cell, near: &str, dialect: &Dialect) -> Diagnostic {
    let header = cell.text.line();
    LINT.diagnostic(format!("unknown column `{header}`"))
        .label(
            source,
            cell.span,
            format!("no {} word for a column", dialect.language),
        )
        .found(header)
        .expected(near)
        .patch(near)
        .help(format!("a column that this table lacks is called `{near}`"))
}

/// Reports headers that are no slips: words that nobody taught, or a language that nobody did.
fn foreign(source: &Arc<Source>, first: &Cell, words: &[String], read: &Header<'_>) -> Diagnostic {
    let list = words.join("`, `");
    let message = match words {
        [_] => format!("unknown column `{list}`"),
        _ => format!("unknown columns `{list}`"),
    };
    LINT.diagnostic(message)
        .label(source, first.span, "in no language a known word")
        .found(first.text.line())
        .cause(list)
        .note(format!("known words: {}", known_words(read)))
        .help("use a known word, or add this one to a language in `schema/reader/src/dialect/`")
}

/// Lists words for the columns that a table lacks, or for all where it has them: `parameter`, … for
/// names.
fn known_words(read: &Header<'_>) -> String {
    const KINDS: [(Column, &str); 4] = [
        (Column::Name, "names"),
        (Column::Type, "types"),
        (Column::Required, "flags"),
        (Column::Description, "prose"),
    ];
    let lacking = KINDS.iter().filter(|(column, _)| !read.has(*column));
    let mut lacking: Vec<_> = lacking.collect();
    if lacking.is_empty() {
        lacking = KINDS.iter().collect();
    }
    let kinds = lacking.into_iter().map(|(column, kind)| {
        let words = read.dialect.get().columns.get(column).into_iter().flatten();
        let words: Vec<&str> = words.map(String::as_str).take(WORDS).collect();
        format!("`{}` for {kind}", words.join("`, `"))
    });
    kinds.collect::<Vec<_>>().join("; ")
}

/// The most words that are listed for a kind of column.
const WORDS: usize = 3;

/// Reports a table of names without types.
pub(crate) fn untyped(
    source: &Arc<Source>,
    at: ItemPath,
    header: Span,
    dialect: &Dialect,
) -> Diagnostic {
    let word = |column| dialect.columns.get(&column)?.first();
    let quote = |column| word(column).map_or_else(String::new, |word| format!("`{word}`"));
    let (types, values) = (quote(Column::Type), quote(Column::Value));
    LINT.diagnostic("a table of names without a column of types")
        .about(at)
        .label(source, header, "no column of types")
        .hides(1)
        .help(format!(
            "add a column {types} if it lists fields, or call the names {values} if it lists values"
        ))
}
