//! Repairs of tables: the text of a page in, the same with its broken tables whole out.
//!
//! A table of Markdown ends at the first line that is no row, and there is none without a row of
//! dashes as wide as its header. What is clearly one table is made one before the parser sees it:
//!
//! ```text
//! | Parameter | Type |
//! |------------------|       as wide as the header, whatever it was
//! | text | String |
//!                            a blank line, a comment or an item between rows is taken out
//! | loud | Boolean |         as many cells: a row of the same table
//! ```

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::lines::{Line, LineKind, read_lines};
use crate::block::{Cover, Flaw};
use crate::read::row::cell_ranges;

/// So many lines that are neither blank nor comments may stand between two rows of one table.
const MOST_STRANGE: usize = 3;

/// A text with its tables repaired, and the way back to the places on the page.
pub(super) struct Repaired<'t> {
    pub(super) text: Cow<'t, str>,
    /// The stretches of the text: where each starts, and the place that it has on the page.
    stretches: Vec<(usize, Range<usize>)>,
    /// What was repaired, in page order.
    pub(super) repairs: Vec<Repair>,
}

/// A place where a table was repaired.
pub(super) struct Repair {
    /// The lines that were taken out or replaced.
    pub(super) range: Range<usize>,
    /// The flaw that is to be reported.
    pub(super) flaw: Flaw,
    /// What keeps these lines from being rows, where there is anything in them.
    pub(super) cover: Option<Cover>,
}

impl<'t> Repaired<'t> {
    /// Repairs a text; tables of HTML that are never closed start at one of `unclosed`.
    pub(super) fn of(text: &'t str, unclosed: &BTreeSet<usize>) -> Self {
        let mut writer = Writer::new(text);
        let lines = read_lines(text, unclosed);
        let mut index = 0;
        while let Some(line) = lines.get(index) {
            index = match line.kind {
                LineKind::Html | LineKind::BlankHtml => writer.join_html(line, index),
                _ => writer.read_table(&lines, index),
            };
        }
        writer.finish()
    }

    /// The place on the page of a stretch of the repaired text.
    pub(super) fn range_on_page(&self, range: Range<usize>) -> Range<usize> {
        if self.stretches.is_empty() || range.is_empty() {
            let start = self.place_on_page(range.start);
            return start..start;
        }
        let start = self.place_on_page(range.start);
        start..(self.place_on_page(range.end - 1) + 1).max(start)
    }

    fn place_on_page(&self, at: usize) -> usize {
        let after = self.stretches.partition_point(|(start, _)| *start <= at);
        match after
            .checked_sub(1)
            .and_then(|index| self.stretches.get(index))
        {
            Some((start, place)) => (place.start + at - start).min(place.end),
            None => at,
        }
    }
}

/// The repaired text as far as it is written.
struct Writer<'t> {
    text: &'t str,
    written: String,
    stretches: Vec<(usize, Range<usize>)>,
    repairs: Vec<Repair>,
    /// The end of what is written of the page.
    end: usize,
}

