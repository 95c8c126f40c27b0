//! Readers: a page's text in, blocks out. One file knows each format.

mod entities;
mod format;
mod hidden_table;
mod html;
mod markdown;
mod nesting;
mod row;
mod tag;
mod unclosed;

use crate::block::{Block, BlockKind, Table};
use schema::Source;

pub use format::Format;

/// Reads the blocks of a page, in page order.
pub(crate) fn read_blocks(source: &Source, format: Format) -> Vec<Block> {
    let whole = 0..source.text().len();
    match format {
        Format::Html => html::read_html(source, whole, find_hidden_tables),
        Format::Markdown => markdown::read_markdown(source, find_hidden_tables),
    }
}

/// Finds the tables that a hidden text would be. They have no places on the page.
fn find_hidden_tables(text: &str) -> Vec<Table> {
    // A comment is in the text of what hides it as well: there it is not looked for again.
    let find_none = |_: &str| Vec::new();
    let inside = Source::new("", hidden_table::hidden_text(text));
    markdown::read_markdown(&inside, find_none)
        .into_iter()
        .filter_map(|block| match block.kind {
            BlockKind::Table(table) => Some(table),
            _ => None,
        })
        .collect()
}
