//! Fields: the tables of a section in, its parameters or fields out. Each cell is read by the
//! meaning of its column, and each that can't be read is reported once.

use super::description::{Description, Stated};
use super::row_tree::RowTree;
use super::section::Section;
use super::{Lowering, language};
use crate::account::Meaning;
use crate::block::Row;
use crate::dialect::{Column, DialectRef, Statement};
use crate::lint::rules::orphan_table::{self, MisplacedTable};
use crate::lint::rules::{
    bad_name, duplicate, row_cells, swapped_columns, unknown_header, unknown_required, unread_type,
};
use crate::page::{Evidence, EvidenceKind};
use crate::tables::{Role, TableView, TypeCell};
use schema::{Field, ItemPath, Type, is_identifier};

impl<'a> Lowering<'a> {
    /// Reads the fields of a section's own tables; returns the dialect that the section is in, too.
    pub(super) fn lower_fields(&mut self, section: &Section<'a>) -> (Vec<Field>, DialectRef<'a>) {
        let dialect = language::section_dialect(&section.prose(), self.dialect);
        let mut tables = section.tables.iter();
        let last = tables.rfind(|table| table.role.is_api());
        let dialect = last.map_or(dialect, |table| table.header.dialect);
        (self.lower_tables(&section.name, &section.tables), dialect)
    }

    /// Reads the fields that some tables list for an owner.
    ///
    /// A table of something else is only reported where there is no other: beside its parameters a
    /// method may have a table of errors or of limits.
    pub(super) fn lower_tables(&mut self, owner: &str, tables: &[&'a TableView<'a>]) -> Vec<Field> {
        let any_api = tables.iter().any(|table| table.role.is_api());
        let mut fields = Vec::new();
        for table in tables {
            if any_api && !table.role.resembles_api() {
                self.report_values(owner, table);
                continue;
            }
            let mut reader = TableReader {
                owner,
                table,
                lowering: self,
            };
            fields.extend(reader.read_fields());
        }
        fields
    }

    /// Reports a table of values that no heading gives a name: nothing can have them.
    fn report_values(&mut self, owner: &str, table: &TableView<'a>) {
        if table.role == Role::Values && table.has_values() {
            let (at, header) = (ItemPath::owner(owner), table.table.header.span);
            let why = MisplacedTable::Values;
            let misplaced = orphan_table::misplaced(self.source, at, header, why);
            self.found.push(misplaced);
        }
    }
}

/// Names a field whose name on the page is no identifier: `reply-to` is `reply_to`, and keeps its name
/// on the wire. One with dots or brackets is a path, unless the page has such names.
fn name_field(written: &str, has_dotted_names: bool) -> (String, Option<String>) {
    let is_mark = |c: char| match c {
        '.' | '[' | ']' => has_dotted_names,
        _ => matches!(c, '-' | ':' | '@' | '$'),
    };
    // A mark at an end is a slip, `text:`, but for those that some names have there.
    let inner = written
        .trim_start_matches(['$', '@'])
        .trim_end_matches("[]");
    let name = inner.replace("[]", "").replace(is_mark, "_");
    if is_identifier(&name)
        && name != written
        && !inner.starts_with(is_mark)
        && !inner.ends_with([':', '-', '.'])
    {
        (name, Some(written.to_owned()))
    } else {
        (written.to_owned(), None)
    }
}

/// Reads one table of a method or type.
pub(super) struct TableReader<'l, 'a, 't> {
    pub(super) owner: &'t str,
    pub(super) table: &'a TableView<'a>,
    pub(super) lowering: &'l mut Lowering<'a>,
}

impl<'a> TableReader<'_, 'a, '_> {
    fn read_fields(&mut self) -> Vec<Field> {
        let table = self.table;
        if let Some(cells) = self.cells_under_wrong_header() {
            let header = &table.table.header;
            let finding = row_cells::header(self.lowering.source, self.owner(), header, cells);
            self.lowering.found.push(finding);
            return Vec::new();
        }
        self.report_unknown_headers();
        if !table.role.is_api() {
            self.report_untyped();
            return Vec::new();
        }
        self.report_swap();
        self.read_trees(&RowTree::grow(self.table))
    }

    pub(super) fn read_trees(&mut self, trees: &[RowTree<'a>]) -> Vec<Field> {
        trees
            .iter()
            .filter_map(|tree| self.read_row(tree))
            .collect()
    }

    fn owner(&self) -> ItemPath {
        ItemPath::owner(self.owner)
    }

    pub(super) fn dialect(&self) -> DialectRef<'a> {
        self.table.header.dialect
    }

    /// The number of cells of all rows, where it is the header that has lost or gained one.
    ///
    /// For example, where `| Parameter | Type | Description |` is above two rows of four cells, the
    /// header lacks a word. Above one such row it is the row that has a pipe too many.
    fn cells_under_wrong_header(&self) -> Option<usize> {
        let TableView {
            table,
            header,
            role,
            ..
        } = self.table;
        let cells = table.rows.first()?.cells.len();
        let columns = header.columns.len();
        let is_wrong = if cells > columns {
            table.rows.len() > 1 || !role.is_api()
        } else {
            // `| Parameter | | Type | Description |`: one that has a pipe too many.
            cells < columns && table.header.cells.iter().any(|cell| cell.text.is_empty())
        };
        let are_alike = table.rows.iter().all(|row| row.cells.len() == cells);
        (is_wrong && are_alike && header.known_columns() >= 2).then_some(cells)
    }

