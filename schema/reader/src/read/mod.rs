//! Readers: a page's text in, blocks out. One file knows each format.

mod entities;
mod format;
mod html;
mod markdown;
mod nesting;
mod row;
mod tag;
mod unclosed;

use crate::block::{Block, BlockKind, Table};
use schema::source::Source;

pub use format::Format;

/// Reads the blocks of a page, in page order.
pub(crate) fn read_blocks(source: &Source, format: Format) -> Vec<Block> {
    match format {
        Format::Html => html::blocks(source, 0..source.text().len(), Part::Shown),
        Format::Markdown => markdown::blocks(source, Part::Shown),
    }
}

/// What of a page is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// What it shows.
    Shown,
    /// What something on it hides.
    Hidden,
}

/// The tables that a text would be which a part of the page hides. They have no places on the page.
/// What is hidden within what is hidden is not looked for: a comment is in its own text.
fn tables(part: Part, text: &str) -> Vec<Table> {
    if part == Part::Hidden {
        return Vec::new();
    }
    let inside = match text.strip_prefix("<!--") {
        Some(inside) => inside,
        // A tag ends on its line, or nobody knows where.
        None if text.starts_with('<') => text.split_once(['>', '\n']).map_or("", |(_, rest)| rest),
        None => text,
    };
    let blocks = markdown::blocks(&Source::new("", inside), Part::Hidden);
    let tables = blocks.into_iter().filter_map(|block| match block.kind {
        BlockKind::Table(table) => Some(table),
        _ => None,
    });
    tables.collect()
}

/// Whether a text has the line of dashes of a Markdown table, or the tag of an HTML one.
fn looks_like_table(text: &str) -> bool {
    let dashes = |line: &str| {
        line.contains('-') && line.contains('|') && line.chars().all(|c| "|-: \t>".contains(c))
    };
    (text.contains("<table") && text.contains("<tr")) || text.lines().any(dashes)
}
