//! Prose in, the places of its sentences and words out.

use std::ops::Range;

/// The longest sentence that is read, in bytes.
const LONGEST: usize = 4000;

/// The sentences of a text, without the white space around them.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    // A sentence past any reasonable length is not read.
    let longest = |range: &Range<usize>| !range.is_empty() && range.len() <= LONGEST;
    for (at, c) in text.char_indices() {
        let after = at + c.len_utf8();
        let last = !text[after..].starts_with(|next: char| !next.is_whitespace());
        if matches!(c, '。' | '！' | '？' | '\n') || (matches!(c, '.' | '!' | '?') && last) {
            found.push(start..at);
            start = after;
        }
    }
    found.push(start..text.len());
    let trimmed = found.into_iter().map(|range| {
        let part = &text[range.clone()];
        let lead = part.len() - part.trim_start().len();
        range.start + lead..range.start + lead + part.trim().len()
    });
    trimmed.filter(longest).collect()
}

/// The stretches of ASCII letters, digits and `_`.
pub(super) fn ascii_words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let letter = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let starts = text
        .char_indices()
        .filter(move |&(at, c)| letter(c) && !text[..at].chars().next_back().is_some_and(letter));
    starts.map(move |(at, _)| {
        let len = text[at..].find(|c| !letter(c)).unwrap_or(text.len() - at);
        at..at + len
    })
}
