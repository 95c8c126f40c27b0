//! The text of the page in rows with their numbers, each part in the style of what it became, each
//! finding below the row of its place.

use std::iter::Peekable;
use std::slice::Iter;

use reader::account::Meaning;
use schema::{ItemPath, Span};

use super::escape::{push_attribute, push_text, shorten};
use super::finding::{Boxes, Placed, level_word};
use super::layers::Layers;
use super::meaning::{Kind, kind_of, union_names};
use super::rows::{Row, Rows};
use super::slots::Slots;
use super::subject::Subject;

/// The rows of a chunk. A browser lays out the chunks that can be seen.
const CHUNK: usize = 100;
/// The characters of a slot that are shown: a list of values can have megabytes.
const SLOT: usize = 200;

/// A part of the page: its kind, and the item that it became a part of.
#[derive(Clone, Copy)]
struct Part<'a> {
    kind: Kind,
    at: Option<&'a ItemPath>,
}

/// Prints the text of the page.
pub(super) fn print_text(subject: &Subject, rows: &Rows, placed: &[Placed]) -> String {
    let mut printer = TextPrinter::new(subject, rows, placed);
    for chunk in rows.all().chunks(CHUNK) {
        printer.html.push_str("<div class=\"chunk\">\n");
        for row in chunk {
            printer.push_row(row);
            printer.push_findings(row);
        }
        printer.html.push_str("</div>\n");
    }
    printer.html
}

/// The view of the text as far as it is printed.
struct TextPrinter<'a> {
    html: String,
    subject: &'a Subject,
    is_html: bool,
    slots: Slots,
    /// The parts but for prose.
    parts: Layers<Part<'a>>,
    /// The prose, which lies below all else: a heading is a name first, and a cell of a row that was
    /// not read is not read.
    prose: Layers<Part<'a>>,
    /// The levels of the findings.
    marks: Layers<&'static str>,
    /// The findings of the page that are not shown yet.
    findings: Peekable<Iter<'a, Placed>>,
    boxes: Boxes<'a>,
}

impl<'a> TextPrinter<'a> {
    fn new(subject: &'a Subject, rows: &'a Rows, placed: &'a [Placed]) -> Self {
        let elsewhere = placed.partition_point(|one| one.start.is_none());
        Self {
            html: String::with_capacity(4 * subject.source.text().len()),
            subject,
            is_html: subject.is_html(),
            slots: Slots::describe(&subject.stated, &subject.corrected),
            parts: collect_parts(subject, |meaning| meaning != Meaning::Prose),
            prose: collect_parts(subject, |meaning| meaning == Meaning::Prose),
            marks: collect_marks(subject, rows, placed),
            findings: placed[elsewhere..].iter().peekable(),
            boxes: Boxes {
                subject,
                rows,
                count: placed.len(),
            },
        }
    }

    fn push_row(&mut self, row: &Row) {
        let id = row.id();
        let number = match row.piece {
            0 => row.line.to_string(),
            _ => "…".to_owned(),
        };
        self.html.push_str(&format!(
            "<div class=\"row\" id=\"{id}\"><a href=\"#{id}\" tabindex=\"-1\">{number}</a><code>"
        ));
        let mut start = row.span.start();
        while start < row.span.end() {
            let (part, end_of_part) = self.part_at(start);
            let (mark, end_of_mark) = self.marks.top_at(start);
            let span = row.span.part(start, end_of_part.min(end_of_mark));
            self.push_part(span, part, mark);
            start = span.end();
        }
        self.html.push_str("</code></div>\n");
    }

    fn part_at(&mut self, byte: usize) -> (Option<Part<'a>>, usize) {
        let (part, end) = self.parts.top_at(byte);
        if part.is_some() {
            return (part, end);
        }
        let (prose, end_of_prose) = self.prose.top_at(byte);
        (prose, end.min(end_of_prose))
    }

    /// Appends a part of a row. What is in no entry has no style.
    fn push_part(&mut self, span: Span, part: Option<Part<'_>>, mark: Option<&str>) {
        let text = self.subject.source.slice(span);
        let mark = mark.map_or_else(String::new, |level| format!(" found {level}"));
        let Some(part) = part else {
            return self.push_plain(text, mark.trim_start());
        };
        self.html
            .push_str(&format!("<mark class=\"{}{mark}\"", part.kind.class));
        self.html.push_str(" aria-description=\"");
        self.push_slot(part);
        self.html.push_str("\">");
        push_part_text(&mut self.html, text, self.is_html);
        self.html.push_str("</mark>");
    }

    fn push_plain(&mut self, text: &str, class: &str) {
        if class.is_empty() {
            return push_text(&mut self.html, text);
        }
        self.html.push_str(&format!("<span class=\"{class}\">"));
        push_text(&mut self.html, text);
        self.html.push_str("</span>");
    }

    fn push_slot(&mut self, part: Part<'_>) {
        let slot = match part.at {
            Some(at) => self.slots.line(at),
            None => part.kind.legend.to_owned(),
        };
        self.html.push_str(&format!("{} · ", part.kind.name));
        push_attribute(&mut self.html, &shorten(&slot, SLOT));
    }

    /// Appends the findings whose place is in a row.
    fn push_findings(&mut self, row: &Row) {
        let rows = self.boxes.rows;
        let is_here = |one: &&Placed| one.start.and_then(|start| rows.row_at(start)) == Some(row);
        while let Some(placed) = self.findings.next_if(is_here) {
            self.boxes.push_box(&mut self.html, placed);
        }
    }
}

fn collect_parts(subject: &Subject, is_wanted: fn(Meaning) -> bool) -> Layers<Part<'_>> {
    let unions = union_names(&subject.stated);
    let entries = subject.account.entries().iter();
    let wanted = entries.filter(|entry| is_wanted(entry.meaning));
    let parts = wanted.map(|entry| {
        let kind = kind_of(entry, |owner| unions.contains(owner));
        let at = entry.at.as_ref();
        (entry.span, Part { kind, at })
    });
    Layers::new(parts.collect())
}

/// The places of the findings. One that is longer than its row is marked in that row.
fn collect_marks(subject: &Subject, rows: &Rows, placed: &[Placed]) -> Layers<&'static str> {
    let primary = placed.iter().filter_map(|one| {
        let span = subject.span_in_page(one.finding.primary.as_ref()?)?;
        let row = rows.row_at(span.start())?;
        let marked = span.part(span.start(), row.span.end());
        Some((marked, level_word(one.finding.level)))
    });
    Layers::new(primary.collect())
}

/// Appends the text of a part; in a page of HTML its tags are set apart.
fn push_part_text(html: &mut String, text: &str, is_html: bool) {
    let mut rest = text;
    while let Some((start, end)) = find_tag(rest).filter(|_| is_html) {
        push_text(html, &rest[..start]);
        html.push_str("<i>");
        push_text(html, &rest[start..end]);
        html.push_str("</i>");
        rest = &rest[end..];
    }
    push_text(html, rest);
}

/// The bytes of the first tag.
fn find_tag(text: &str) -> Option<(usize, usize)> {
    let start = text.find('<')?;
    let end = text[start..].find('>')?;
    Some((start, start + end + 1))
}
