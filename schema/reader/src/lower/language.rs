//! What a page is written in, and of which version of the platform it speaks.

use crate::block::{Block, BlockKind};
use crate::dialect::{self, Dialect};
use crate::tables::header;

/// The dialect that most tables of the page are in.
pub(super) fn main(blocks: &[Block]) -> &'static Dialect {
    let tables = blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Table(table) => Some(header::read(&table.header).dialect),
        _ => None,
    });
    let mut counts: Vec<(usize, &'static Dialect)> =
        dialect::all().iter().map(|&dialect| (0, dialect)).collect();
    for found in tables {
        for (count, dialect) in &mut counts {
            *count += usize::from(std::ptr::eq(*dialect, found));
        }
    }
    // The first of those with the most, so that a page without tables has the first dialect.
    counts
        .iter()
        .rev()
        .max_by_key(|(count, _)| *count)
        .map_or(dialect::all()[0], |best| best.1)
}

/// The platform's version: the first block that is a version and nothing else.
pub(super) fn version(blocks: &[Block]) -> Option<String> {
    blocks.iter().find_map(|block| {
        let (BlockKind::Heading { text, .. } | BlockKind::Paragraph(text)) = &block.kind else {
            return None;
        };
        let plain = text.plain();
        let found = dialect::all()
            .iter()
            .find_map(|dialect| dialect.version.captures(plain.trim()));
        found.map(|groups| groups["version"].to_owned())
    })
}

/// The dialect of a section without a table: the one in which its prose speaks of returns,
/// parameters or members; the page's own before any other.
pub(super) fn of(prose: &str, main: &'static Dialect) -> &'static Dialect {
    let speaks = |dialect: &&&'static Dialect| {
        let words = [
            &dialect.returns.verb,
            &dialect.takes_nothing,
            &dialect.unions,
        ];
        words.iter().any(|words| words.is_match(prose))
    };
    let all = std::iter::once(&main).chain(dialect::all());
    all.into_iter().find(speaks).copied().unwrap_or(main)
}
