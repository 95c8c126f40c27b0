//! Entities → the spans of a text that get marks, in the order in which they open.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use super::Text;
use super::entity::TextEntity;
use super::markup::{Markup, Word};
use super::utf16::Utf16Index;

/// A part of a text with the marks that go around it.
pub(super) struct Span {
    pub(super) word: &'static Word,
    pub(super) before: String,
    pub(super) behind: String,
    range: Range<usize>,
}

/// Finds the spans of a text that a markup language has marks for.
///
/// A language that writes something at the beginning of each line can do so with whole lines only.
pub(super) fn find_spans<E: TextEntity>(text: &Text<E>, markup: &Markup) -> Vec<Span> {
    let index = Utf16Index::new(&text.text);
    let spans = text.entities.iter().filter_map(|entity| {
        let word = markup.find_word(entity.word())?;
        let range = index.find_range(entity.offset(), entity.length())?;
        let (before, behind) = word.fill_marks(&markup.value, |path| entity.value(path))?;
        let begins_line = range.start == 0 || text.text.as_bytes()[range.start - 1] == b'\n';
        (!range.is_empty() && (begins_line || word.each_line.is_empty())).then_some(Span {
            word,
            before,
            behind,
            range,
        })
    });
    spans.collect()
}

/// The pieces of spans that are still to be opened, by their order: what begins first; of those,
/// what marks whole lines; of those, the longest.
pub(super) struct Queue(BinaryHeap<Reverse<Key>>);

/// The start, false for whole lines, the end, and the index of the span.
type Key = (usize, bool, Reverse<usize>, usize);

/// A piece of a span: all of it, unless another span that was opened before ends within it.
pub(super) struct Piece {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) span: usize,
}

impl Queue {
    pub(super) fn new(spans: &[Span]) -> Self {
        let keys = spans.iter().enumerate().map(|(index, span)| {
            let Range { start, end } = span.range;
            Reverse((start, span.word.each_line.is_empty(), Reverse(end), index))
        });
        Self(keys.collect())
    }

    /// Adds what is left of a span.
    pub(super) fn push(&mut self, piece: &Piece, word: &Word) {
        let Piece { start, end, span } = *piece;
        if start < end {
            let key = (start, word.each_line.is_empty(), Reverse(end), span);
            self.0.push(Reverse(key));
        }
    }

    pub(super) fn pop(&mut self) -> Option<Piece> {
        let Reverse((start, _, Reverse(end), span)) = self.0.pop()?;
        Some(Piece { start, end, span })
    }
}
