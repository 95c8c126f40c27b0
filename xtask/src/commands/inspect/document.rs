//! The document: the template with its style, its script and the parts of the view.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::contents;
use super::escape::escape_text;
use super::finding::{Boxes, Placed, place_findings};
use super::rows::Rows;
use super::subject::Subject;
use super::text::print_text;

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// Prints the view of a page. The only script that it lets run is ours, by its hash.
pub(super) fn print_document(subject: &Subject) -> String {
    let rows = Rows::divide(&subject.source);
    let placed = place_findings(subject);
    fill_template(
        PAGE,
        &[
            ("style-hash", &hash_of(STYLE)),
            ("script-hash", &hash_of(SCRIPT)),
            ("style", STYLE),
            ("script", SCRIPT),
            ("title", &escape_text(subject.source.name())),
            ("totals", &contents::print_totals(subject)),
            ("legend", &contents::print_legend(subject)),
            ("findings", &contents::print_findings(subject, &placed)),
            ("unread", &contents::print_unread(subject, &rows)),
            ("outline", &contents::print_outline(subject, &rows)),
            ("elsewhere", &print_elsewhere(subject, &rows, &placed)),
            ("text", &print_text(subject, &rows, &placed)),
        ],
    )
}

/// The findings that have no place in the page.
fn print_elsewhere(subject: &Subject, rows: &Rows, placed: &[Placed]) -> String {
    let boxes = Boxes {
        subject,
        rows,
        count: placed.len(),
    };
    let mut html = String::new();
    for one in placed.iter().filter(|one| one.start.is_none()) {
        if html.is_empty() {
            html.push_str("<h2>In other files</h2>\n");
        }
        boxes.push_box(&mut html, one);
    }
    html
}

/// Fills each `{{name}}` of a template, once: what is filled in is not looked at again.
fn fill_template(template: &str, values: &[(&str, &str)]) -> String {
    let mut parts = template.split("{{");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once("}}").unwrap_or((part, ""));
        let value = values.iter().find(|(known, _)| *known == name);
        filled.push_str(value.map_or("", |(_, value)| value));
        filled.push_str(rest);
    }
    filled
}

/// The hash by which a content security policy knows a text.
fn hash_of(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text))
}
