//! Text with its markup read, and the place of each stretch of it.

use std::ops::Range;

use schema::Span;

/// Text with its markup read: runs of one style, each with its place.
#[derive(Clone, Debug, Default)]
pub struct Text {
    runs: Vec<Run>,
    /// The start of each run in [`Text::plain`].
    starts: Vec<usize>,
    length: usize,
}

/// A stretch of text in one style.
#[derive(Clone, Debug)]
pub struct Run {
    /// The text, with entities and escapes resolved.
    pub text: String,
    /// The style in which it is set.
    pub style: Style,
    /// Its place.
    pub span: Span,
}

/// The style in which a run of text is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// As plain text, or as a link's text.
    #[default]
    Plain,
    /// Emphasised, in most pages a name or a value.
    Emphasis,
    /// In bold.
    Strong,
    /// As code.
    Code,
}

impl Text {
    /// Adds a run, joining it to the one before where style and place allow.
    pub fn push(&mut self, text: &str, style: Style, span: Span) {
        if text.is_empty() {
            return;
        }
        let start = self.length;
        self.length += text.len();
        match self.runs.last_mut() {
            Some(last) if last.style == style && last.span.end() == span.start() => {
                // Runs whose text is not their source to the letter stay apart: offsets rely on it.
                let exact = last.text.len() == last.span.range().len();
                if exact && text.len() == span.range().len() {
                    last.text.push_str(text);
                    last.span = last.span.to(span);
                    return;
                }
            }
            _ => {}
        }
        self.starts.push(start);
        self.runs.push(Run {
            text: text.to_owned(),
            style,
            span,
        });
    }

    /// The runs.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// Checks whether there is nothing but white space.
    pub fn is_empty(&self) -> bool {
        self.runs.iter().all(|run| run.text.trim().is_empty())
    }

    /// The text without its markup.
    pub fn plain(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// The text without its markup on one line: a `<br>` in a cell is a space.
    pub fn line(&self) -> String {
        let plain = self.plain();
        // Most cells are one run on one line.
        if is_one_line(&plain) {
            return plain;
        }
        let words: Vec<&str> = plain.split_whitespace().collect();
        words.join(" ")
    }

    /// The whole text's place.
    pub fn span(&self) -> Option<Span> {
        let first = self.runs.first()?.span;
        let last = self.runs.last()?.span;
        Some(first.to(last))
    }

    /// The place of a stretch of [`Text::plain`], as exactly as the markup allows.
    pub fn span_of(&self, range: Range<usize>) -> Option<Span> {
        let first = self.starts.partition_point(|&start| start <= range.start);
        let runs = self.starts.iter().zip(&self.runs);
        let runs = runs.skip(first.saturating_sub(1));
        let mut found: Option<Span> = None;
        for (&start, run) in runs.take_while(|(start, _)| **start < range.end) {
            let end = start + run.text.len();
            if end <= range.start {
                continue;
            }
            let part = run.part(
                range.start.saturating_sub(start),
                range.end.min(end) - start,
            );
            found = Some(found.map_or(part, |span| span.to(part)));
        }
        found
    }
}

/// Checks whether all white space of a text is single spaces between words.
fn is_one_line(text: &str) -> bool {
    let mut before = b' ';
    for byte in text.bytes() {
        let is_between = byte == b' ' && before != b' ';
        if !is_between && !byte.is_ascii_graphic() {
            return false;
        }
        before = byte;
    }
    text.is_empty() || before != b' '
}

impl Run {
    /// Checks whether the next run goes on in the same markup: there is no more between the two than
    /// the backslash of an escape.
    pub(super) fn goes_on(&self, next: &Self) -> bool {
        self.style == next.style && next.span.start() <= self.span.end() + 1
    }

    /// The place of some bytes of the run: exact where the source is the text to the letter.
    pub(super) fn part(&self, from: usize, to: usize) -> Span {
        if self.text.len() != self.span.range().len() {
            return self.span;
        }
        self.span
            .part(self.span.start() + from, self.span.start() + to)
    }
}
