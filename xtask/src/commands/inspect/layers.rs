//! Overlapping spans in, what lies on top at each byte out.

use schema::Span;

/// Spans of a text, each with a value, swept from the text's start to its end.
///
/// Where spans overlap, the one that begins last is on top, and the shorter of two that begin at
/// the same byte: a fact lies on top of its description, which is seen again after it.
pub(super) struct Layers<T> {
    /// By their start, the longer one first.
    spans: Vec<(Span, T)>,
    /// The first that has not begun.
    next: usize,
    /// Those that have begun, the last one on top; some below it may have ended.
    begun: Vec<usize>,
}

impl<T: Copy> Layers<T> {
    /// Sorts the spans.
    pub(super) fn new(mut spans: Vec<(Span, T)>) -> Self {
        spans.sort_by_key(|(span, _)| (span.start(), usize::MAX - span.end()));
        Self {
            spans,
            next: 0,
            begun: Vec::new(),
        }
    }

    /// What lies on top at a byte, and a byte up to which it does. No call may ask for an earlier
    /// byte than the call before.
    pub(super) fn top_at(&mut self, byte: usize) -> (Option<T>, usize) {
        while self.start_of_next() <= byte {
            self.begun.push(self.next);
            self.next += 1;
        }
        while let Some(&top) = self.begun.last() {
            let (span, value) = self.spans[top];
            if span.end() > byte {
                return (Some(value), span.end().min(self.start_of_next()));
            }
            self.begun.pop();
        }
        (None, self.start_of_next())
    }

    fn start_of_next(&self) -> usize {
        let next = self.spans.get(self.next);
        next.map_or(usize::MAX, |(span, _)| span.start())
    }
}
