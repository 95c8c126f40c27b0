//! Findings about the page as a whole: tables without an owner, and parts that can't be read.

use std::sync::Arc;

use super::sections::{Hidden, Outline};
use crate::block::BlockKind;
use crate::lint::rules::{
    hidden_table, orphan_table, truncated_page, unbalanced_block, unnamed_method,
};
use crate::tables::ClassifiedBlock;
use schema::{Diagnostic, ItemPath, Source};

/// Reports tables without an owner, those that belong to another, and those that something hides.
pub(super) fn of_outline(source: &Arc<Source>, outline: &Outline<'_>) -> Vec<Diagnostic> {
    let orphans = outline
        .orphans
        .iter()
        .filter(|table| table.role.resembles_api())
        .map(|table| orphan_table::diagnostic(source, table.table.header.span));
    let misplaced = outline.misplaced.iter().map(|(owner, header, why)| {
        orphan_table::misplaced(source, ItemPath::owner(owner), *header, *why)
    });
    let hidden = outline
        .hidden
        .iter()
        .map(|hidden| report_hidden(source, hidden));
    let calls = outline.calls.iter();
    let calls = calls.map(|call| unnamed_method::diagnostic(source, call.span));
    orphans
        .chain(misplaced)
        .chain(hidden)
        .chain(calls)
        .collect()
}

fn report_hidden(source: &Arc<Source>, hidden: &Hidden<'_>) -> Diagnostic {
    let owner = hidden.owner.as_deref().map(ItemPath::owner);
    let tables = hidden.tables.iter().filter(|table| table.role.is_api());
    hidden_table::diagnostic(source, owner, hidden.span, hidden.reason, tables.count())
}

/// Reports where the page was cut off, and markup that is opened and never closed, or the other way
/// round.
pub(super) fn of_blocks(source: &Arc<Source>, blocks: &[ClassifiedBlock]) -> Vec<Diagnostic> {
    let cut_off = blocks.iter().find_map(|block| match block.kind {
        BlockKind::CutOff(within) => Some(truncated_page::diagnostic(source, within)),
        _ => None,
    });
    let unbalanced = blocks.iter().filter_map(|block| match block.kind {
        BlockKind::Unclosed(span) => Some(unbalanced_block::unclosed(source, span)),
        BlockKind::Unopened(span) => Some(unbalanced_block::unopened(source, span)),
        _ => None,
    });
    cut_off.into_iter().chain(unbalanced).collect()
}
