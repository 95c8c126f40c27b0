//! Swapped columns: two that stand under each other's header, known by their cells.

use super::TypeCell;
use super::header::Header;
use super::type_cell::read_type;
use crate::block::{Row, Table};
use crate::dialect::{Column, DialectRef};
use schema::is_identifier;

/// Everything that a column can hold.
const COLUMNS: [Column; 4] = [
    Column::Name,
    Column::Type,
    Column::Required,
    Column::Description,
];

/// Finds two columns whose cells mostly don't fit as they stand, and mostly do the other way.
///
/// For example, under `| Parameter | Required | Type |` a row `| text | String | Yes |` has a type
/// where a flag should be, and a flag that is no built-in type: where most rows are so, columns 1
/// and 2 are swapped.
///
/// No name is a type by chance, `loft_id`, so swapped names misfit their header too: a column of
/// types that reads well stands right, even where the names beside it look like types, `Simple`.
///
/// `types` are those that the header says, as they were read.
pub(super) fn find_swap(
    table: &Table,
    header: &Header<'_>,
    types: &[Option<TypeCell>],
) -> Option<(usize, usize)> {
    let cells = Cells::of(table, header, types);
    // The first column of each kind: a table can have any number of others.
    let mut known: Vec<usize> = COLUMNS
        .into_iter()
        .filter_map(|column| header.index(column))
        .collect();
    known.sort_unstable();
    // Each column as it stands: of most tables nothing else is looked at.
    let misfits: Vec<bool> = known.iter().map(|&a| cells.rarely_fit(a, a)).collect();
    for (i, &a) in known.iter().enumerate() {
        for (j, &b) in known.iter().enumerate().skip(i + 1) {
            let suspect = if header.is_pair(a, b, Column::Name, Column::Type) {
                misfits[i] && misfits[j]
            } else {
                misfits[i] || misfits[j]
            };
            if suspect && cells.mostly_fit(a, b) && cells.mostly_fit(b, a) {
                return Some((a, b));
            }
        }
    }
    None
}

/// The rows of a table that have as many cells as its header.
struct Cells<'a> {
    rows: Vec<&'a Row>,
    header: &'a Header<'a>,
    /// The number of them whose type is one.
    typed: usize,
}

impl<'a> Cells<'a> {
    fn of(table: &'a Table, header: &'a Header<'a>, types: &[Option<TypeCell>]) -> Self {
        let width = header.columns.len();
        let rows = table.rows.iter().filter(|row| row.cells.len() == width);
        Self {
            rows: rows.collect(),
            header,
            typed: types.iter().flatten().filter(|ty| ty.is_ok()).count(),
        }
    }

    /// The number of cells of one column that fit what another's header says.
    fn fitting(&self, cells_of: usize, header_of: usize) -> usize {
        let Some(column) = self.header.columns[header_of] else {
            return 0;
        };
        if column == Column::Type && cells_of == header_of {
            return self.typed;
        }
        let cells = self.rows.iter().filter_map(|row| row.cells.get(cells_of));
        cells
            .filter(|cell| fits(&cell.text.line(), column, self.header.dialect))
            .count()
    }

    /// Four of five cells: a few may be damaged.
    fn mostly_fit(&self, cells_of: usize, header_of: usize) -> bool {
        let count = self.fitting(cells_of, header_of);
        count > 0 && count * 5 >= self.rows.len() * 4
    }

    /// Fewer than half of the cells.
    fn rarely_fit(&self, cells_of: usize, header_of: usize) -> bool {
        self.fitting(cells_of, header_of) * 2 < self.rows.len()
    }
}

/// Checks whether a text reads as a cell of a column.
fn fits(text: &str, column: Column, dialect: DialectRef<'_>) -> bool {
    let is_flag = || {
        dialect
            .and_others()
            .any(|one| one.is_required(text).is_some())
    };
    match column {
        Column::Name => is_identifier(text) && text.starts_with(|c: char| c.is_ascii_lowercase()),
        Column::Type => read_type(text, dialect).is_ok(),
        Column::Required => is_flag(),
        Column::Description => !is_identifier(text) && !is_flag(),
        _ => false,
    }
}
