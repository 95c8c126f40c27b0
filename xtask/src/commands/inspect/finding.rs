//! The findings of a page, each with the byte that it is shown below, and the box that shows it.

use schema::diagnostic::{Diagnostic, Label, Level};

use reader::account::Meaning;

use super::escape::{push_message, push_text};
use super::rows::Rows;
use super::subject::Subject;
use crate::render::truncate::{override_yaml, truncate_finding};

/// The pieces of evidence that a box lists; the rest is counted.
const EVIDENCE: usize = 20;

/// A finding with its number and its place in the page.
pub(super) struct Placed {
    /// Its number, from 1, in the order in which they are shown.
    pub(super) number: usize,
    /// The finding, without what would fill a screen by itself.
    pub(super) finding: Diagnostic,
    /// The byte that it is about, where it has a place in the page.
    pub(super) start: Option<usize>,
}

/// Places the findings of a subject: those of other files, then those of the page in its order.
pub(super) fn place_findings(subject: &Subject) -> Vec<Placed> {
    let found = subject.findings.iter();
    let mut placed: Vec<_> = found.map(|one| (find_start(subject, one), one)).collect();
    placed.sort_by_key(|(start, _)| *start);
    let numbered = placed.into_iter().enumerate();
    numbered
        .map(|(index, (start, one))| Placed {
            number: index + 1,
            finding: truncate_finding(one),
            start,
        })
        .collect()
}

/// The byte that a finding is about. One of `overrides.yaml` is shown where its item is named.
fn find_start(subject: &Subject, one: &Diagnostic) -> Option<usize> {
    let labels = one.primary.iter().chain(&one.related);
    let spans = labels.filter_map(|label| subject.span_in_page(label));
    let item = one.at.as_ref();
    let item = item.and_then(|at| subject.account.place(at, Meaning::Name));
    spans.chain(item).map(|span| span.start()).next()
}

/// The word for a level.
pub(super) fn level_word(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warn => "warning",
        Level::Info => "note",
    }
}

/// Prints the boxes of findings.
pub(super) struct Boxes<'a> {
    /// The page and what was found.
    pub(super) subject: &'a Subject,
    /// The rows that evidence links to.
    pub(super) rows: &'a Rows,
    /// The number of findings.
    pub(super) count: usize,
}

impl Boxes<'_> {
    /// Appends the box of a finding.
    pub(super) fn push_box(&self, html: &mut String, placed: &Placed) {
        let (one, number) = (&placed.finding, placed.number);
        let level = level_word(one.level);
        html.push_str(&format!(
            "<div class=\"finding {level}\" id=\"f{number}\" role=\"note\" tabindex=\"-1\" \
             aria-label=\"{level} {number} of {}\">\n<h3 class=\"title\"><b>{level}</b> ",
            self.count
        ));
        push_message(html, &one.message);
        if !one.code.is_empty() {
            html.push_str(&format!(" <span class=\"code\">{}</span>", one.code));
        }
        html.push_str("</h3>\n");
        self.push_links(html, number);
        self.push_places(html, one);
        push_remarks(html, one);
        html.push_str("</div>\n");
    }

    /// Appends the place and the evidence, a line each.
    fn push_places(&self, html: &mut String, one: &Diagnostic) {
        let labels: Vec<_> = one.primary.iter().chain(&one.related).collect();
        if labels.is_empty() {
            return;
        }
        html.push_str("<ul>\n");
        for label in labels.iter().take(EVIDENCE) {
            html.push_str("<li>");
            self.push_place(html, label);
            html.push(' ');
            push_message(html, &label.text);
            html.push_str("</li>\n");
        }
        if labels.len() > EVIDENCE {
            let more = labels.len() - EVIDENCE;
            html.push_str(&format!("<li>… and {more} more</li>\n"));
        }
        html.push_str("</ul>\n");
    }

    /// Appends `line:column`, as a link where it is in this page, else with the file's name.
    fn push_place(&self, html: &mut String, label: &Label) {
        let position = label.position();
        let place = format!("{}:{}", position.line, position.column);
        if let Some(span) = self.subject.span_in_page(label) {
            let link = self.rows.link_to(span.start());
            html.push_str(&format!("<a href=\"{link}\">{place}</a>"));
        } else {
            push_text(html, label.source.name());
            html.push_str(&format!(":{place}"));
        }
    }

    /// Appends the links to the neighbours, which work without the script.
    fn push_links(&self, html: &mut String, number: usize) {
        html.push_str("<p class=\"links\">");
        if number > 1 {
            html.push_str(&format!("<a href=\"#f{}\">previous</a> ", number - 1));
        }
        if number < self.count {
            html.push_str(&format!("<a href=\"#f{}\">next</a> ", number + 1));
        }
        html.push_str("<a href=\"#findings\">all findings</a></p>\n");
    }
}

/// Appends notes, the help, and the override to paste.
fn push_remarks(html: &mut String, one: &Diagnostic) {
    let notes = one.notes.iter().map(|note| ("note", note));
    let helps = one.help.iter().map(|help| ("help", help));
    for (word, text) in notes.chain(helps) {
        html.push_str(&format!("<p class=\"remark\"><b>{word}</b> "));
        push_message(html, text);
        html.push_str("</p>\n");
    }
    if let Some(suggested) = &one.suggested_override {
        html.push_str("<pre aria-label=\"for overrides.yaml\">");
        push_text(html, &override_yaml(suggested));
        html.push_str("</pre>\n");
    }
}
