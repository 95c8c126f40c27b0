//! Layouts: everything about a page that states nothing.

use proptest::prelude::{Just, Strategy, any};
use proptest::sample::select;

use crate::html_writer::RowLines;
use crate::page_writer::{Form, Layout, Words};

const FORMS: [Form; 5] = [
    Form::Markdown,
    Form::HtmlTables(RowLines::One),
    Form::HtmlTables(RowLines::Many),
    Form::Html(RowLines::One),
    Form::Html(RowLines::Many),
];

/// A layout of a page in some of these words.
pub fn layout(words: Vec<&'static Words>) -> impl Strategy<Value = Layout> {
    let order = Just([0, 1, 2, 3]).prop_shuffle();
    let flags = any::<(bool, bool, bool)>();
    let parts = (
        select(words),
        select(FORMS.to_vec()),
        2..6_usize,
        order,
        flags,
    );
    parts.prop_map(|(words, form, level, order, flags)| Layout {
        words,
        form,
        level,
        order,
        params_flagged: flags.0,
        fields_flagged: flags.1,
        curly: flags.2,
    })
}
