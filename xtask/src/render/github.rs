//! Findings as GitHub shows them beside a pull request: one workflow command a line.

use schema::diagnostic::{Diagnostic, Level};

use super::human::helps;
use super::sanitize::sanitize;
use super::truncate::truncate;

/// One command for each finding: `::error file=…,line=…,col=…,title=…::message`.
pub fn report(found: &[Diagnostic]) -> String {
    found.iter().map(line).collect()
}

fn line(one: &Diagnostic) -> String {
    let one = &truncate(one);
    let command = match one.level {
        Level::Error => "error",
        Level::Warn => "warning",
        Level::Info => "notice",
    };
    let mut properties = Vec::new();
    if let Some(label) = &one.primary {
        let (start, end) = (label.position(), label.end());
        properties.push(format!("file={}", property(label.source.name())));
        properties.push(format!("line={},endLine={}", start.line, end.line));
        properties.push(format!("col={}", start.column));
        // Columns of several lines can't be compared.
        if start.line == end.line {
            properties.push(format!("endColumn={}", end.column));
        }
    }
    properties.push(format!("title={}", property(one.code)));
    let helps = helps(one).into_iter().map(|help| format!("\nhelp: {help}"));
    let message = format!("{}{}", one.message, helps.collect::<String>());
    format!("::{command} {}::{}\n", properties.join(","), data(&message))
}

/// A text after `::`: what would end the command is escaped.
fn data(text: &str) -> String {
    let text = text.replace('%', "%25");
    let lines: Vec<_> = text.split('\n').map(sanitize).collect();
    lines.join("%0A").replace('\r', "%0D")
}

/// A text within the properties: separators are escaped as well.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
