//! Fields: the tables of a section in, its parameters or fields out. Each cell is read by the
//! meaning of its column, and each that can't be read is reported once.

use super::section::Section;
use super::{Lowering, facts, language};
use crate::account::Meaning;
use crate::block::{Cell, Row};
use crate::dialect::{Column, Dialect};
use crate::lint::rules::{
    bad_name, duplicate, row_cells, swapped_columns, unknown_header, unknown_required, unread_type,
};
use crate::page::{Evidence, EvidenceKind};
use crate::tables::{TableView, TypeCell};
use schema::{Field, ItemPath, Span, Type, is_identifier};

impl<'a> Lowering<'a> {
    /// Reads the fields of a section's tables; returns the dialect that the section is in, too.
    ///
    /// A table without names and types is only reported where the section has no other: beside its
    /// parameters a method may have a table of errors or of limits.
    pub(super) fn lower_fields(&mut self, section: &Section<'_>) -> (Vec<Field>, &'static Dialect) {
        let any_api = section.tables.iter().any(|table| table.role.is_api());
        let mut dialect = language::section_dialect(&section.prose(), self.dialect);
        let mut fields = Vec::new();
        for table in &section.tables {
            if table.role.is_api() {
                dialect = table.header.dialect;
            } else if any_api {
                continue;
            }
            let mut reader = TableReader {
                owner: &section.name,
                table,
                lowering: self,
            };
            fields.extend(reader.read_fields());
        }
        (fields, dialect)
    }
}

/// Reads one table of a method or type.
struct TableReader<'l, 'a, 't> {
    owner: &'t str,
    table: &'t TableView,
    lowering: &'l mut Lowering<'a>,
}

impl TableReader<'_, '_, '_> {
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
            return Vec::new();
        }
        self.report_swap();
        let rows = table.rows();
        rows.filter_map(|(row, ty)| self.read_row(row, ty))
            .collect()
    }

    fn owner(&self) -> ItemPath {
        ItemPath::owner(self.owner)
    }

    fn dialect(&self) -> &'static Dialect {
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
        let header = &self.table.header;
        let cells = self.table.table.header.cells.iter().zip(&header.columns);
        for (cell, _) in cells.filter(|(_, column)| column.is_none()) {
            let unknown = unknown_header::diagnostic(
                self.lowering.source,
                self.owner(),
                cell,
                header.dialect,
                &header.columns,
            );
            self.lowering.found.push(unknown);
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

    fn read_row(&mut self, row: &Row, ty: Option<&TypeCell>) -> Option<Field> {
        // An empty row says nothing, however many cells it has.
        if row.is_blank() {
            return None;
        }
        if !self.table.is_whole(row) {
            self.report_wrong_row(row);
            return None;
        }
        let (at, name) = self.read_name(row)?;
        let ty = self.read_type(row, ty?, &at)?;
        let required = self.read_required(row, &at);
        let mut field = Field::new(&name, ty, required);
        self.read_description(row, &at, &mut field);
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

    /// The path and the name of the row's field, where it is one and is new.
    fn read_name(&mut self, row: &Row) -> Option<(ItemPath, String)> {
        let cell = self.table.cell(row, Column::Name)?;
        let name = cell.text.line();
        if !is_identifier(&name) {
            let bad = bad_name::diagnostic(self.lowering.source, self.owner(), cell);
            self.lowering.found.push(bad);
            return None;
        }
        let at = ItemPath::member(self.owner, &name);
        if let Some(first) = self.lowering.account.place(&at, Meaning::Name) {
            let again = duplicate::diagnostic(self.lowering.source, at, cell.span, Some(first));
            self.lowering.found.push(again);
            return None;
        }
        self.lowering
            .account
            .enter(at.clone(), Meaning::Name, cell.span);
        Some((at, name))
    }

    fn read_type(&mut self, row: &Row, ty: &TypeCell, at: &ItemPath) -> Option<Type> {
        let cell = self.table.cell(row, Column::Type)?;
        self.lowering
            .account
            .enter(at.clone(), Meaning::Type, cell.span);
        match ty {
            Ok(ty) => Some(ty.clone()),
            Err(part) => {
                let source = self.lowering.source;
                let unread = unread_type::diagnostic(source, at.clone(), cell, part);
                self.lowering.found.push(unread);
                None
            }
        }
    }

    /// Reads the required flag: in its own column, or by how the description opens, “Optional.”
    fn read_required(&mut self, row: &Row, at: &ItemPath) -> bool {
        let dialect = self.dialect();
        let Some(cell) = self.table.cell(row, Column::Required) else {
            let description = self.table.cell(row, Column::Description);
            let text = description.map_or(String::new(), |cell| cell.text.plain());
            let mut dialects = dialect.and_others();
            return !dialects.any(|one| one.opens_optional.is_match(&text));
        };
        let account = &mut self.lowering.account;
        account.enter(at.clone(), Meaning::Required, cell.span);
        let word = cell.text.line();
        if let Some(required) = dialect.and_others().find_map(|one| one.is_required(&word)) {
            return required;
        }
        let source = self.lowering.source;
        let unknown = unknown_required::diagnostic(source, at.clone(), cell, dialect);
        self.lowering.found.push(unknown);
        false
    }

    fn read_description(&mut self, row: &Row, at: &ItemPath, field: &mut Field) {
        let Some(cell) = self.table.cell(row, Column::Description) else {
            return;
        };
        let account = &mut self.lowering.account;
        account.enter(at.clone(), Meaning::Description, cell.span);
        let plain = cell.text.plain();
        self.record_evidence(cell, &plain, at);
        let (facts, untyped) = facts::read_facts(&cell.text.quoted(), &field.ty, self.dialect());
        field.facts = facts;
        if let Some(value) = untyped {
            self.lowering.evidence.put(Evidence {
                at: at.clone(),
                kind: EvidenceKind::UntypedDefault,
                span: self.place_of_value(cell, &value),
            });
        }
        let prose = plain.trim();
        field.doc = (!prose.is_empty()).then(|| prose.to_owned());
    }

    /// The place of a value in a description; all of it where the value is written otherwise.
    fn place_of_value(&self, cell: &Cell, value: &str) -> Span {
        let source = self.lowering.source;
        match source.slice(cell.span).rfind(value) {
            Some(offset) => {
                let start = cell.span.start() + offset;
                source.span(start..start + value.len())
            }
            None => cell.span,
        }
    }

    /// Records the phrases of a description that only fit some types, or one required flag.
    fn record_evidence(&mut self, cell: &Cell, plain: &str, at: &ItemPath) {
        for dialect in self.dialect().and_others() {
            let values = dialect.values.iter();
            let values = values.map(|rule| (&rule.pattern, EvidenceKind::Value(rule.kind)));
            let flags = [
                (&dialect.opens_optional, EvidenceKind::Optional),
                (&dialect.opens_required, EvidenceKind::Required),
            ];
            for (pattern, kind) in values.chain(flags) {
                if self.lowering.evidence.find(at, kind).is_some() {
                    continue;
                }
                let found = pattern.find(plain);
                if let Some(span) = found.and_then(|found| cell.text.span_of(found.range())) {
                    let at = at.clone();
                    self.lowering.evidence.put(Evidence { at, kind, span });
                }
            }
        }
    }
}
