//! A table and what its header says in, two columns that hold each other's cells out.

use super::header::Header;
use super::type_cell;
use crate::block::{Cell, Row, Table};
use crate::dialect::Column;
use schema::ty::is_identifier;

/// What a column can hold.
const COLUMNS: [Column; 4] = [
    Column::Name,
    Column::Type,
    Column::Required,
    Column::Description,
];

/// Two columns whose cells are mostly unreadable as they stand and mostly readable the other way.
pub(crate) fn find(table: &Table, header: &Header) -> Option<(usize, usize)> {
    let whole = |row: &&Row| row.cells.len() == header.columns.len();
    let rows: Vec<&Row> = table.rows.iter().filter(whole).collect();
    let read = |index: usize, column: Option<Column>| {
        let Some(column) = column else { return 0 };
        let cells = rows.iter().filter_map(|row| row.cells.get(index));
        cells.filter(|cell| fits(cell, column, header)).count()
    };
    let enough = |count: usize| count * 5 >= rows.len() * 4 && count > 0;
    let few = |count: usize| count * 2 < rows.len();
    // The first column of each kind: a table can have any number of others.
    let mut known: Vec<usize> = COLUMNS
        .into_iter()
        .filter_map(|column| header.index(column))
        .collect();
    known.sort_unstable();
    // Each column as it stands: of most tables nothing else is looked at.
    let misread = |&index: &usize| few(read(index, header.columns[index]));
    let misread: Vec<bool> = known.iter().map(misread).collect();
    let all = 0..known.len();
    let pairs = all.flat_map(|i| (i + 1..known.len()).map(move |j| (i, j)));
    let mut pairs = pairs.filter(|&(i, j)| misread[i] || misread[j]);
    let found = pairs.find(|&(i, j)| {
        let (a, b) = (known[i], known[j]);
        enough(read(a, header.columns[b])) && enough(read(b, header.columns[a]))
    });
    found.map(|(i, j)| (known[i], known[j]))
}

/// Whether a cell reads as what a column holds.
fn fits(cell: &Cell, column: Column, header: &Header) -> bool {
    let word = cell.text.line();
    let word = word.as_str();
    let required = |word| {
        header
            .dialect
            .and_others()
            .find_map(|one| one.is_required(word))
    };
    match column {
        Column::Name => is_identifier(word) && word.starts_with(|c: char| c.is_ascii_lowercase()),
        Column::Type => type_cell::read(word, header.dialect).is_ok(),
        Column::Required => required(word).is_some(),
        Column::Description => !is_identifier(word) && required(word).is_none(),
    }
}
