//! Blocks: the pieces of a page, the same for every format.

mod hidden;
mod quoted;
mod text;

pub use hidden::{Cover, Flaw, Part};
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
    pub(crate) fn map_tables<U>(self, map: impl FnOnce(T) -> U) -> Block<U> {
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
    /// Text that is not read: a code block, a comment, rows of a table that is none.
    Hidden {
        /// Its place.
        span: Span,
        /// What keeps it from being read.
        cover: Cover,
        /// What it would be, as far as anybody can tell.
        parts: Vec<Part>,
    },
    /// A mistake in the markup of a table that is read all the same.
    Repaired {
        /// Its place.
        span: Span,
        /// The mistake.
        flaw: Flaw,
    },
    /// The opening mark of a quotation, a hint, a fold or a table that is never closed.
    Unclosed(Span),
    /// The end of a page that was cut off: within what.
    CutOff(&'static str),
}

impl<T> BlockKind<T> {
    fn map_tables<U>(self, map: impl FnOnce(T) -> U) -> BlockKind<U> {
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
            Self::Hidden { span, cover, parts } => BlockKind::Hidden { span, cover, parts },
            Self::Repaired { span, flaw } => BlockKind::Repaired { span, flaw },
            Self::Unclosed(span) => BlockKind::Unclosed(span),
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

impl Row {
    /// Checks whether there is nothing in its cells.
    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.text.is_empty())
    }
}

/// A cell of a table.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Its text.
    pub text: Text,
    /// Its place, without the white space around it.
    pub span: Span,
}
