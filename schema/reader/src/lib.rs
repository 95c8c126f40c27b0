//! The front end: a reference page in, a [`schema::Schema`] with spans and diagnostics out.
//!
//! ```text
//! text → blocks → tables → schema and account → closed account → lints
//!        read     tables   lower                close            lint
//! ```

pub mod account;
pub mod block;
mod close;
pub mod dialect;
pub mod lint;
mod lower;
pub mod page;
mod read;
mod tables;

use std::sync::Arc;

use block::Block;
use dialect::Dialects;
use page::Page;
pub use read::Format;
use schema::{Diagnostic, Source};

/// Reads a page. `api` is the short name that the schema bears.
///
/// # Errors
///
/// If the page holds no method and no type at all: the findings on the way.
pub fn read(api: &str, source: &Arc<Source>) -> Result<Page, Vec<Diagnostic>> {
    read_as(api, source, Format::of(source))
}

/// Reads a page whose format is known by more than its text.
///
/// # Errors
///
/// As [`read`].
pub fn read_as(api: &str, source: &Arc<Source>, format: Format) -> Result<Page, Vec<Diagnostic>> {
    lint::refuse_empty(read_any(api, source, format))
}

/// Reads a page that perhaps holds no method and no type: its account and findings say why.
pub fn read_any(api: &str, source: &Arc<Source>, format: Format) -> Page {
    read_with(api, source, format, Dialects::built_in())
}

/// Reads a page that is in one of some dialects.
pub fn read_with(api: &str, source: &Arc<Source>, format: Format, dialects: &Dialects) -> Page {
    let blocks = read::read_blocks(source, format);
    let tables = tables::classify_tables(blocks, dialects);
    let mut page = lower::lower_page(api, source, &tables, dialects);
    close::close_account(&mut page, &tables, dialects);
    page
}

/// Reads the blocks of a page, in page order.
pub fn blocks(source: &Source, format: Format) -> Vec<Block> {
    read::read_blocks(source, format)
}
