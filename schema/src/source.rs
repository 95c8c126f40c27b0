//! Source texts and the places in them.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A text with the name of its file and the starts of its lines.
#[derive(PartialEq, Eq)]
pub struct Source {
    name: String,
    text: String,
    lines: Vec<usize>,
    /// The number of characters that begin before each block of bytes: a line can be the whole
    /// page.
    letters: Vec<usize>,
}

/// The size of such a block.
const BLOCK: usize = 1024;

impl Source {
    /// Takes a text; `name` is the path that diagnostics show.
    ///
    /// A byte order mark is no part of the text: it would hide the first heading, and no editor
    /// counts it as a column.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        let mut text = text.into();
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        let lines = std::iter::once(0).chain(breaks(&text)).collect();
        Arc::new(Self {
            name: name.into(),
            letters: letters(&text),
            text,
            lines,
        })
    }

    /// The path that diagnostics show.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// A span of the text: bounds past the end or inside a character move outwards to the next
    /// character's edge, so that every span can be sliced and rendered.
    pub fn span(&self, range: Range<usize>) -> Span {
        let mut start = range.start.min(self.text.len());
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        let mut end = range.end.clamp(start, self.text.len());
        while !self.text.is_char_boundary(end) {
            end += 1;
        }
        Span { start, end }
    }

    /// The number of the last line with anything but white space; 1 where there is none.
    pub fn last_line(&self) -> usize {
        let end = self.text.trim_end().len();
        self.position(self.span(end..end)).line
    }

    /// The span of a line, from 1, without its line break.
    pub fn line_span(&self, line: usize) -> Span {
        let index = line.saturating_sub(1);
        let start = self.lines.get(index).copied().unwrap_or(self.text.len());
        let end = self
            .lines
            .get(index + 1)
            .copied()
            .unwrap_or(self.text.len());
        let line = self.text[start..end].trim_end_matches(['\n', '\r']);
        self.span(start..start + line.len())
    }

    /// The line of an entry of a YAML list: the one, after `before` others of the same kind, that
    /// has this value for this key. The first line where there is none.
    pub fn entry_span(&self, key: &str, value: &str, before: usize) -> Span {
        let lines = self.text.lines().enumerate();
        let mut entries = lines.filter(|(_, line)| value_of(line, key) == Some(value));
        let line = entries.nth(before).map_or(1, |(index, _)| index + 1);
        self.line_span(line)
    }

    /// The text of a span of this source.
    pub fn slice(&self, span: Span) -> &str {
        // A span of another source may not fit: then there is no text of it here.
        self.text.get(span.start..span.end).unwrap_or("")
    }

    /// The line and column where a span starts: both from 1, the column in characters.
    pub fn position(&self, span: Span) -> Position {
        let line = self.lines.partition_point(|&start| start <= span.start);
        let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or(0);
        Position {
            line,
            column: self.letters_before(span.start) - self.letters_before(start) + 1,
        }
    }

    /// The number of characters that begin before a byte.
    fn letters_before(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let block = byte / BLOCK;
        let rest = &self.text.as_bytes()[block * BLOCK..byte];
        self.letters[block] + rest.iter().filter(|byte| begins(**byte)).count()
    }
}

/// Checks whether a character of UTF-8 begins with this byte.
fn begins(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

/// The value that a line of YAML has for a key: `a.b` of `- {at: "a.b", set: type}`.
fn value_of<'t>(line: &'t str, key: &str) -> Option<&'t str> {
    let entry = line.trim_start_matches([' ', '-', '{']);
    let written = entry.strip_prefix(key)?.strip_prefix(':')?;
    let value = written.split([',', '#', '}']).next()?;
    Some(value.trim().trim_matches(['"', '\'']))
}

/// Counts the characters that begin before each block of bytes.
fn letters(text: &str) -> Vec<usize> {
    let mut before = 0;
    let blocks = text.as_bytes().chunks(BLOCK).map(|block| {
        before += block.iter().filter(|byte| begins(**byte)).count();
        before
    });
    std::iter::once(0).chain(blocks).collect()
}

/// The starts of lines but for the first: after each `\n`, `\r\n`, or `\r` alone, as editors count.
fn breaks(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    let ends = bytes.iter().enumerate().filter(|(at, byte)| match byte {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    });
    ends.map(|(at, _)| at + 1)
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Source({:?}, {} bytes)", self.name, self.text.len())
    }
}

/// A range of bytes in a source, always on the edges of characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The first byte.
    pub fn start(self) -> usize {
        self.start
    }

    /// The byte after the last.
    pub fn end(self) -> usize {
        self.end
    }

    /// Checks whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The bytes as a range.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The part of it from one byte to another, both of the source and within it.
    ///
    /// The caller knows that both lie on the edges of characters.
    #[must_use]
    pub fn part(self, start: usize, end: usize) -> Self {
        let start = start.clamp(self.start, self.end);
        let end = end.clamp(start, self.end);
        Self { start, end }
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }
}

/// A line and a column, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_characters() {
        let source = Source::new("page.md", "一行\n| 可选 | x |\n");
        let at = source.text().find('x').unwrap();
        let position = source.position(source.span(at..at + 1));
        assert_eq!(position, Position { line: 2, column: 8 });
    }

    #[test]
    fn columns_are_characters_on_the_longest_line_too() {
        let text = "a可".repeat(BLOCK);
        let source = Source::new("page.md", text.clone());
        for (count, (at, _)) in text.char_indices().enumerate() {
            let position = source.position(source.span(at..at));
            assert_eq!(position.column, count + 1);
        }
        let end = source.position(source.span(text.len()..text.len()));
        assert_eq!(end.column, 2 * BLOCK + 1);
    }

    #[test]
    fn a_line_ends_where_editors_end_it() {
        let source = Source::new("page.md", "one\r\ntwo\rthree\n\nfour\r");
        let lines: Vec<_> = (1..=6)
            .map(|line| source.slice(source.line_span(line)))
            .collect();
        assert_eq!(lines, ["one", "two", "three", "", "four", ""]);
        assert_eq!(source.last_line(), 5);
    }

    #[test]
    fn a_span_never_splits_a_character() {
        let source = Source::new("page.md", "可选");
        assert_eq!(source.span(1..4).range(), 0..6);
        assert_eq!(source.span(5..100).range(), 3..6);
        let (late, early) = (5, 2);
        assert_eq!(source.span(late..early).range(), 3..3);
    }
}
