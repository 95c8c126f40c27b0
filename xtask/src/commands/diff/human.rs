//! Changes for people at a terminal: a line each, what breaks code first.

use generator::compat::diff::{Bump, Change};

use super::describe_step;
use crate::render::human::plural;

/// A line for each change, in columns, and what they come to.
pub(super) fn render(changes: &[Change]) -> String {
    let kind = max_width(changes.iter().map(|change| change.kind.name()));
    let places: Vec<String> = changes.iter().map(|change| change.at.to_string()).collect();
    let place = max_width(places.iter().map(String::as_str));
    let mut text = String::new();
    for breaking in [true, false] {
        for change in changes.iter().filter(|change| change.breaking == breaking) {
            let (name, at) = (change.kind.name(), change.at.to_string());
            let mark = if breaking { "!" } else { " " };
            let line = format!(
                "{mark} {name:kind$}  {at:place$}  {}",
                describe_step(change)
            );
            text += &crate::render::sanitize::sanitize_line(line.trim_end());
            text += "\n";
        }
    }
    text + &print_summary(changes)
}

fn max_width<'a>(words: impl Iterator<Item = &'a str>) -> usize {
    words
        .map(|word| word.chars().count())
        .max()
        .unwrap_or_default()
}

fn print_summary(changes: &[Change]) -> String {
    if changes.is_empty() {
        return "nothing changed\n".to_owned();
    }
    let breaking = changes.iter().filter(|change| change.breaking).count();
    let all = plural(changes.len(), "change");
    let bump = Bump::of(changes).name();
    format!("\n{all}, {breaking} of them breaking (marked !): a {bump} version\n")
}
