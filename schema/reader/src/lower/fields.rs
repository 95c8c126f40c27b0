//! Tables in, fields out: each cell read by what its column holds, each misfit reported once.

use std::sync::Arc;

use super::facts;
use crate::block::{Cell, Row, Table};
use crate::dialect::Column;
use crate::lint::rules::{
    bad_name, duplicate, row_cells, swapped_columns, unknown_header, unknown_required, unread_type,
};
use crate::page::{Evidence, EvidenceKind, EvidenceMap, Part, Places};
use crate::tables::header::Header;
use crate::tables::{column_swap, type_cell};
use schema::diagnostic::Diagnostic;
use schema::path::ItemPath;
use schema::schema::Field;
use schema::source::{Source, Span};
use schema::ty::{Type, is_identifier};

/// Reads tables of one owner into its fields.
pub(super) struct TableReader<'a> {
    pub(super) source: &'a Arc<Source>,
    pub(super) owner: &'a str,
    pub(super) header: Header,
    pub(super) fields: &'a mut Vec<Field>,
    pub(super) places: &'a mut Places,
    pub(super) evidence: &'a mut EvidenceMap,
    pub(super) found: &'a mut Vec<Diagnostic>,
}

impl TableReader<'_> {
    /// Reads one table.
    pub(super) fn read(&mut self, table: &Table) {
        if let Some(cells) = self.cells_under_misfit(&table.header, &table.rows) {
            let at = ItemPath::owner(self.owner);
            let misfit = row_cells::header(self.source, at, &table.header, cells);
            return self.found.push(misfit);
        }
        self.check_header(table);
        if !self.header.is_api() {
            return;
        }
        self.unswap(table);
        for row in &table.rows {
            if row.cells.len() == self.header.columns.len() {
                self.row(row);
            } else {
                self.misfit(row);
            }
        }
    }

    /// How many cells all rows have, where the header has fewer, or more with one among them that
    /// says nothing: then it is not they that are wrong, unless there is but one.
    fn cells_under_misfit(&self, header: &Row, rows: &[Row]) -> Option<usize> {
        let (cells, columns) = (rows.first()?.cells.len(), &self.header.columns);
        let alike = rows.iter().all(|row| row.cells.len() == cells);
        let known = columns.iter().flatten().count();
        let is_blank = header.cells.iter().any(|cell| cell.text.is_empty());
        let suspect = match cells > columns.len() {
            true => rows.len() > 1 || !self.header.is_api(),
            false => is_blank && cells < columns.len(),
        };
        (alike && known >= 2 && suspect).then_some(cells)
    }

    fn check_header(&mut self, table: &Table) {
        let cells = table.header.cells.iter().zip(&self.header.columns);
        for (cell, _) in cells.filter(|(_, column)| column.is_none()) {
            let at = ItemPath::owner(self.owner);
            let dialect = self.header.dialect;
            let unknown =
                unknown_header::diagnostic(self.source, at, cell, dialect, &self.header.columns);
            self.found.push(unknown);
        }
    }

    /// Where two columns hold each other's cells, says so once and reads them by their contents.
    fn unswap(&mut self, table: &Table) {
        let Some((a, b)) = column_swap::find(table, &self.header) else {
            return;
        };
        let at = ItemPath::owner(self.owner);
        let (one, two) = (&table.header.cells[a], &table.header.cells[b]);
        self.found
            .push(swapped_columns::diagnostic(self.source, at, one, two));
        self.header.columns.swap(a, b);
    }

    fn misfit(&mut self, row: &Row) {
        let name = self
            .header
            .index(Column::Name)
            .and_then(|index| row.cells.get(index));
        let name = name.map(|cell| cell.text.line());
        let at = match name.filter(|name| is_identifier(name)) {
            Some(name) => ItemPath::member(self.owner, &name),
            None => ItemPath::owner(self.owner),
        };
        let columns = self.header.columns.len();
        self.found
            .push(row_cells::diagnostic(self.source, at, row, columns));
    }

    fn cell<'r>(&self, row: &'r Row, column: Column) -> Option<&'r Cell> {
        row.cells.get(self.header.index(column)?)
    }

    fn row(&mut self, row: &Row) {
        let Some(at) = self.name(row) else {
            return;
        };
        let Some(ty) = self.ty(row, &at) else {
            return;
        };
        let required = self.required(row, &at);
        let name = at.name.clone().unwrap_or_default();
        let mut field = Field::new(&name, ty, required);
        self.describe(row, &at, &mut field);
        self.fields.push(field);
    }

    /// The address of the row's field, where its name is one and is new.
    fn name(&mut self, row: &Row) -> Option<ItemPath> {
        let cell = self.cell(row, Column::Name)?;
        let name = cell.text.line();
        if !is_identifier(&name) {
            self.found.push(bad_name::diagnostic(
                self.source,
                ItemPath::owner(self.owner),
                cell,
            ));
            return None;
        }
        let at = ItemPath::member(self.owner, &name);
        if let Some(first) = self.places.get(&at, Part::Name) {
            self.found.push(duplicate::diagnostic(
                self.source,
                at,
                cell.span,
                Some(first),
            ));
            return None;
        }
        self.places.put(at.clone(), Part::Name, cell.span);
        Some(at)
    }

    fn ty(&mut self, row: &Row, at: &ItemPath) -> Option<Type> {
        let cell = self.cell(row, Column::Type)?;
        self.places.put(at.clone(), Part::Type, cell.span);
        match type_cell::read(&cell.text.line(), self.header.dialect) {
            Ok(ty) => Some(ty),
            Err(part) => {
                self.found.push(unread_type::diagnostic(
                    self.source,
                    at.clone(),
                    cell,
                    &part,
                ));
                None
            }
        }
    }

    /// The required flag: of its own column, or of how the description opens.
    fn required(&mut self, row: &Row, at: &ItemPath) -> bool {
        let dialect = self.header.dialect;
        let description = self.cell(row, Column::Description);
        let opening = description
            .map(|cell| cell.text.plain())
            .unwrap_or_default();
        let Some(cell) = self.cell(row, Column::Required) else {
            return !dialect
                .and_others()
                .any(|one| one.opens_optional.is_match(&opening));
        };
        self.places.put(at.clone(), Part::Required, cell.span);
        let word = cell.text.line();
        if let Some(required) = dialect.and_others().find_map(|one| one.is_required(&word)) {
            return required;
        }
        let unknown = unknown_required::diagnostic(self.source, at.clone(), cell, dialect);
        self.found.push(unknown);
        false
    }

    fn describe(&mut self, row: &Row, at: &ItemPath, field: &mut Field) {
        let Some(cell) = self.cell(row, Column::Description) else {
            return;
        };
        self.places.put(at.clone(), Part::Description, cell.span);
        let plain = cell.text.plain();
        self.claim(cell, &plain, at);
        let (facts, misfit) = facts::read(&cell.text.quoted(), &field.ty, self.header.dialect);
        field.facts = facts;
        if let Some(value) = misfit {
            let span = self.value(cell, &value);
            let (at, kind) = (at.clone(), EvidenceKind::UntypedDefault);
            self.evidence.put(Evidence { at, kind, span });
        }
        let prose = plain.trim();
        field.doc = (!prose.is_empty()).then(|| prose.to_owned());
    }

    /// The place of a value in a description; all of it where the value is written otherwise.
    fn value(&self, cell: &Cell, value: &str) -> Span {
        let start = self.source.slice(cell.span).rfind(value);
        start.map_or(cell.span, |start| {
            let start = cell.span.start() + start;
            self.source.span(start..start + value.len())
        })
    }

    fn claim(&mut self, cell: &Cell, plain: &str, at: &ItemPath) {
        let dialects = self.header.dialect.and_others();
        let patterns = dialects.flat_map(|dialect| {
            let hints = dialect.values.iter();
            let hints = hints.map(|rule| (&rule.pattern, EvidenceKind::Value(rule.kind)));
            hints.chain([
                (&dialect.opens_optional, EvidenceKind::Optional),
                (&dialect.opens_required, EvidenceKind::Required),
            ])
        });
        for (pattern, kind) in patterns {
            let found = pattern
                .find(plain)
                .filter(|_| self.evidence.find(at, kind).is_none());
            if let Some(span) = found.and_then(|found| cell.text.span_of(found.range())) {
                let at = at.clone();
                self.evidence.put(Evidence { at, kind, span });
            }
        }
    }
}
