//! Text that is not read: what covers it, and the parts of it that it would have if it were read.

use super::{Row, Text};
use schema::Span;

/// The reason that a text is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    /// It is in a code block.
    Code,
    /// It is in a comment.
    Comment,
    /// It is in raw HTML.
    RawHtml,
    /// It is in an element whose text is not the page's, `<template>`.
    Element,
    /// It is in an item of a list.
    Item,
    /// It is in a heading.
    Heading,
    /// It is in a paragraph: no row of dashes makes a table of it.
    Paragraph,
    /// Markup shows it as text.
    Shown,
    /// It is in no block of the page at all.
    Nothing,
}

/// A part of a text that is not read.
#[derive(Clone, Debug)]
pub enum Part {
    /// A row of a table, or its header.
    Row(Row),
    /// A heading.
    Heading(Text),
    /// An item of a list.
    Item(Text),
}

impl Part {
    /// The row, where it is one.
    pub(crate) fn row(&self) -> Option<&Row> {
        match self {
            Self::Row(row) => Some(row),
            _ => None,
        }
    }

    /// Its place.
    pub(crate) fn span(&self) -> Option<Span> {
        match self {
            Self::Row(row) => Some(row.span),
            Self::Heading(text) | Self::Item(text) => text.span(),
        }
    }
}

/// A mistake in the markup of a table that is read all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A blank line, a comment or an item of a list stands between its rows.
    Split,
    /// The row of dashes has not as many cells as the header.
    Dashes,
    /// Nothing opens it before its first row.
    Unopened,
}
