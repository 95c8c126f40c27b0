//! Dropped lines: rows that are in no block at all, whatever reader read the page.
//!
//! Every reader has texts that it leaves out, as definitions of links are. A row among them is still
//! a row, and becomes a hidden one.

use std::ops::Range;

use super::parts::find_line_parts;
use crate::block::{Block, BlockKind, Cover, Part};
use schema::Source;

/// Adds a hidden block for each line that begins with a pipe and is in no block.
pub(super) fn add_dropped_rows(source: &Source, blocks: Vec<Block>) -> Vec<Block> {
    let mut dropped = find_dropped_rows(source, &blocks).into_iter().peekable();
    if dropped.peek().is_none() {
        return blocks;
    }
    let mut all = Vec::new();
    for block in blocks {
        let start = place(&block.kind).map_or(usize::MAX, |place| place.start);
        while let Some((_, row)) = dropped.next_if(|(at, _)| *at < start) {
            all.push(row);
        }
        all.push(block);
    }
    all.extend(dropped.map(|(_, row)| row));
    all
}

fn find_dropped_rows(source: &Source, blocks: &[Block]) -> Vec<(usize, Block)> {
    let mut places: Vec<Range<usize>> = blocks
        .iter()
        .filter_map(|block| place(&block.kind))
        .collect();
    places.sort_by_key(|place| place.start);
    let mut places = places.into_iter().peekable();
    let (mut start, mut covered) = (0, 0);
    let mut found = Vec::new();
    for line in source.text().split_inclusive('\n') {
        let range = start..start + line.len();
        start = range.end;
        while let Some(place) = places.next_if(|place| place.start < range.end) {
            covered = covered.max(place.end);
        }
        if covered <= range.start && line.trim_start().starts_with('|') {
            found.extend(hide_row(source, range));
        }
    }
    found
}

fn hide_row(source: &Source, range: Range<usize>) -> Option<(usize, Block)> {
    let mut parts = find_line_parts(source, range.clone());
    parts.retain(|part| matches!(part, Part::Row(_)));
    let span = parts.first()?.span()?;
    let cover = Cover::Nothing;
    let kind = BlockKind::Hidden { span, cover, parts };
    let aside = false;
    Some((range.start, Block { kind, aside }))
}

/// The place of a block on the page.
fn place(kind: &BlockKind) -> Option<Range<usize>> {
    let span = match kind {
        BlockKind::Heading { text, .. } | BlockKind::Paragraph(text) | BlockKind::Item(text) => {
            text.span()?
        }
        BlockKind::Table(table) => {
            let last = table.rows.last().unwrap_or(&table.header);
            table.header.span.to(last.span)
        }
        BlockKind::Hidden { span, .. }
        | BlockKind::Repaired { span, .. }
        | BlockKind::Unclosed(span) => *span,
        BlockKind::CutOff(_) => return None,
    };
    Some(span.range())
}
