//! The language of a page and of its sections.

use crate::block::BlockKind;
use crate::dialect::{Dialect, DialectRef, Dialects};
use crate::tables::ClassifiedBlock;

/// Finds the dialect that most tables of the page are in; of several, or without any table, the
/// first.
pub(super) fn main_dialect<'d>(
    blocks: &[ClassifiedBlock<'_>],
    dialects: &'d Dialects,
) -> DialectRef<'d> {
    let mut counts: Vec<(usize, DialectRef<'_>)> =
        dialects.iter().map(|dialect| (0, dialect)).collect();
    for block in blocks {
        if let BlockKind::Table(table) = &block.kind {
            for (count, dialect) in &mut counts {
                *count += usize::from(*dialect == table.header.dialect);
            }
        }
    }
    let best = counts.iter().rev().max_by_key(|(count, _)| *count);
    best.map_or(dialects.first(), |best| best.1)
}

/// Finds the dialect of a section without a table: the one in which its prose speaks of returns,
/// parameters or members, and the page's own before any other.
///
/// For example, on an English page “成功时返回 Message。” is Chinese; “Use it with care.” speaks of
/// none of these in any language, and is taken for English.
pub(super) fn section_dialect<'d>(prose: &str, main: DialectRef<'d>) -> DialectRef<'d> {
    main.and_others()
        .find(|dialect| speaks(dialect, prose))
        .unwrap_or(main)
}

fn speaks(dialect: &Dialect, prose: &str) -> bool {
    dialect.returns.verb.is_match(prose)
        || dialect.takes_nothing.is_match(prose)
        || dialect.unions.is_match(prose)
}
