//! `unread-data`: rows, headings and items that look like data and are not read.

use std::sync::Arc;

use crate::block::Cover;
use crate::lint::{Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::source::{Source, Span};

pub(crate) static LINT: Lint = Lint {
    code: "unread-data",
    level: Level::Error,
    summary: "rows, a heading, a list or a version that look like data and are not read",
    what_it_does: "\
Reports what looks like a part of the API and is not read: rows that stand in no table, in a comment,
in a code block, in raw HTML or in a list, a table without a row of dashes, a table whose header no
dialect knows; and what looks like the version of the platform. What stands together is one finding, with the number of its rows. It is an error
where rows are lost, and a warning for a heading or an item of a list.",
    why_it_matters: "\
The parameters or fields in these rows would be lost. A block that ends too late hides every method
up to its end.",
    how_to_fix: "\
Put the rows into a table: below a header and a row of dashes, outside of comments, code blocks and
lists.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

▸| Parameter | Type | Required |
| text | String | Yes |",
        others: &[],
        message: "a table that is not read",
        fix: (
            "\
| Parameter | Type | Required |
",
            "\
| Parameter | Type | Required |
| --------- | ---- | -------- |
",
        ),
    },
    deny_lowering: true,
    superseded_by: &[],
    check: None,
};

/// The parts of a text that are lost, counted.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Lost {
    /// Headers of tables.
    pub(crate) tables: usize,
    /// Rows below them, or by themselves.
    pub(crate) rows: usize,
    /// Headings that name something.
    pub(crate) headings: usize,
    /// Items of lists.
    pub(crate) items: usize,
}

impl Lost {
    /// Adds what is lost right below.
    pub(crate) fn add(&mut self, other: Self) {
        self.tables += other.tables;
        self.rows += other.rows;
        self.headings += other.headings;
        self.items += other.items;
    }

    fn describe(self) -> String {
        let several = |count: usize, what: &str| format!("{count} {what}s that are not read");
        match self {
            Self { tables: 1, .. } => "a table that is not read".into(),
            Self { tables, .. } if tables > 1 => several(tables, "table"),
            Self { rows: 1, .. } => "a row that is not read".into(),
            Self { rows, .. } if rows > 1 => several(rows, "row"),
            Self { headings: 1, .. } => "a heading that is not read".into(),
            Self { headings, .. } if headings > 1 => several(headings, "heading"),
            Self { items: 1, .. } => "an item of a list that is not read".into(),
            Self { items, .. } => several(items, "item"),
        }
    }

    fn level(self) -> Level {
        if self.tables + self.rows > 0 {
            LINT.level
        } else {
            Level::Warn
        }
    }
}

/// Reports what is lost in a text, from its first line to its last.
pub(crate) fn diagnostic(
    source: &Arc<Source>,
    owner: Option<ItemPath>,
    span: Span,
    cover: Cover,
    lost: Lost,
) -> Diagnostic {
    let owned = usize::from(owner.is_some());
    let line = |span| source.line_span(source.position(span).line);
    let first = source.span(span.start()..line(span).end().min(span.end()).max(span.start()));
    let mut diagnostic = LINT
        .diagnostic_at(lost.level(), lost.describe())
        .label(source, first, label(cover))
        .hides(lost.tables.saturating_sub(owned) + lost.headings)
        .cause(format!("{cover:?}"))
        .help(help(cover, lost));
    if lost.tables > 0 && lost.rows > 1 {
        diagnostic = diagnostic.note(format!("it has {} rows", lost.rows));
    }
    if lost.tables + lost.headings > 1 {
        let end = source.span(span.end()..span.end());
        diagnostic = diagnostic.evidence(source, line(end), "up to here");
    }
    Diagnostic {
        at: owner,
        ..diagnostic
    }
}

/// Reports a table whose rows look like data and whose header says nothing of them.
pub(crate) fn table(source: &Arc<Source>, owner: Option<ItemPath>, header: Span) -> Diagnostic {
    let diagnostic = LINT
        .diagnostic("a table that is not read")
        .label(source, header, "no known words for its columns")
        .hides(1)
        .cause("header")
        .help("its header needs words that a dialect knows: `cargo xtask explain unknown-header`");
    Diagnostic {
        at: owner,
        ..diagnostic
    }
}

/// Reports a name that stands by itself and heads nothing.
pub(crate) fn heading(source: &Arc<Source>, name: Span, level: Level) -> Diagnostic {
    LINT.diagnostic_at(level, "a heading that is not read")
        .label(source, name, "nothing with this name is read")
        .hides(1)
        .cause("heading")
        .help("if it is the heading of what follows, write `#` and a space before it")
}

/// Reports what looks like the platform's version.
pub(crate) fn version(source: &Arc<Source>, place: Span) -> Diagnostic {
    LINT.diagnostic_at(Level::Warn, "a version that is not read")
        .label(source, place, "looks like the platform's version")
        .cause("version")
        .help("write it on a line of its own: `Version 2.1`")
}

fn label(cover: Cover) -> &'static str {
    match cover {
        Cover::Code => "hidden by a code block",
        Cover::Comment => "hidden by a comment",
        Cover::RawHtml => "hidden by raw HTML",
        Cover::Element => "hidden by an element whose text is not the page's",
        Cover::Item => "an item of a list, and no row",
        Cover::Heading => "a heading, and no row",
        Cover::Paragraph => "in no table",
        Cover::Shown => "hidden by markup that shows it as text",
        Cover::Nothing => "no part of the page's text",
    }
}

fn help(cover: Cover, lost: Lost) -> &'static str {
    match cover {
        Cover::Comment => "remove the marks of the comment, or what it holds",
        Cover::Code | Cover::RawHtml | Cover::Element if lost.tables > 1 => {
            "the block that hides them seems to end too late: end it before the first one"
        }
        Cover::Code => "move it out of the code block; four spaces before a line make one, too",
        Cover::RawHtml | Cover::Element | Cover::Shown => "move it out of the element",
        Cover::Item => "write it as a row of the table, with a `|` before each cell",
        Cover::Heading => "remove the `#` before the row",
        Cover::Paragraph if lost.tables > 0 => {
            "add the row of dashes below the header, with as many cells: `| --- | --- |`"
        }
        Cover::Paragraph => "move it into the table, or put a header and a row of dashes above it",
        Cover::Nothing => "move it into a table of the page",
    }
}
