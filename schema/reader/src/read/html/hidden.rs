//! A text that is not read, and that may be HTML → the rows, headings and items that it would have.

use std::ops::Range;

use super::read_hidden_html;
use crate::block::{Block, BlockKind, Part, Table};
use crate::read::parts::find_line_parts;
use schema::Source;

/// Finds the parts of a text, be it Markdown or HTML.
pub(in crate::read) fn find_parts(source: &Source, range: Range<usize>) -> Vec<Part> {
    let range = strip_comment(source.text(), range);
    let text = &source.text()[range.clone()];
    if ["<tr", "<td", "<th", "<h", "<li"]
        .iter()
        .any(|tag| text.contains(tag))
    {
        let blocks = read_hidden_html(source, range).into_iter();
        return blocks.flat_map(parts_of_block).collect();
    }
    find_line_parts(source, range)
}

/// The inner text of a comment; any other text as it is.
fn strip_comment(text: &str, range: Range<usize>) -> Range<usize> {
    let Some(inner) = text[range.clone()].strip_prefix("<!--") else {
        return range;
    };
    let inner = inner.trim_end().strip_suffix("-->").unwrap_or(inner);
    let start = range.start + "<!--".len();
    start..start + inner.len()
}

fn parts_of_block(block: Block) -> Vec<Part> {
    match block.kind {
        BlockKind::Heading { text, .. } => vec![Part::Heading(text)],
        BlockKind::Item(text) => vec![Part::Item(text)],
        BlockKind::Table(Table { header, rows }) => {
            let rows = [header].into_iter().chain(rows);
            rows.map(Part::Row).collect()
        }
        _ => Vec::new(),
    }
}
