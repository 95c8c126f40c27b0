//! The labels of a finding in, what to print of each file that they lie in out.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use schema::diagnostic::{Diagnostic, Label};
use schema::source::{Position, Source};

use super::trim_line::{cut_line, trim_line};

/// Labels that are further apart than this, in lines, are printed as parts of their own.
const APART: usize = 100;

/// One file's part of a finding.
pub(super) struct FileSnippet<'a> {
    /// The file.
    pub(super) source: &'a Source,
    /// The place that its heading names.
    pub(super) position: Position,
    /// The lines to print, in their order.
    pub(super) parts: Vec<Part<'a>>,
}

/// Lines that are printed together.
#[derive(Default)]
pub(super) struct Part<'a> {
    /// The number of the first line.
    pub(super) first: usize,
    /// The lines, each with its line break; one without a mark may be empty instead.
    pub(super) text: String,
    /// The places to underline.
    pub(super) marks: Vec<Mark<'a>>,
}

/// A place to underline.
pub(super) struct Mark<'a> {
    /// The bytes of the part's text.
    pub(super) range: Range<usize>,
    /// The text beside it.
    pub(super) text: &'a str,
    /// Set for the place of the finding itself.
    pub(super) is_primary: bool,
}

type Labels<'a> = Vec<(&'a Label, bool)>;

/// A snippet for each file, the finding's own first.
pub(super) fn build_snippets(one: &Diagnostic, columns: usize) -> Vec<FileSnippet<'_>> {
    let primary = one.primary.iter().map(|label| (label, true));
    let related = one.related.iter().map(|label| (label, false));
    let mut files: Vec<(&Arc<Source>, Labels<'_>)> = Vec::new();
    for (label, is_primary) in primary.chain(related) {
        let known = files
            .iter_mut()
            .find(|(source, _)| is_same_source(source, &label.source));
        match known {
            Some((_, labels)) => labels.push((label, is_primary)),
            None => files.push((&label.source, vec![(label, is_primary)])),
        }
    }
    let files = files.into_iter();
    files
        .map(|(source, labels)| build_snippet(source, labels, columns))
        .collect()
}

fn is_same_source(a: &Arc<Source>, b: &Arc<Source>) -> bool {
    Arc::ptr_eq(a, b) || a.name() == b.name()
}

fn build_snippet<'a>(source: &'a Source, labels: Labels<'a>, columns: usize) -> FileSnippet<'a> {
    let position = labels.first().map(|(label, _)| label.position());
    let mut lines: BTreeMap<usize, Labels<'a>> = BTreeMap::new();
    for (label, is_primary) in labels {
        let line = label.position().line;
        lines.entry(line).or_default().push((label, is_primary));
    }
    let mut parts: Vec<Part<'a>> = Vec::new();
    let mut last = None;
    for (line, labels) in &lines {
        match (last, parts.last_mut()) {
            (Some(last), Some(part)) if line - last <= APART => {
                bridge_lines(part, source, last + 1..*line, columns);
            }
            _ => parts.push(Part {
                first: *line,
                ..Part::default()
            }),
        }
        if let Some(part) = parts.last_mut() {
            add_line(part, source, *line, labels, columns);
        }
        last = Some(*line);
    }
    FileSnippet {
        source,
        position: position.unwrap_or(Position { line: 1, column: 1 }),
        parts,
    }
}

/// Adds the lines between two that have marks. The renderer shows them only where there is one.
fn bridge_lines(part: &mut Part<'_>, source: &Source, between: Range<usize>, columns: usize) {
    let is_shown = between.len() == 1;
    for line in between {
        if is_shown {
            let text = source.slice(source.line_span(line));
            part.text += &cut_line(text, columns);
        }
        part.text.push('\n');
    }
}

fn add_line<'a>(
    part: &mut Part<'a>,
    source: &Source,
    line: usize,
    labels: &[(&'a Label, bool)],
    columns: usize,
) {
    let whole = source.line_span(line);
    let text = source.slice(whole);
    // A span of several lines is underlined in its first.
    let within = |at: usize| at.clamp(whole.start(), whole.end()) - whole.start();
    let ranges = labels.iter().map(|(label, _)| label.span.range());
    // A span of another text could lie inside a character of this one.
    let ranges = ranges.map(|range| source.span(range).range());
    let places: Vec<_> = ranges.map(|r| within(r.start)..within(r.end)).collect();
    let cut = trim_line(text, &places, columns);
    let offset = part.text.len();
    for ((label, is_primary), place) in labels.iter().zip(cut.places) {
        part.marks.push(Mark {
            range: offset + place.start..offset + place.end,
            text: &label.text,
            is_primary: *is_primary,
        });
    }
    part.text += &cut.text;
    part.text.push('\n');
}
