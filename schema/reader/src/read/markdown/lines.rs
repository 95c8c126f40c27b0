//! The lines of a page of Markdown, by what each can be for a table above or below it.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::read::row::is_delimiter_row;

/// A line of a page.
pub(super) struct Line {
    /// Its place, with its line break.
    pub(super) range: Range<usize>,
    pub(super) kind: LineKind,
}

/// The kinds of lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind {
    Blank,
    /// It begins with a pipe, as rows do.
    Row,
    /// A row of dashes.
    Dashes,
    /// It is a comment, or a part of one.
    Comment,
    /// An item, a quotation, a rule or a heading with pipes: it ends a table, and can hardly be meant
    /// to stand right above a row.
    Strange,
    /// A heading.
    Heading,
    /// It is in a code block, or opens or closes one.
    Code,
    /// It is in a table of HTML, or opens one.
    Html,
    /// It is blank, in a table of HTML.
    BlankHtml,
    /// It is anything else. Right below a row it is a row, too.
    Text,
}

impl Line {
    /// Checks whether a line can be the header or a row of a table.
    pub(super) fn can_be_row(&self) -> bool {
        matches!(self.kind, LineKind::Row | LineKind::Text)
    }
}

/// Reads the kind of each line. Tables of HTML that are never closed start at one of `unclosed`.
pub(super) fn read_lines(text: &str, unclosed: &BTreeSet<usize>) -> Vec<Line> {
    let mut open = Open::Nothing;
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        let range = start..start + line.len();
        start = range.end;
        let trimmed = line.trim();
        let at = range.end - line.trim_start().len();
        let kind = open.read_line(trimmed, unclosed.contains(&at));
        Line { range, kind }
    });
    lines.collect()
}

/// What goes on to the next line.
enum Open<'t> {
    Nothing,
    /// A code block with this fence.
    Fence(&'t str),
    Comment,
    /// A table of HTML.
    Table,
}

impl<'t> Open<'t> {
    fn read_line(&mut self, line: &'t str, is_unclosed: bool) -> LineKind {
        match self {
            Open::Fence(fence) => {
                let is_end = line.starts_with(*fence) && fence_of(line).len() == line.len();
                if is_end {
                    *self = Open::Nothing;
                }
                LineKind::Code
            }
            Open::Comment => {
                if line.contains("-->") {
                    *self = Open::Nothing;
                }
                LineKind::Comment
            }
            Open::Table => {
                if line.contains("</table") {
                    *self = Open::Nothing;
                }
                if line.is_empty() {
                    LineKind::BlankHtml
                } else {
                    LineKind::Html
                }
            }
            Open::Nothing if line.starts_with("<table") && !is_unclosed => {
                if !line.contains("</table") {
                    *self = Open::Table;
                }
                LineKind::Html
            }
            Open::Nothing => self.read_first_line(line),
        }
    }

    fn read_first_line(&mut self, line: &'t str) -> LineKind {
        let fence = fence_of(line);
        if !fence.is_empty() {
            *self = Open::Fence(fence);
            return LineKind::Code;
        }
        if let Some(comment) = line.strip_prefix("<!--") {
            if !comment.contains("-->") {
                *self = Open::Comment;
            }
            return LineKind::Comment;
        }
        kind_of_line(line)
    }
}

fn kind_of_line(line: &str) -> LineKind {
    match line.chars().next() {
        None => LineKind::Blank,
        Some('|') if is_delimiter_row(line) => LineKind::Dashes,
        Some('|') => LineKind::Row,
        Some('#') if line.contains('|') => LineKind::Strange,
        Some('#') => LineKind::Heading,
        Some('>') => LineKind::Strange,
        Some('-' | '*' | '+' | '_') if is_delimiter_row(line) => LineKind::Dashes,
        Some('-' | '*' | '+' | '_') if is_item_or_rule(line) => LineKind::Strange,
        Some(':') if is_delimiter_row(line) => LineKind::Dashes,
        Some(digit) if digit.is_ascii_digit() && is_numbered_item(line) => LineKind::Strange,
        Some(_) => LineKind::Text,
    }
}

/// The fence that a line opens or closes a code block with; empty where it does not.
fn fence_of(line: &str) -> &str {
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'));
    let length = mark.map_or(0, |mark| line.len() - line.trim_start_matches(mark).len());
    let (fence, rest) = line.split_at(length);
    // ```` ```text``` ```` is code within a line.
    if length < 3 || rest.contains('`') {
        return "";
    }
    fence
}

fn is_item_or_rule(line: &str) -> bool {
    let rest = &line[1..];
    rest.starts_with([' ', '\t'])
        || rest.is_empty()
        || rest.trim_matches(['-', '*', '_']).is_empty()
}

fn is_numbered_item(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.starts_with(". ") || rest.starts_with(") ")
}
