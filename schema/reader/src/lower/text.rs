//! Prose, divided into sentences and words.

use std::ops::Range;

/// The longest sentence that is read, in bytes: no statement is longer, and hostile pages are.
const LONGEST: usize = 4000;

/// Finds the sentences of a text, without the white space around them.
///
/// A full stop ends a sentence before white space alone: `api.example.org` has none.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let after = at + c.len_utf8();
        if ends_sentence(c, &text[after..]) {
            found.push(trim_range(text, start..at));
            start = after;
        }
    }
    found.push(trim_range(text, start..text.len()));
    found.retain(|range| !range.is_empty() && range.len() <= LONGEST);
    found
}

fn ends_sentence(c: char, after: &str) -> bool {
    match c {
        '。' | '！' | '？' | '\n' => true,
        '.' | '!' | '?' => after.chars().next().is_none_or(char::is_whitespace),
        _ => false,
    }
}

fn trim_range(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + part.len() - part.trim_start().len();
    start..start + part.trim().len()
}

/// Finds the stretches of ASCII letters, digits and `_`.
pub(super) fn ascii_words(text: &str) -> impl Iterator<Item = Range<usize>> {
    // In bytes: the letters are ASCII, and no byte of another character is.
    let bytes = text.as_bytes();
    let mut end = 0;
    std::iter::from_fn(move || {
        let start = end + bytes[end..].iter().position(|byte| is_word_letter(*byte))?;
        let rest = &bytes[start..];
        let len = rest.iter().position(|byte| !is_word_letter(*byte));
        let len = len.unwrap_or(rest.len());
        end = start + len;
        Some(start..end)
    })
}

fn is_word_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}
