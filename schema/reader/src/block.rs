//! Blocks: the pieces of a page, the same for every format.

use std::ops::Range;

use schema::Span;

/// One block of a page, in page order. `T` is its table: as it was read, or as it was classified.
#[derive(Clone, Debug)]
pub struct Block<T = Table> {
    /// The kind, with its contents.
    pub kind: BlockKind<T>,
    /// True if it stands in a quotation, a hint or a footnote, beside the page's own text.
    pub aside: bool,
}

impl Block {
    /// The end of a page that was cut off.
    pub(crate) fn cut_off(within: &'static str) -> Self {
        Self {
            kind: BlockKind::CutOff(within),
            aside: false,
        }
    }
}

impl<T> Block<T> {
    /// The same block with another value in place of each table.
    pub(crate) fn map_tables<U>(self, map: impl FnMut(T) -> U) -> Block<U> {
        Block {
            kind: self.kind.map_tables(map),
            aside: self.aside,
        }
    }
}

/// The kinds of block that matter to a reference page.
#[derive(Clone, Debug)]
pub enum BlockKind<T = Table> {
    /// A heading; 1 is the page's title.
    Heading {
        /// The level, from 1.
        level: u8,
        /// Its text.
        text: Text,
        /// The name that links to it use, without `#`.
        anchor: Option<String>,
    },
    /// A paragraph.
    Paragraph(Text),
    /// An item of a list.
    Item(Text),
    /// A table.
    Table(T),
    /// Text that looks like a table and is none: in a code block, in raw HTML, or malformed.
    Hidden {
        /// Its place.
        span: Span,
        /// The markup that hides it.
        reason: &'static str,
        /// The tables that it would be, as far as anybody can tell; their places mean nothing.
        tables: Vec<T>,
    },
    /// The opening mark of a quotation, a hint, a fold or a table that is never closed.
    Unclosed(Span),
    /// The row of a table that nothing opened.
    Unopened(Span),
    /// The end of a page that was cut off: within what.
    CutOff(&'static str),
}

impl<T> BlockKind<T> {
    fn map_tables<U>(self, mut map: impl FnMut(T) -> U) -> BlockKind<U> {
        match self {
            Self::Heading {
                level,
                text,
                anchor,
            } => BlockKind::Heading {
                level,
                text,
                anchor,
            },
            Self::Paragraph(text) => BlockKind::Paragraph(text),
            Self::Item(text) => BlockKind::Item(text),
            Self::Table(table) => BlockKind::Table(map(table)),
            Self::Hidden {
                span,
                reason,
                tables,
            } => BlockKind::Hidden {
                span,
                reason,
                tables: tables.into_iter().map(map).collect(),
            },
            Self::Unclosed(span) => BlockKind::Unclosed(span),
            Self::Unopened(span) => BlockKind::Unopened(span),
            Self::CutOff(within) => BlockKind::CutOff(within),
        }
    }
}

/// A table, each row as it is written.
#[derive(Clone, Debug)]
pub struct Table {
    /// The header.
    pub header: Row,
    /// The rows below it.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// The whole row.
    pub span: Span,
    /// Its cells, as many as are written.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Its text.
    pub text: Text,
    /// Its place, without the white space around it.
    pub span: Span,
}

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
        let words: Vec<&str> = plain.split_whitespace().collect();
        words.join(" ")
    }

    /// The text with what is emphasised or set as code in “quotes”, the one form in which rules
    /// look for values: `default *40*`, ``default `40` `` and `default “40”` read alike.
    pub fn quoted(&self) -> String {
        let mut text = String::new();
        for runs in self.runs.chunk_by(Run::goes_on) {
            let whole: String = runs.iter().map(|run| run.text.as_str()).collect();
            // A chunk has at least one run.
            match runs[0].style {
                Style::Plain | Style::Strong => text.push_str(&whole),
                Style::Emphasis | Style::Code => {
                    let inner = whole.trim_matches(['“', '”', '"']);
                    let open = text.ends_with(['“', '"']);
                    text.push_str(if open { "" } else { "“" });
                    text.push_str(inner);
                    text.push_str(if open { "" } else { "”" });
                }
            }
        }
        text
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

impl Run {
    /// Checks whether the next run goes on in the same markup: there is no more between the two than
    /// the backslash of an escape.
    fn goes_on(&self, next: &Self) -> bool {
        self.style == next.style && next.span.start() <= self.span.end() + 1
    }

    /// The place of some bytes of the run: exact where the source is the text to the letter.
    fn part(&self, from: usize, to: usize) -> Span {
        if self.text.len() != self.span.range().len() {
            return self.span;
        }
        self.span
            .part(self.span.start() + from, self.span.start() + to)
    }
}
