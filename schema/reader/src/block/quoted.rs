//! Quoted text: a text in which every value stands in “quotes”, however the page marks it.

use std::ops::Range;

use super::text::{Run, Style, Text};
use schema::Span;

/// A text in which what is emphasised, set as code, or in quotation marks of any kind is in
/// “quotes”, the one form in which rules look for values. These read alike:
///
/// | page | quoted text |
/// | --- | --- |
/// | ``default `40` ``, `default *40*`, `default "40"` | `default “40”` |
/// | `始终为「晴」`, `始终为"晴"` | `始终为“晴”` |
/// | `sort by 'name'` | `sort by “name”` |
/// | `a user’s name can’t be set` | `a user's name can't be set` |
#[derive(Default)]
pub struct QuotedText {
    text: String,
    pieces: Vec<Piece>,
}

/// A stretch of the quoted text and its place on the page.
struct Piece {
    start: usize,
    span: Span,
}

/// Marks that open a value, each with the one that closes it.
const MARKS: &[(char, char)] = &[
    ('“', '”'),
    ('"', '"'),
    ('＂', '＂'),
    ('\'', '\''),
    ('‘', '’'),
    ('„', '“'),
    ('«', '»'),
    ('‹', '›'),
    ('「', '」'),
    ('『', '』'),
];

impl QuotedText {
    /// Reads the quotation marks and the markup of a text.
    pub fn of(text: &Text) -> Self {
        let mut writer = Writer::default();
        let mut chunks = text.runs().chunk_by(Run::goes_on).peekable();
        while let Some(runs) = chunks.next() {
            // A chunk has at least one run.
            match runs[0].style {
                Style::Plain | Style::Strong => {
                    let next = chunks.peek().and_then(|runs| runs[0].text.chars().next());
                    writer.write_plain(runs, next);
                }
                Style::Emphasis | Style::Code => writer.write_value(runs),
            }
        }
        writer.quoted
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The place of a stretch of the text, as exactly as the markup allows.
    pub fn span_of(&self, range: Range<usize>) -> Option<Span> {
        let first = self
            .pieces
            .partition_point(|piece| piece.start <= range.start);
        let first = first.saturating_sub(1);
        let mut found: Option<Span> = None;
        for (index, piece) in self.pieces.iter().enumerate().skip(first) {
            if piece.start >= range.end {
                break;
            }
            let next = self.pieces.get(index + 1);
            let end = next.map_or(self.text.len(), |next| next.start);
            let part = piece.part(end, &range);
            found = Some(found.map_or(part, |span| span.to(part)));
        }
        found
    }

    fn push(&mut self, text: &str, span: Span) {
        if !text.is_empty() {
            let start = self.text.len();
            self.pieces.push(Piece { start, span });
            self.text.push_str(text);
        }
    }
}

impl Piece {
    /// The place of the part of the piece that lies in a range: exact where the piece is the page's
    /// text to the letter.
    fn part(&self, end: usize, range: &Range<usize>) -> Span {
        let from = range.start.max(self.start);
        let to = range.end.min(end);
        if end - self.start != self.span.range().len() || from >= to {
            return self.span;
        }
        let offset = self.span.start();
        let place = |at: usize| offset + at - self.start;
        self.span.part(place(from), place(to))
    }
}

#[derive(Default)]
struct Writer {
    quoted: QuotedText,
    /// The mark that closes the value that is open.
    close: Option<char>,
}

impl Writer {
    /// Writes what is marked by its style. Marks inside or around it are its own: `*“soft”*`,
    /// `“*soft*”`.
    fn write_value(&mut self, runs: &[Run]) {
        let whole: String = runs.iter().map(|run| run.text.as_str()).collect();
        let (first, last) = (runs[0].span, runs[runs.len() - 1].span);
        let inner = whole.trim_matches(['“', '”', '"']);
        let is_open = self.quoted.text.ends_with('“');
        let span = first.to(last);
        self.quoted.push(if is_open { "" } else { "“" }, first);
        match runs {
            [run] => {
                let from = whole.len() - whole.trim_start_matches(['“', '”', '"']).len();
                let from = from.min(whole.len() - inner.len());
                self.quoted.push(inner, run.part(from, from + inner.len()));
            }
            _ => self.quoted.push(inner, span),
        }
        self.quoted.push(if is_open { "" } else { "”" }, last);
    }

    fn write_plain(&mut self, runs: &[Run], after: Option<char>) {
        for (index, run) in runs.iter().enumerate() {
            let next = runs.get(index + 1).and_then(|run| run.text.chars().next());
            self.write_run(run, next.or(after));
        }
    }

    fn write_run(&mut self, run: &Run, after: Option<char>) {
        let text = run.text.as_str();
        let mut written = 0;
        let mut before = self.quoted.text.chars().next_back();
        for (at, mark) in text.char_indices() {
            let end = at + mark.len_utf8();
            if let Some(quote) = self.read_mark(mark, before, &text[end..], after) {
                self.quoted.push(&text[written..at], run.part(written, at));
                self.quoted.push(quote, run.part(at, end));
                written = end;
            }
            before = Some(mark);
        }
        let rest = run.part(written, text.len());
        self.quoted.push(&text[written..], rest);
    }

    /// Reads a mark between a character and a text: the “quote” that it stands for.
    fn read_mark(
        &mut self,
        mark: char,
        before: Option<char>,
        rest: &str,
        after: Option<char>,
    ) -> Option<&'static str> {
        if mark.is_ascii_alphanumeric() || mark == ' ' {
            return None;
        }
        if self.close == Some(mark) {
            self.close = None;
            return Some("”");
        }
        if let Some((_, close)) = MARKS.iter().find(|(open, _)| *open == mark) {
            let next = rest.chars().next().or(after);
            let opens = match mark {
                '\'' => opens_word(before, rest),
                '"' | '＂' => next.is_some_and(|next| !next.is_whitespace()),
                _ => true,
            };
            self.close = if opens { Some(*close) } else { self.close };
            return opens.then_some("“");
        }
        // The apostrophe of “can’t”.
        (mark == '’').then_some("'")
    }
}

/// Checks whether an apostrophe opens a value: `'name'` does, `users' 'tis` does not.
fn opens_word(before: Option<char>, rest: &str) -> bool {
    let Some((word, after)) = rest.split_once('\'') else {
        return false;
    };
    let is_word = !word.is_empty() && !word.contains(char::is_whitespace);
    let is_letter = |c: char| c.is_ascii_alphanumeric();
    is_word && !before.is_some_and(is_letter) && !after.starts_with(is_letter)
}
