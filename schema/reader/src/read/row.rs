//! The cells of a table row as it is written: the parser pads rows that are too short and drops
//! what is too much, so rows are counted here.

use std::ops::Range;

/// The place of each cell of a row, without the white space around it. `start` is the row's place.
///
/// A pipe right after a `\` belongs to its cell, however many there are: so the parser has it, and
/// its cells are put side by side with these.
pub(super) fn cell_ranges(line: &str, start: usize) -> Vec<Range<usize>> {
    let body = line.trim();
    let lead = line.len() - line.trim_start().len();
    let mut pipes: Vec<usize> = unescaped_pipes(body).collect();
    let closed = pipes
        .last()
        .is_some_and(|&last| last + 1 == body.len() && last > 0);
    if pipes.first() != Some(&0) {
        pipes.insert(0, usize::MAX);
    }
    if !closed {
        pipes.push(body.len());
    }
    let between = pipes
        .windows(2)
        .map(|pair| trim_range(body, pair[0].wrapping_add(1)..pair[1]));
    let first = start + lead;
    between
        .map(|cell| first + cell.start..first + cell.end)
        .collect()
}

/// Checks whether a line is one like `|---|:--|`, maybe in a quotation.
pub(super) fn is_delimiter_row(line: &str) -> bool {
    line.contains('-') && line.contains('|') && line.chars().all(|c| "|-:+ \t>\r\n".contains(c))
}

fn unescaped_pipes(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let pipes = text.match_indices('|').map(|(at, _)| at);
    pipes.filter(move |&at| at == 0 || bytes[at - 1] != b'\\')
}

/// The range without its white space; the whole range where there is nothing else.
pub(super) fn trim_range(text: &str, range: Range<usize>) -> Range<usize> {
    let cell = text.get(range.clone()).unwrap_or_default();
    if cell.trim().is_empty() {
        return range;
    }
    let start = range.start + cell.len() - cell.trim_start().len();
    start..start + cell.trim().len()
}
