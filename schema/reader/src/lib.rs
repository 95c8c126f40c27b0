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

use block::{Block, BlockKind};
use dialect::Dialects;
use page::Page;
pub use read::Format;
use schema::reads::Pattern;
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

/// Reads a page as the manifest of its API says.
///
/// # Errors
///
/// As [`read`].
pub fn read_in(
    api: &str,
    source: &Arc<Source>,
    format: Format,
    dialects: &Dialects,
) -> Result<Page, Vec<Diagnostic>> {
    lint::refuse_empty(read_with(api, source, format, dialects))
}

/// Reads a page that is in one of some dialects, and perhaps holds nothing.
pub fn read_with(api: &str, source: &Arc<Source>, format: Format, dialects: &Dialects) -> Page {
    let mut blocks = read::read_blocks(source, format);
    leave_out(&mut blocks, &dialects.reads.leave_out);
    let tables = tables::classify_tables(blocks, dialects);
    let mut page = lower::lower_page(api, source, &tables, dialects);
    close::close_account(&mut page, &tables, dialects);
    match dialects.reads.without_required_column {
        Some(presence) => page.with_unflagged(presence),
        None => page,
    }
}

/// Leaves out the headings that a pattern finds, with all that stands below them.
fn leave_out(blocks: &mut Vec<Block>, headings: &Pattern) {
    let mut below = None;
    blocks.retain(|block| {
        if let BlockKind::Heading { level, text, .. } = &block.kind {
            below = below.filter(|above| above < level);
            let is_match = || headings.is_match(&text.line());
            below = below.or_else(|| is_match().then_some(*level));
        }
        below.is_none()
    });
}

/// Reads the blocks of a page, in page order.
pub fn blocks(source: &Source, format: Format) -> Vec<Block> {
    read::read_blocks(source, format)
}
