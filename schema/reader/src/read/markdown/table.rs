//! The tables of Markdown: the parser has the texts of cells, their places are read here.

use std::ops::Range;

use super::{Reader, is_template};
use crate::block::{BlockKind, Cell, Row, Style, Text};
use crate::read::row::cell_ranges;

/// Checks whether the text breaks off in a row: it is shorter than the row above, `| loud | Bool`, or
/// lacks the pipe that the row above ends with.
pub(super) fn ends_within_row(text: &str) -> bool {
    let mut lines = text.lines().rev();
    let is_row = |line: &str| line.trim_start().starts_with('|');
    match (lines.next(), lines.next()) {
        (Some(last), Some(above)) if is_row(last) && is_row(above) => {
            let is_short = cell_ranges(last, 0).len() < cell_ranges(above, 0).len();
            let is_open = !last.trim_end().ends_with('|') && above.trim_end().ends_with('|');
            !text.ends_with(['\n', '\r', '|']) && (is_open || is_short)
        }
        _ => false,
    }
}

impl Reader<'_> {
    pub(super) fn row(&mut self, range: Range<usize>) -> Row {
        let line = self.source.text()[range.clone()].trim_end_matches(['\n', '\r']);
        let mut texts = self.cell_texts.drain(..);
        let cells = cell_ranges(line, range.start).into_iter().map(|range| {
            let span = self.source.span(range);
            let raw = || {
                let mut text = Text::default();
                text.push(self.source.slice(span), Style::Plain, span);
                text
            };
            Cell {
                text: texts.next().unwrap_or_else(raw),
                span,
            }
        });
        Row {
            span: self.source.span(range.start..range.start + line.len()),
            cells: cells.collect(),
        }
    }

    pub(super) fn end_header(&mut self, range: Range<usize>) {
        let header = self.row(range);
        if let Some(table) = &mut self.table {
            table.header = header;
        }
    }

    pub(super) fn end_row(&mut self, range: Range<usize>) {
        let line = &self.source.text()[range.clone()];
        if is_template(line) {
            return self.hint &= !line.contains("{% endhint");
        }
        let row = self.row(range);
        if let Some(table) = &mut self.table {
            table.rows.push(row);
        }
    }

    pub(super) fn end_table(&mut self, range: Range<usize>) {
        if let Some(table) = self.table.take() {
            self.block(BlockKind::Table(table));
        }
        self.report_repairs(range.end);
    }

    /// Adds what was repaired up to here: lines that were taken out of a table, and its flaw.
    pub(super) fn report_repairs(&mut self, end: usize) {
        while self
            .repairs
            .front()
            .is_some_and(|repair| repair.range.start < end)
            && let Some(repair) = self.repairs.pop_front()
        {
            if let Some(cover) = repair.cover {
                self.hide(repair.range.clone(), cover);
            }
            let (span, flaw) = (self.source.span(repair.range), repair.flaw);
            self.block(BlockKind::Repaired { span, flaw });
        }
    }
}
