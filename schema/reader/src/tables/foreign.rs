//! Tables in a language that no dialect knows: of their headers nothing is known, but names and types
//! look the same everywhere.

use super::header::Header;
use super::type_cell::read_type;
use crate::block::Table;
use schema::{Type, is_identifier};

/// Checks whether a table has a column of names and one of types, by its cells alone.
///
/// For example, `| note_id | Integer | Die Notiz |` and `| text | String | Ihr Text |` list
/// parameters or fields, whatever stands above them.
pub(super) fn lists_names_and_types(table: &Table, header: &Header<'_>) -> bool {
    let columns = header.columns.len();
    if columns < 3 || table.rows.is_empty() {
        return false;
    }
    let fits = |column: usize, fits: &dyn Fn(&str) -> bool| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
        let count = cells.filter(|cell| fits(&cell.text.line())).count();
        // Four of five: a few may be damaged.
        count > 0 && count * 5 >= table.rows.len() * 4
    };
    let is_name = |text: &str| is_identifier(text) && !is_builtin(text, header);
    let is_type = |text: &str| read_type(text, header.dialect).is_ok();
    let is_any_builtin = |column: usize| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
        let mut cells = cells.map(|cell| cell.text.line());
        cells.any(|text| is_builtin(&text, header))
    };
    (0..columns).any(|column| fits(column, &is_name))
        && (0..columns).any(|column| is_any_builtin(column) && fits(column, &is_type))
}

/// Checks whether a text is a built-in type: a word such as `Yes` reads as the name of one.
fn is_builtin(text: &str, header: &Header<'_>) -> bool {
    read_type(text, header.dialect).is_ok_and(|ty| !matches!(ty, Type::Named(_)))
}
