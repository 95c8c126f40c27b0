//! A text with entities → markup.
//!
//! The marks of a language must nest. Where two entities overlap, such as bold `ab` and italic `bc`
//! of `abc`, the second one is cut where the first one ends: `<b>a<i>b</i></b><i>c</i>`.
//!
//! What a language can't express is left out, never the text: marks inside of code, bold in bold, a
//! quotation in a quotation.

use super::Text;
use super::entity::TextEntity;
use super::markup::{Markup, Word};
use super::spans::{Piece, Queue, Span, find_spans};

impl<E: TextEntity> Text<E> {
    /// Writes the text in a markup language.
    pub(crate) fn render(&self, markup: &Markup) -> String {
        let spans = find_spans(self, markup);
        let mut queue = Queue::new(&spans);
        let mut renderer = Renderer::new(&self.text, markup, &spans);
        while let Some(piece) = queue.pop() {
            renderer.copy_until(piece.start);
            renderer.open_piece(piece, &mut queue);
        }
        renderer.copy_until(self.text.len());
        renderer.output
    }
}

struct Renderer<'a> {
    text: &'a str,
    markup: &'a Markup,
    spans: &'a [Span],
    /// The start of the text that is not written yet.
    position: usize,
    /// The spans that are open, the innermost last. No word is open twice, so these are few.
    open: Vec<Open<'a>>,
    output: String,
    /// The mark that was written last; empty if text came behind it.
    last_mark: &'a str,
}

/// A span that is open.
struct Open<'a> {
    span: &'a Span,
    index: usize,
    end: usize,
    /// The place in the output of what is inside of it.
    output_start: usize,
}

impl<'a> Renderer<'a> {
    fn new(text: &'a str, markup: &'a Markup, spans: &'a [Span]) -> Self {
        Self {
            text,
            markup,
            spans,
            position: 0,
            open: Vec::new(),
            output: String::new(),
            last_mark: "",
        }
    }

    /// Writes the text before a place, and closes the spans that end before it or there.
    fn copy_until(&mut self, end: usize) {
        while let Some(inner_end) = self
            .open
            .last()
            .map(|last| last.end)
            .filter(|one| *one <= end)
        {
            self.write_text(inner_end);
            self.close_last();
        }
        self.write_text(end);
    }

    /// Opens a piece of a span up to the end of the one that it is inside of. The rest of it goes
    /// back to the queue.
    fn open_piece(&mut self, mut piece: Piece, queue: &mut Queue) {
        let span = &self.spans[piece.span];
        if let Some(outer) = self.open.last().filter(|outer| outer.end < piece.end) {
            let end = std::mem::replace(&mut piece.end, outer.end);
            let start = piece.end;
            queue.push(
                &Piece {
                    start,
                    end,
                    ..piece
                },
                span.word,
            );
        }
        if self.is_excluded(span.word) {
            return;
        }
        if !span.word.each_line.is_empty() {
            self.interrupt_all(queue);
            self.separate_lines(span.word);
        }
        self.write_mark(&span.before);
        self.open.push(Open {
            span,
            index: piece.span,
            end: piece.end,
            output_start: self.output.len(),
        });
    }

    /// Checks whether a word can't be inside of one that is open.
    fn is_excluded(&self, word: &Word) -> bool {
        let mut outer = self.open.iter().map(|open| open.span.word);
        outer.any(|outer| {
            let both_mark_lines = !outer.each_line.is_empty() && !word.each_line.is_empty();
            outer.verbatim || outer.name == word.name || both_mark_lines
        })
    }

    /// Closes all that is open, since nothing may stand before the first of whole lines. The rest of
    /// it is opened again, inside of them.
    fn interrupt_all(&mut self, queue: &mut Queue) {
        while let Some(last) = self.close_last() {
            let rest = Piece {
                start: self.position,
                end: last.end,
                span: last.index,
            };
            queue.push(&rest, last.span.word);
        }
    }

    /// Keeps whole lines from becoming one with the same kind of lines before them.
    fn separate_lines(&mut self, word: &Word) {
        let before = self.output.strip_suffix('\n').unwrap_or_default();
        let last_line = before.rsplit('\n').next().unwrap_or_default();
        let line = last_line.strip_prefix(self.markup.separator);
        if line.unwrap_or(last_line).starts_with(word.each_line) {
            self.output.push_str(self.markup.separator);
        }
    }

    fn close_last(&mut self) -> Option<Open<'a>> {
        let open = self.open.pop()?;
        let word = open.span.word;
        if !word.each_line.is_empty() {
            let inside = self.output.split_off(open.output_start);
            let line_start = format!("\n{}", word.each_line);
            self.output.push_str(word.each_line);
            self.output.push_str(&inside.replace('\n', &line_start));
        }
        self.write_mark(&open.span.behind);
        Some(open)
    }

    fn write_mark(&mut self, mark: &'a str) {
        if self.markup.needs_separator(self.last_mark, mark) {
            self.output.push_str(self.markup.separator);
        }
        self.output.push_str(mark);
        if !mark.is_empty() {
            self.last_mark = mark;
        }
    }

    fn write_text(&mut self, end: usize) {
        let text = self.text.get(self.position..end).unwrap_or_default();
        if text.is_empty() {
            return;
        }
        let is_verbatim = self.open.iter().any(|open| open.span.word.verbatim);
        let escapes = if is_verbatim {
            &self.markup.verbatim
        } else {
            &self.markup.text
        };
        self.output.push_str(&escapes.escape(text));
        self.position = end;
        self.last_mark = "";
    }
}
