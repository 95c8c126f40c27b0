//! Findings as GitHub shows them beside a pull request: one workflow command a line.

use schema::diagnostic::{Diagnostic, Level};

use super::human::help_texts;
use super::sanitize::sanitize;
use super::truncate::truncate_finding;

/// One command for each finding: `::error file=…,line=…,col=…,title=…::message`.
pub fn print_report(found: &[Diagnostic]) -> String {
    found.iter().map(print_finding).collect()
}

fn print_finding(one: &Diagnostic) -> String {
    let one = &truncate_finding(one);
    let command = match one.level {
        Level::Error => "error",
        Level::Warn => "warning",
        Level::Info => "notice",
    };
    let mut properties = Vec::new();
    if let Some(label) = &one.primary {
        let (start, end) = (label.position(), label.end());
        properties.push(format!("file={}", escape_property(label.source.name())));
        properties.push(format!("line={},endLine={}", start.line, end.line));
        properties.push(format!("col={}", start.column));
        // Columns of several lines can't be compared.
        if start.line == end.line {
            properties.push(format!("endColumn={}", end.column));
        }
    }
    properties.push(format!("title={}", escape_property(one.code)));
    let helps = help_texts(one)
        .into_iter()
        .map(|help| format!("\nhelp: {help}"));
    let message = format!("{}{}", one.message, helps.collect::<String>());
    format!(
        "::{command} {}::{}\n",
        properties.join(","),
        escape_data(&message)
    )
}

/// A text after `::`: what would end the command is escaped.
fn escape_data(text: &str) -> String {
    let text = text.replace('%', "%25");
    let lines: Vec<_> = text.split('\n').map(sanitize).collect();
    lines.join("%0A").replace('\r', "%0D")
}

/// A text within the properties: separators are escaped as well.
fn escape_property(text: &str) -> String {
    escape_data(text).replace(':', "%3A").replace(',', "%2C")
}