impl<'t> Writer<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            written: String::new(),
            stretches: Vec::new(),
            repairs: Vec::new(),
            end: 0,
        }
    }

    fn finish(mut self) -> Repaired<'t> {
        if self.stretches.is_empty() {
            return Repaired {
                text: Cow::Borrowed(self.text),
                stretches: vec![(0, 0..self.text.len())],
                repairs: self.repairs,
            };
        }
        self.replace(self.text.len()..self.text.len(), "");
        Repaired {
            text: Cow::Owned(self.written),
            stretches: self.stretches,
            repairs: self.repairs,
        }
    }

    /// Copies the page up to a stretch of it, and writes something else in its place.
    fn replace(&mut self, range: Range<usize>, by: &str) {
        self.stretches
            .push((self.written.len(), self.end..range.start));
        self.written.push_str(&self.text[self.end..range.start]);
        self.stretches.push((self.written.len(), range.clone()));
        self.written.push_str(by);
        self.end = range.end;
    }

    /// Takes out what would end a table of HTML in the middle: a blank line, and the spaces that make
    /// code of a line. HTML knows neither.
    fn join_html(&mut self, line: &Line, index: usize) -> usize {
        let written = &self.text[line.range.clone()];
        let indent = written.len() - written.trim_start().len();
        let is_code = written.starts_with("    ") || written[..indent].contains('\t');
        if line.kind == LineKind::BlankHtml {
            self.replace(line.range.clone(), "");
        } else if is_code {
            self.replace(line.range.start..line.range.start + indent, "");
        }
        index + 1
    }

    /// Reads a table that may start at a line; returns the index of the line after it.
    fn read_table(&mut self, lines: &[Line], index: usize) -> usize {
        let [header, dashes, rows @ ..] = &lines[index..] else {
            return index + 1;
        };
        let cells = cell_ranges(&self.text[header.range.clone()], 0).len();
        let starts_table = header.can_be_row() && dashes.kind == LineKind::Dashes;
        if !starts_table || cells < 2 {
            return index + 1;
        }
        self.fit_dashes(dashes, cells, rows);
        let mut next = index + 2;
        while next < lines.len() {
            if lines[next].can_be_row() || lines[next].kind == LineKind::Dashes {
                next += 1;
                continue;
            }
            let Some(row) = self.find_next_row(lines, next, header, cells) else {
                break;
            };
            self.take_out(&lines[next..row]);
            next = row;
        }
        next
    }

    /// Makes the row of dashes as wide as the header. One that is a single cell under any header is
    /// how some pages write it, and no flaw; where the rows fit the dashes it is the header's.
    fn fit_dashes(&mut self, dashes: &Line, cells: usize, rows: &[Line]) {
        let written = &self.text[dashes.range.clone()];
        let width = cell_ranges(written, 0).len();
        if width == cells && !written.contains('+') {
            return;
        }
        let range = dashes.range.start..dashes.range.start + written.trim_end().len();
        self.replace(range.clone(), &("|-".repeat(cells) + "|"));
        let first = rows.first().filter(|row| row.can_be_row());
        let first = first.map(|row| cell_ranges(&self.text[row.range.clone()], 0).len());
        if width > 1 && first == Some(cells) {
            self.repairs.push(Repair {
                range,
                flaw: Flaw::Dashes,
                cover: None,
            });
        }
    }

    /// Finds the row that goes on with a table behind lines that are no rows of it. It has as many
    /// cells, and is no header: neither does a row of dashes follow, nor does it repeat the header.
    fn find_next_row(
        &self,
        lines: &[Line],
        from: usize,
        header: &Line,
        cells: usize,
    ) -> Option<usize> {
        let mut strange = 0;
        for (index, line) in lines.iter().enumerate().skip(from) {
            match line.kind {
                LineKind::Blank | LineKind::Comment => {}
                LineKind::Strange if strange < MOST_STRANGE => strange += 1,
                LineKind::Row => {
                    let written = &self.text[line.range.clone()];
                    let is_header = lines
                        .get(index + 1)
                        .is_some_and(|next| next.kind == LineKind::Dashes)
                        || written.trim() == self.text[header.range.clone()].trim();
                    let fits = cell_ranges(written, 0).len() == cells;
                    return (fits && !is_header).then_some(index);
                }
                _ => return None,
            }
        }
        None
    }

    fn take_out(&mut self, lines: &[Line]) {
        let [first, .., last] = lines else {
            return lines
                .iter()
                .for_each(|line| self.take_out_lines(line, line));
        };
        self.take_out_lines(first, last);
    }

    fn take_out_lines(&mut self, first: &Line, last: &Line) {
        let range = first.range.start..last.range.end;
        let text = &self.text[range.clone()];
        let cover = if text.trim().is_empty() {
            None
        } else if text.contains("<!--") {
            Some(Cover::Comment)
        } else {
            Some(Cover::Item)
        };
        self.replace(range.clone(), "");
        self.repairs.push(Repair {
            range,
            flaw: Flaw::Split,
            cover,
        });
    }
}
