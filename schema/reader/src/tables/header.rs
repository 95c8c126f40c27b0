//! Headers: the language that a table is in, and the meaning of each of its columns.

use crate::block::Row;
use crate::dialect::{Column, DialectRef, Dialects};

/// A header, as a dialect reads it.
pub(crate) struct Header<'d> {
    /// The dialect that knows most of its words.
    pub(crate) dialect: DialectRef<'d>,
    /// The meaning of each column; `None` for a word that no dialect knows.
    pub(crate) columns: Vec<Option<Column>>,
}

/// Reads a header with the dialect that knows most of its words, and others where that fails:
/// `| 参数 | Type | 描述 |` is Chinese, and its second column holds types all the same.
pub(super) fn read_header<'d>(row: &Row, dialects: &'d Dialects) -> Header<'d> {
    let texts: Vec<String> = row.cells.iter().map(|cell| cell.text.line()).collect();
    let dialect = dialect_of(&texts, dialects);
    let columns = texts
        .iter()
        .map(|text| dialect.and_others().find_map(|one| one.column(text)))
        .collect();
    Header { dialect, columns }
}

/// The dialect that knows most of these words; the first of several.
fn dialect_of<'d>(words: &[String], dialects: &'d Dialects) -> DialectRef<'d> {
    let mut best = (0, dialects.first());
    for dialect in dialects.iter() {
        let known = words.iter().filter_map(|word| dialect.column(word)).count();
        if known > best.0 {
            best = (known, dialect);
        }
    }
    best.1
}

impl Header<'_> {
    /// The index of the first column with this meaning.
    pub(crate) fn index(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|&found| found == Some(column))
    }

    /// Checks whether two columns have these meanings, in either order.
    pub(super) fn is_pair(&self, a: usize, b: usize, one: Column, other: Column) -> bool {
        let found = [self.columns[a], self.columns[b]];
        found == [Some(one), Some(other)] || found == [Some(other), Some(one)]
    }

    /// Checks whether a column has this meaning.
    pub(crate) fn has(&self, column: Column) -> bool {
        self.index(column).is_some()
    }

    /// Checks whether it has names and prose, and neither types nor values of something.
    pub(crate) fn is_untyped(&self) -> bool {
        let is_field = self.has(Column::Name) && self.has(Column::Description);
        is_field && !self.has(Column::Type) && !self.has(Column::Address)
    }

    /// The number of columns whose meaning is known.
    pub(crate) fn known_columns(&self) -> usize {
        self.columns.iter().flatten().count()
    }
}
