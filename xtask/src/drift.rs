//! The report of `--check`: every file that is out of date with a short diff, and the command to run.

use std::time::Duration;

use similar::TextDiff;

use crate::files::Drift;
use crate::render::human::plural;
use crate::render::trim_line::cut_line;
use crate::terminal::{BOLD, CYAN, GREEN, RED, Style};

/// The number of lines of a diff that are shown.
const LINES: usize = 24;
/// The same for a file that is missing or stale.
const FEW: usize = 6;
/// The indentation of a diff.
const INDENT: &str = "    ";
/// A diff that takes longer than this is cut short.
const PATIENCE: Duration = Duration::from_millis(100);

/// Prints every drift with its diff, then one line with the command that brings all up to date.
pub(crate) fn print_drifts(drifts: &[Drift], command: &str, style: Style) -> String {
    let printed = drifts.iter().map(|drift| print_drift(drift, style));
    let mut text = "\n".to_owned() + &printed.collect::<String>();
    let files = match drifts.len() {
        1 => "1 file is".to_owned(),
        many => format!("{} are", plural(many, "file")),
    };
    let closing = format!("{files} out of date; run `{command}`");
    text += &style.paint(BOLD, &closing);
    text + "\n"
}

fn print_drift(drift: &Drift, style: Style) -> String {
    let (word, found, wanted, lines) = match drift {
        Drift::Missing { wanted, .. } => ("missing", "", wanted.as_str(), FEW),
        Drift::Stale { found, .. } => ("stale", found.as_str(), "", FEW),
        Drift::Differs { found, wanted, .. } => ("differs", found.as_str(), wanted.as_str(), LINES),
    };
    let heading = format!("{word}: {}", drift.display_path());
    let diff = print_diff(found, wanted, lines, style);
    format!("{}\n{diff}\n", style.paint(RED, &heading))
}

/// A unified diff, from what is there to what is wanted.
fn print_diff(found: &str, wanted: &str, most: usize, style: Style) -> String {
    let diff = TextDiff::configure()
        .timeout(PATIENCE)
        .diff_lines(found, wanted);
    let unified = diff.unified_diff().context_radius(2).to_string();
    let lines: Vec<&str> = unified.lines().collect();
    let shown = lines.iter().take(most).map(|line| paint_line(line, style));
    let more = match lines.len().saturating_sub(most) {
        0 => String::new(),
        more => format!("{INDENT}… {}\n", plural(more, "more line")),
    };
    shown.collect::<String>() + &more
}

fn paint_line(line: &str, style: Style) -> String {
    let text = cut_line(line, style.width.saturating_sub(INDENT.len()));
    let text = match line.chars().next() {
        Some('+') => style.paint(GREEN, &text),
        Some('-') => style.paint(RED, &text),
        Some('@') => style.paint(CYAN, &text),
        _ => text,
    };
    format!("{INDENT}{text}\n")
}
