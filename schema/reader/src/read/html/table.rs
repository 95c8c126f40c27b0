//! The tables of HTML, from the tags of their rows and cells.

use std::ops::Range;

use super::Reader;
use crate::block::{BlockKind, Cell, Flaw, Row, Table, Text};
use crate::read::row::trim_range;
use schema::Span;

/// A table that is being read.
#[derive(Default)]
pub(super) struct OpenTable {
    rows: Vec<Row>,
    row: Option<(usize, Vec<Cell>)>,
    /// The start of the open cell.
    cell: Option<usize>,
    /// The number of tables that are open inside it.
    inner: usize,
    /// True if nothing closes it.
    is_open_ended: bool,
}

impl Reader<'_> {
    pub(super) fn start_table(&mut self) {
        match &mut self.table {
            Some(table) => table.inner += 1,
            None => {
                self.flush();
                self.table = Some(OpenTable::default());
            }
        }
    }

    /// Starts a table that ends with the next heading or table.
    pub(super) fn start_open_ended(&mut self) {
        self.start_table();
        if let Some(table) = self.open_table() {
            table.is_open_ended = true;
        }
    }

    /// Starts the table of a row that stands in none.
    pub(super) fn open_for_row(&mut self, tag: Range<usize>) {
        if self.table.is_none() {
            self.flush();
            let span = self.source.span(tag);
            let flaw = Flaw::Unopened;
            self.block(BlockKind::Repaired { span, flaw });
            self.start_open_ended();
        }
    }

    pub(super) fn is_open_ended(&self) -> bool {
        self.table.as_ref().is_some_and(|table| table.is_open_ended)
    }

    /// The open table, unless what is read stands in a table inside it.
    fn open_table(&mut self) -> Option<&mut OpenTable> {
        self.table.as_mut().filter(|table| table.inner == 0)
    }

    pub(super) fn start_row(&mut self, from: usize) {
        self.end_row(from);
        if let Some(table) = self.open_table() {
            table.row = Some((from, Vec::new()));
        }
    }

    pub(super) fn start_cell(&mut self, from: usize, to: usize) {
        self.end_cell(from);
        if let Some(table) = self.open_table() {
            table.row.get_or_insert_with(|| (from, Vec::new()));
            table.cell = Some(to);
            self.text = Text::default();
            self.styles.clear();
        }
    }

    pub(super) fn is_in_cell(&self) -> bool {
        self.table
            .as_ref()
            .is_some_and(|table| table.cell.is_some())
    }

    pub(super) fn end_cell(&mut self, to: usize) {
        let Some(from) = self.open_table().and_then(|table| table.cell.take()) else {
            return;
        };
        let text = std::mem::take(&mut self.text);
        let span = self.inner_span(from..to);
        let cell = Cell { text, span };
        if let Some((_, cells)) = self.open_table().and_then(|table| table.row.as_mut()) {
            cells.push(cell);
        }
    }

    pub(super) fn end_row(&mut self, to: usize) {
        self.end_cell(to);
        let Some((from, cells)) = self.open_table().and_then(|table| table.row.take()) else {
            return;
        };
        let span = self.inner_span(from..to);
        if let Some(table) = self.open_table().filter(|_| !cells.is_empty()) {
            table.rows.push(Row { span, cells });
        }
    }

    pub(super) fn end_table(&mut self) {
        if let Some(table) = self.table.as_mut().filter(|table| table.inner > 0) {
            return table.inner -= 1;
        }
        let cell = self.table.as_ref().and_then(|table| table.cell);
        self.end_row(cell.unwrap_or(self.base));
        let mut rows = self.table.take().unwrap_or_default().rows.into_iter();
        if let Some(header) = rows.next() {
            self.block(BlockKind::Table(Table {
                header,
                rows: rows.collect(),
            }));
        }
        self.blocks.append(&mut self.in_table);
    }

    /// The place of what a row or a cell holds, without the white space around it.
    fn inner_span(&self, range: Range<usize>) -> Span {
        self.source.span(trim_range(self.source.text(), range))
    }
}
