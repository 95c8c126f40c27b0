//! The parts of a text that is not read: the rows, headings and items that it would have.
//!
//! Each line is looked at by itself, without the marks that hide it: `<!-- | text | String | -->` is
//! a row in a comment, `> ## sendNote` a heading in a quotation.

use std::ops::Range;

use pulldown_cmark::{Event, Parser};

use super::row::{cell_ranges, is_delimiter_row, trim_range};
use crate::block::{Cell, Part, Row, Style, Text};
use schema::{Source, Span};

/// A row that does not begin with a pipe has at least so many cells: `this | that` is prose.
const FEWEST_CELLS: usize = 3;

/// Finds the parts of a text of Markdown, line by line.
pub(super) fn find_line_parts(source: &Source, range: Range<usize>) -> Vec<Part> {
    let mut start = range.start;
    let lines = source.text()[range].split_inclusive('\n');
    let parts = lines.filter_map(|line| {
        let at = start;
        start += line.len();
        find_part(source, at, line)
    });
    parts.collect()
}

fn find_part(source: &Source, start: usize, line: &str) -> Option<Part> {
    let line = line.split("-->").next().unwrap_or(line);
    let inner = strip_quotes(line);
    let (mark, content) = split_mark(inner);
    let at = start + line.len() - content.len();
    if is_delimiter_row(content) {
        return None;
    }
    if is_row(content) {
        return Some(Part::Row(read_row(source, content, at)));
    }
    let span = source.span(trim_range(source.text(), at..at + content.len()));
    match mark {
        Mark::Heading => Some(Part::Heading(inline_text(source.slice(span), span))),
        Mark::Item => Some(Part::Item(inline_text(source.slice(span), span))),
        Mark::None => None,
    }
}

/// Checks whether a line is the row of a table.
pub(super) fn is_row(line: &str) -> bool {
    if !line.contains('|') {
        return false;
    }
    let cells = cell_ranges(line, 0).len();
    cells >= FEWEST_CELLS || (cells > 1 && line.trim_start().starts_with('|'))
}

enum Mark {
    None,
    Heading,
    Item,
}

/// A line without the marks of quotations and comments before it.
fn strip_quotes(line: &str) -> &str {
    let line = line.trim_start_matches(['>', ' ', '\t']);
    let line = line.strip_prefix("<!--").unwrap_or(line);
    line.trim_start_matches(['>', ' ', '\t'])
}

/// The mark of a heading or an item that a line begins with, and the rest.
fn split_mark(line: &str) -> (Mark, &str) {
    let heading = line.trim_start_matches('#');
    if heading.len() < line.len() {
        return (Mark::Heading, heading);
    }
    match strip_item_mark(line) {
        Some(rest) => (Mark::Item, rest),
        None => (Mark::None, line),
    }
}

/// The text of an item: what follows `- `, `* `, `+ `, `1. ` or `1) `.
fn strip_item_mark(line: &str) -> Option<&str> {
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = if digits.len() < line.len() {
        digits.strip_prefix(['.', ')'])?
    } else {
        line.strip_prefix(['-', '*', '+'])?
    };
    rest.starts_with([' ', '\t']).then(|| rest.trim_start())
}

fn read_row(source: &Source, line: &str, start: usize) -> Row {
    let cells = cell_ranges(line, start).into_iter().map(|range| {
        let span = source.span(range);
        let text = inline_text(source.slice(span), span);
        Cell { text, span }
    });
    Row {
        cells: cells.collect(),
        span: source.span(trim_range(source.text(), start..start + line.len())),
    }
}

/// The text of a stretch of Markdown without its markup.
fn inline_text(written: &str, span: Span) -> Text {
    let plain: String = Parser::new(written)
        .filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) => Some(text.into_string()),
            _ => None,
        })
        .collect();
    let mut text = Text::default();
    text.push(&plain, Style::Plain, span);
    text
}
