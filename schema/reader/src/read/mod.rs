//! Readers: a page's text in, blocks out. One file knows each format.

mod dropped;
mod entities;
mod format;
mod html;
mod markdown;
mod nesting;
mod parts;
mod row;
mod tag;
mod unclosed;

use crate::block::Block;
use schema::Source;

pub use format::Format;

/// Reads the blocks of a page, in page order.
pub(crate) fn read_blocks(source: &Source, format: Format) -> Vec<Block> {
    let blocks = match format {
        Format::Html => html::read_html(source, 0..source.text().len()),
        Format::Markdown => markdown::read_markdown(source),
    };
    dropped::add_dropped_rows(source, blocks)
}
