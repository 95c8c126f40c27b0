//! The header of a table: which language it is in, and what each column holds.

use crate::block::Row;
use crate::dialect::{self, Column, Dialect};

/// What a table's header says.
#[derive(Clone)]
pub(crate) struct Header {
    /// The dialect that knows most of it.
    pub(crate) dialect: &'static Dialect,
    /// What each column holds; `None` for a header that the dialect does not know.
    pub(crate) columns: Vec<Option<Column>>,
}

/// Reads a header with the dialect that knows most of its words.
pub(crate) fn read(row: &Row) -> Header {
    let texts: Vec<String> = row.cells.iter().map(|cell| cell.text.line()).collect();
    let known = |dialect: &Dialect| texts.iter().filter_map(|text| dialect.column(text)).count();
    // The first of those that know most.
    let best = dialect::all()
        .iter()
        .rev()
        .max_by_key(|dialect| known(dialect));
    let dialect = best.copied().unwrap_or(dialect::all()[0]);
    let columns = texts
        .iter()
        .map(|text| dialect.and_others().find_map(|one| one.column(text)));
    Header {
        dialect,
        columns: columns.collect(),
    }
}

impl Header {
    /// The index of a column.
    pub(crate) fn index(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|&found| found == Some(column))
    }

    /// Whether the table was probably meant to be one of parameters or fields.
    pub(crate) fn resembles_api(&self) -> bool {
        let known = self.columns.iter().flatten().count();
        self.is_api() || (known >= 2 && self.columns.len() >= 3)
    }

    /// Whether the table is one of parameters or fields: it has names and types.
    pub(crate) fn is_api(&self) -> bool {
        self.index(Column::Name).is_some() && self.index(Column::Type).is_some()
    }
}
