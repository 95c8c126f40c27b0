//! Findings for machines: one JSON object a line, always with the same keys.

use schema::diagnostic::Diagnostic;
use serde::Serialize;

use super::sanitize::sanitize_json;
use super::truncate::truncate_finding;

/// A finding with the keys that tools rely on; what it does not have is null.
#[derive(Serialize)]
struct Line<'a> {
    code: &'a str,
    level: &'a str,
    at: Option<String>,
    message: &'a str,
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    found: Option<&'a str>,
    expected: Option<&'a str>,
}

/// One line for each finding.
pub fn print_report(found: &[Diagnostic]) -> String {
    found.iter().map(print_finding).collect()
}

fn print_finding(one: &Diagnostic) -> String {
    let one = &truncate_finding(one);
    let label = one.primary.as_ref();
    let position = label.map(|label| label.position());
    let line = Line {
        code: one.code,
        level: one.level.name(),
        at: one.at.as_ref().map(ToString::to_string),
        message: &one.message,
        file: label.map(|label| label.source.name()),
        line: position.map(|position| position.line),
        column: position.map(|position| position.column),
        found: one.found.as_deref(),
        expected: one.expected.as_deref(),
    };
    // Strings and numbers always serialise: the error can't occur.
    let text = serde_json::to_string(&line).unwrap_or_default();
    sanitize_json(&text).into_owned() + "\n"
}
