//! Findings about the page as a whole: where it was cut off, and what belongs elsewhere.

use std::sync::Arc;

use super::sections::Outline;
use crate::block::BlockKind;
use crate::lint::rules::{orphan_table, truncated_page, unbalanced_block, unnamed_method};
use crate::tables::ClassifiedBlock;
use schema::{Diagnostic, ItemPath, Source};

/// Reports tables that belong to another owner than the one above them.
pub(super) fn of_outline(source: &Arc<Source>, outline: &Outline<'_>) -> Vec<Diagnostic> {
    let misplaced = outline.misplaced.iter().map(|(owner, header, why)| {
        orphan_table::misplaced(source, ItemPath::owner(owner), *header, *why)
    });
    let calls = outline.calls.iter();
    let calls = calls.map(|call| unnamed_method::diagnostic(source, call.span, call.is_heading));
    misplaced.chain(calls).collect()
}

/// Reports where the page was cut off, and markup that is opened and never closed.
pub(super) fn of_blocks(source: &Arc<Source>, blocks: &[ClassifiedBlock<'_>]) -> Vec<Diagnostic> {
    let cut_off = blocks.iter().find_map(|block| match block.kind {
        BlockKind::CutOff(within) => Some(truncated_page::diagnostic(source, within)),
        _ => None,
    });
    let unbalanced = blocks.iter().filter_map(|block| match block.kind {
        BlockKind::Unclosed(span) => Some(unbalanced_block::unclosed(source, span)),
        _ => None,
    });
    cut_off.into_iter().chain(unbalanced).collect()
}