    fn report_unknown_headers(&mut self) {
        let (source, at) = (self.lowering.source, self.owner());
        let unknown = unknown_header::diagnostics(source, &at, self.table);
        self.lowering.found.extend(unknown);
    }

    /// Reports a table whose headers are all known, and none of which is that of types.
    fn report_untyped(&mut self) {
        let header = &self.table.header;
        if header.known_columns() == header.columns.len() {
            let (source, span) = (self.lowering.source, self.table.table.header.span);
            let untyped = unknown_header::untyped(source, self.owner(), span, &header.dialect);
            self.lowering.found.push(untyped);
        }
    }

    /// Reports two columns that hold each other's cells, once; they are read by their contents.
    fn report_swap(&mut self) {
        if let Some((a, b)) = self.table.swap {
            let cells = &self.table.table.header.cells;
            let (source, owner) = (self.lowering.source, self.owner());
            let swapped = swapped_columns::diagnostic(source, owner, &cells[a], &cells[b]);
            self.lowering.found.push(swapped);
        }
    }

    fn read_row(&mut self, tree: &RowTree<'a>) -> Option<Field> {
        let row = tree.row;
        // An empty row says nothing, however many cells it has.
        if row.is_blank() {
            return None;
        }
        if !self.table.is_whole(row) {
            self.report_wrong_row(row);
            return None;
        }
        let (name, wire_name) = name_field(&tree.name, self.table.dialects.reads.dotted_names);
        let at = self.read_name(row, &name)?;
        let nested = match tree.below.as_slice() {
            [] => None,
            _ => self.read_nested_type(tree, &at),
        };
        let ty = nested.or_else(|| self.read_type(row, tree.ty?, &at))?;
        let cell = self.table.cell(row, Column::Description);
        let description = cell.map(|cell| Description::of(&cell.text, self.dialect()));
        let stated = description.as_ref().map(Description::statements);
        let stated = stated.unwrap_or_default();
        let required = self.read_required(tree, &stated, &at);
        let mut field = Field::new(&name, ty, required);
        field.wire_name = wire_name;
        if let (Some(cell), Some(description)) = (cell, &description) {
            self.read_description(cell, description, &stated, &at, &mut field);
        }
        self.read_default(row, &at, &mut field);
        self.read_values(row, &at, &mut field);
        field.place = self.read_place(row);
        Some(field)
    }

    fn report_wrong_row(&mut self, row: &Row) {
        let name = self.table.cell(row, Column::Name);
        let name = name.map(|cell| cell.text.line());
        let at = match name.filter(|name| is_identifier(name)) {
            Some(name) => ItemPath::member(self.owner, &name),
            None => self.owner(),
        };
        let columns = self.table.header.columns.len();
        let finding = row_cells::diagnostic(self.lowering.source, at, row, columns);
        self.lowering.found.push(finding);
    }

    /// The path of the row's field, where its name is one and is new.
    fn read_name(&mut self, row: &Row, name: &str) -> Option<ItemPath> {
        let cell = self.table.cell(row, Column::Name)?;
        if !is_identifier(name) {
            let bad = bad_name::diagnostic(self.lowering.source, self.owner(), cell);
            self.lowering.found.push(bad);
            return None;
        }
        let at = ItemPath::member(self.owner, name);
        if let Some(first) = self.lowering.account.place(&at, Meaning::Name) {
            let again = duplicate::diagnostic(self.lowering.source, at, cell.span, Some(first));
            self.lowering.found.push(again);
            return None;
        }
        self.lowering
            .account
            .enter(at.clone(), Meaning::Name, cell.span);
        Some(at)
    }

    fn read_type(&mut self, row: &Row, ty: &TypeCell, at: &ItemPath) -> Option<Type> {
        let Some(cell) = self.table.cell(row, Column::Type) else {
            return ty.clone().ok();
        };
        self.lowering
            .account
            .enter(at.clone(), Meaning::Type, cell.span);
        match ty {
            Ok(ty) => Some(ty.clone()),
            Err(part) => {
                let source = self.lowering.source;
                let dialect = self.dialect();
                let unread = unread_type::diagnostic(source, at.clone(), cell, part, dialect);
                self.lowering.found.push(unread);
                None
            }
        }
    }

    /// Reads the required flag: in its own column, by how the description opens, “Optional.”, or by a
    /// mark beside the name or the type, `text?`.
    fn read_required(&mut self, tree: &RowTree<'a>, stated: &[Stated<'_>], at: &ItemPath) -> bool {
        let (dialect, row) = (self.dialect(), tree.row);
        let Some(cell) = self.table.cell(row, Column::Required) else {
            let says = |statement| stated.iter().any(|one| one.statement == statement);
            let is_optional = says(Statement::Optional) || tree.mark == Some(false);
            self.lowering.states_optional |= is_optional;
            if !is_optional && !says(Statement::Required) && tree.mark.is_none() {
                let name = self.table.cell(row, Column::Name);
                self.lowering.evidence.put(Evidence {
                    at: at.clone(),
                    kind: EvidenceKind::Unflagged,
                    span: name.map_or(row.span, |cell| cell.span),
                });
            }
            return !is_optional;
        };
        let account = &mut self.lowering.account;
        account.enter(at.clone(), Meaning::Required, cell.span);
        let word = cell.text.line();
        if let Some(required) = dialect.and_others().find_map(|one| one.is_required(&word)) {
            return required;
        }
        let source = self.lowering.source;
        let unknown = unknown_required::diagnostic(source, at.clone(), cell, &dialect);
        self.lowering.found.push(unknown);
        false
    }
}
