//! The manifest's record of what was required: a list, an entry on each line.

use std::ops::Range;

use schema::path::ItemPath;

use super::key_of;

const KEY: &str = "was_required";
/// What stands above a list that codegen begins.
const ABOUT: &str = "# What an earlier version required: constructors still take it.";

/// Adds and takes out lines until the list has these entries.
pub(super) fn splice(lines: &mut Vec<String>, list: &[ItemPath]) {
    match lines.iter().position(|line| key_of(line) == Some(KEY)) {
        None => begin(lines, list),
        Some(at) if has_value(&lines[at]) => one_line(&mut lines[at], list),
        Some(at) if list.is_empty() => end(lines, at),
        Some(at) => renew(lines, at, list),
    }
}

fn begin(lines: &mut Vec<String>, list: &[ItemPath]) {
    lines.extend([ABOUT.to_owned(), format!("{KEY}:")]);
    lines.extend(list.iter().map(|at| format!("- {at}")));
}

/// Takes out the list with its key, and what codegen said of it.
fn end(lines: &mut Vec<String>, at: usize) {
    let above = at.checked_sub(1).filter(|&above| lines[above] == ABOUT);
    lines.drain(above.unwrap_or(at)..entries(lines, at).end);
}

/// Keeps the lines of the entries that stay, and adds the others below.
fn renew(lines: &mut Vec<String>, at: usize, list: &[ItemPath]) {
    let range = entries(lines, at);
    let old: Vec<String> = lines[range.clone()].to_vec();
    let indent = old.iter().find_map(|line| indent(line)).unwrap_or_default();
    let is_of = |line: &&String, at: &ItemPath| entry(line) == Some(at.to_string().as_str());
    let new = list.iter().map(|at| {
        let known = old.iter().find(|line| is_of(line, at)).cloned();
        known.unwrap_or_else(|| format!("{indent}- {at}"))
    });
    let new: Vec<String> = new.collect();
    lines.splice(range, new);
}

/// The lines of the entries, and of what stands between them.
fn entries(lines: &[String], at: usize) -> Range<usize> {
    let below = lines[at + 1..].iter();
    let is_entry = |line: &&String| line.trim_start().starts_with("- ");
    at + 1..at + 1 + below.take_while(is_entry).count()
}

/// The address in a line `- sendNote.text  # why`.
fn entry(line: &str) -> Option<&str> {
    let text = line.trim_start().strip_prefix("- ")?;
    let text = text.split(" #").next()?;
    Some(text.trim().trim_matches(['"', '\'']))
}

fn indent(line: &str) -> Option<&str> {
    line.split_once('-').map(|(indent, _)| indent)
}

/// Whether a line has more behind its key than a comment.
fn has_value(line: &str) -> bool {
    let value = line.split_once(':').map_or("", |(_, value)| value.trim());
    !value.is_empty() && !value.starts_with('#')
}

/// Sets a list in brackets, and keeps the comment behind it.
fn one_line(line: &mut String, list: &[ItemPath]) {
    let list: Vec<String> = list.iter().map(ItemPath::to_string).collect();
    let comment = line.find(" #").map_or("", |at| &line[at..]);
    *line = format!("{KEY}: [{}]{comment}", list.join(", "));
}
