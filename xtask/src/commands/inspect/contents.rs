//! The lists beside the text: totals, legend, findings, what was not read, methods and types.

use std::collections::HashMap;

use reader::account::{Entry, Meaning};
use schema::ItemPath;
use schema::diagnostic::Level;

use super::escape::{escape_text, push_message, push_text, shorten};
use super::finding::{Placed, level_word};
use super::meaning::{KINDS, kind_of, union_names};
use super::rows::Rows;
use super::subject::Subject;
use crate::render::human::{count_level, plural};

/// The characters of a text that a list quotes.
const QUOTED: usize = 80;

/// Prints the totals: `38 methods`, `221 of 221 rows`, `1 type`, `2 corrections in force`.
pub(super) fn print_totals(subject: &Subject) -> String {
    let read = subject.account.totals().to_string();
    let mut totals: Vec<_> = read.split(", ").map(str::to_owned).collect();
    totals.push(plural(subject.stated.types.len(), "type"));
    for level in [Level::Error, Level::Warn, Level::Info] {
        totals.push(plural(
            count_level(&subject.findings, level),
            level_word(level),
        ));
    }
    totals.push(plural(unread(subject).count(), "part") + " not read");
    if subject.corrections > 0 {
        totals.push(plural(subject.corrections, "correction") + " in force");
    }
    let items = totals.iter().map(|total| format!("<li>{total}</li>\n"));
    items.collect()
}

/// Prints the legend: each kind in its own style, with the number of its parts.
pub(super) fn print_legend(subject: &Subject) -> String {
    let unions = union_names(&subject.stated);
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for entry in subject.account.entries() {
        let kind = kind_of(entry, |owner| unions.contains(owner));
        *counts.entry(kind.class).or_default() += 1;
    }
    let items = KINDS.iter().map(|kind| {
        let count = counts.get(kind.class).copied().unwrap_or(0);
        format!(
            "<li><mark class=\"{}\">{}</mark> {} <span class=\"where\">{count}</span></li>\n",
            kind.class, kind.name, kind.legend
        )
    });
    items.collect()
}

/// Prints the list of the findings, a part for each level.
pub(super) fn print_findings(subject: &Subject, placed: &[Placed]) -> String {
    if placed.is_empty() {
        return "<p>Nothing was found.</p>\n".to_owned();
    }
    let levels = [Level::Error, Level::Warn, Level::Info];
    levels
        .into_iter()
        .map(|level| print_level(subject, placed, level))
        .collect()
}

fn print_level(subject: &Subject, placed: &[Placed], level: Level) -> String {
    let found: Vec<_> = placed
        .iter()
        .filter(|one| one.finding.level == level)
        .collect();
    if found.is_empty() {
        return String::new();
    }
    let word = level_word(level);
    let title = plural(found.len(), word);
    let mut html = format!("<h3 class=\"{word}\">{title}</h3>\n<ul class=\"entries\">\n");
    for one in found {
        push_finding(&mut html, subject, one);
    }
    html + "</ul>\n"
}

/// Appends a finding: the line, and a link to its box. One of another file has no line of the page.
fn push_finding(html: &mut String, subject: &Subject, placed: &Placed) {
    let (one, number) = (&placed.finding, placed.number);
    let primary = one.primary.as_ref();
    let in_page = primary.filter(|label| subject.span_in_page(label).is_some());
    let line = in_page.map(|label| label.position().line.to_string());
    let line = line.unwrap_or_default();
    html.push_str(&format!("<li><span class=\"where\">{line}</span><span>"));
    html.push_str(&format!("<a href=\"#f{number}\">"));
    push_message(html, &one.message);
    html.push_str(&format!("</a> <span class=\"code\">{}</span>", one.code));
    html.push_str("</span></li>\n");
}

fn unread(subject: &Subject) -> impl Iterator<Item = &Entry> {
    let entries = subject.account.entries().iter();
    entries.filter(|entry| entry.meaning == Meaning::Unread)
}

/// Prints the list of what was not read.
pub(super) fn print_unread(subject: &Subject, rows: &Rows) -> String {
    let items: String = unread(subject)
        .map(|entry| {
            let text = subject.source.slice(entry.span);
            let quoted = shorten(text.trim(), QUOTED).replace(['\n', '\r'], " ");
            let line = subject.source.position(entry.span).line;
            let link = rows.link_to(entry.span.start());
            let quoted = escape_text(&quoted);
            format!("<li><span class=\"where\">{line}</span><a href=\"{link}\">{quoted}</a></li>\n")
        })
        .collect();
    match items.as_str() {
        "" => "<p>Nothing that looks like data.</p>\n".to_owned(),
        items => format!("<ul class=\"entries\">\n{items}</ul>\n"),
    }
}

/// Prints the lists of methods and types, each a link to its heading.
pub(super) fn print_outline(subject: &Subject, rows: &Rows) -> String {
    let schema = &subject.stated;
    let methods = schema.methods.iter().map(|method| method.name.as_str());
    let types = schema.types.iter().map(|def| def.name.as_str());
    print_names(subject, rows, "method", methods.collect())
        + &print_names(subject, rows, "type", types.collect())
}

fn print_names(subject: &Subject, rows: &Rows, word: &str, names: Vec<&str>) -> String {
    if names.is_empty() {
        return String::new();
    }
    let title = plural(names.len(), word);
    let mut html = format!("<details open><summary>{title}</summary>\n<ul>\n");
    for name in names {
        let place = subject.account.place(&ItemPath::owner(name), Meaning::Name);
        let link = place.map_or_else(String::new, |span| rows.link_to(span.start()));
        html.push_str(&format!("<li><a href=\"{link}\">"));
        push_text(&mut html, &shorten(name, QUOTED));
        html.push_str("</a></li>\n");
    }
    html + "</ul>\n</details>\n"
}
