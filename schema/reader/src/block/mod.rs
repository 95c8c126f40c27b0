//! Blocks: the pieces of a page, the same for every format.

mod quoted;
mod text;

pub use quoted::QuotedText;
use schema::Span;
pub use text::{Run, Style, Text};

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
