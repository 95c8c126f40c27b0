//! Tables: each is classified once, right after the page is read into blocks.
//!
//! Everything after this works with [`TableView`]s: no other module reads a header.

mod column_swap;
mod data;
mod foreign;
mod header;
mod nesting;
pub(crate) mod type_cell;
pub(crate) mod values;

use crate::block::{Block, Cell, Row, Table};
use crate::dialect::{Column, Dialects};
pub(crate) use data::{
    count_field_lines, count_hidden_tables, is_field_item, is_field_row, is_header,
    opens_field_item, resembles_field_item,
};
pub(crate) use header::Header;
use header::read_header;
pub(crate) use nesting::RowName;
use schema::Type;

/// A block whose tables are classified.
pub(crate) type ClassifiedBlock<'d> = Block<TableView<'d>>;

/// A table, and how it is read.
pub(crate) struct TableView<'d> {
    /// The table as it is written.
    pub(crate) table: Table,
    /// Its header, each column by what its cells hold.
    pub(crate) header: Header<'d>,
    /// The kind of table.
    pub(crate) role: Role,
    /// Two columns that stand under each other's header; in `header` they are put right.
    pub(crate) swap: Option<(usize, usize)>,
    /// The type in each row that has as many cells as the header.
    types: Vec<Option<TypeCell>>,
    /// Set for each row whose name or type has a mark that says whether it is required.
    marks: Vec<Option<bool>>,
    /// The dialects that the page may be in.
    pub(crate) dialects: &'d Dialects,
}

/// A type, or the part of its cell that is none.
pub(crate) type TypeCell = Result<Type, String>;

/// The kinds of table, by the columns that they have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Names, types, and which of them are required: the parameters of a method, mostly.
    Parameters,
    /// Names and types: the fields of a type, mostly.
    Fields,
    /// Parameters or fields with a damaged header, `| Parameter | Tpye | Description |`, or one in a
    /// language that nobody taught.
    Damaged,
    /// Values that something can have, mostly each with its meaning.
    Values,
    /// A table of something else.
    Unknown,
}

impl Role {
    fn of(header: &Header<'_>) -> Self {
        if header.has(Column::Name) && header.has(Column::Type) {
            if header.has(Column::Required) {
                Self::Parameters
            } else {
                Self::Fields
            }
        } else if values::may_list_values(header) {
            Self::Values
        } else if header.has(Column::Address) || header.has(Column::Verb) {
            Self::Unknown
        } else if header.known_columns() >= 2 && header.columns.len() >= 3 {
            // Two known words of three are no accident. One may be: `| Event | Description |`.
            Self::Damaged
        } else {
            Self::Unknown
        }
    }

    /// Checks whether it has names and types, so that its rows can be read.
    pub(crate) fn is_api(self) -> bool {
        matches!(self, Self::Parameters | Self::Fields)
    }

    /// Checks whether it was meant to be a table of parameters or fields, be it a damaged one.
    pub(crate) fn resembles_api(self) -> bool {
        matches!(self, Self::Parameters | Self::Fields | Self::Damaged)
    }
}

/// Classifies every table of a page, those that something hides among them.
pub(crate) fn classify_tables(blocks: Vec<Block>, dialects: &Dialects) -> Vec<ClassifiedBlock<'_>> {
    let mut blocks: Vec<ClassifiedBlock<'_>> = blocks
        .into_iter()
        .map(|block| block.map_tables(|table| TableView::classify(table, dialects)))
        .collect();
    values::find_typed_values(&mut blocks);
    blocks
}

impl<'d> TableView<'d> {
    fn classify(table: Table, dialects: &'d Dialects) -> Self {
        let mut header = read_header(&table.header, dialects);
        let mut role = Role::of(&header);
        let without_types = dialects.reads.without_type_column.as_ref();
        let without_types = without_types.filter(|_| role == Role::Values || header.is_untyped());
        if without_types.is_some() {
            role = Role::Fields;
        }
        if role == Role::Unknown && foreign::lists_names_and_types(&table, &header) {
            role = Role::Damaged;
        }
        let mut types = read_types(&table, &header);
        let swap = column_swap::find_swap(&table, &header, &types);
        if let Some((a, b)) = swap {
            header.columns.swap(a, b);
            types = read_types(&table, &header);
        }
        if let Some(ty) = without_types {
            types = table.rows.iter().map(|_| Some(Ok(ty.clone()))).collect();
        }
        Self {
            marks: read_marks(&table, &header, dialects),
            types,
            table,
            header,
            role,
            swap,
            dialects,
        }
    }

    /// The cell of a row in the first column with this meaning.
    pub(crate) fn cell<'r>(&self, row: &'r Row, column: Column) -> Option<&'r Cell> {
        row.cells.get(self.header.index(column)?)
    }

    /// Checks whether a row has as many cells as the header.
    pub(crate) fn is_whole(&self, row: &Row) -> bool {
        row.cells.len() == self.header.columns.len()
    }

    /// The rows, each with its type where it is whole and has one.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (&Row, Option<&TypeCell>)> {
        let types = self.types.iter().map(Option::as_ref);
        self.table.rows.iter().zip(types)
    }

    /// The names of its rows, and which row each belongs to.
    pub(crate) fn row_names(&self) -> Vec<RowName> {
        let names = self.table.rows.iter().map(|row| {
            let cell = self.cell(row, Column::Name).filter(|_| self.is_whole(row));
            let text = cell.map_or_else(String::new, |cell| cell.text.plain());
            self.dialects.strip_mark(&text).0.to_owned()
        });
        nesting::nest_rows(names)
    }

    /// For each row, whether a mark beside its name or its type says that it is required.
    pub(crate) fn marks(&self) -> &[Option<bool>] {
        &self.marks
    }

    /// The types of its rows: of those that read as types, in whole rows.
    pub(crate) fn types(&self) -> impl Iterator<Item = &Type> {
        self.types.iter().flatten().flatten()
    }
}

fn read_types(table: &Table, header: &Header<'_>) -> Vec<Option<TypeCell>> {
    let index = header.index(Column::Type);
    let read = |row: &Row| {
        if row.cells.len() != header.columns.len() {
            return None;
        }
        let cell = row.cells.get(index?)?;
        let (text, _) = type_cell::strip_marks(&cell.text.line(), header.dialect);
        Some(type_cell::read_type(&text, header.dialect))
    };
    table.rows.iter().map(read).collect()
}

fn read_marks(table: &Table, header: &Header<'_>, dialects: &Dialects) -> Vec<Option<bool>> {
    let cell = |row: &Row, column| Some(row.cells.get(header.index(column)?)?.text.line());
    let read = |row: &Row| {
        let name = cell(row, Column::Name)?;
        let is_optional = cell(row, Column::Type)
            .is_some_and(|text| type_cell::strip_marks(&text, header.dialect).1);
        dialects
            .strip_mark(&name)
            .1
            .or(is_optional.then_some(false))
    };
    table.rows.iter().map(read).collect()
}
