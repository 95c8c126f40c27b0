//! The layout of a page: everything about it that states nothing.

use super::{CHINESE, ENGLISH, Words};
use crate::html_writer::RowLines;

/// A layout.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// The words of its language.
    pub words: &'static Words,
    /// The format of its text.
    pub form: Form,
    /// The level of the headings of methods and types.
    pub level: usize,
    /// The order of its columns, of which the first is the name and the third the required flag.
    pub order: [usize; 4],
    /// True if methods' tables have a column for the required flag.
    pub params_flagged: bool,
    /// True if types' tables have one.
    pub fields_flagged: bool,
    /// True if its quotes are curly.
    pub curly: bool,
}

/// The column of the required flag.
pub(super) const REQUIRED: usize = 2;

/// The format of a page.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// Markdown.
    Markdown,
    /// Markdown whose tables are HTML.
    HtmlTables(RowLines),
    /// HTML.
    Html(RowLines),
}

impl Layout {
    /// The usual layout of a page in English.
    pub const ENGLISH: Self = Self::of(&ENGLISH);

    /// The same in Chinese.
    pub const CHINESE: Self = Self::of(&CHINESE);

    const fn of(words: &'static Words) -> Self {
        Self {
            words,
            form: Form::Markdown,
            level: 2,
            order: [0, 1, 2, 3],
            params_flagged: true,
            fields_flagged: false,
            curly: true,
        }
    }
}
