//! Calls: lines that tell of a method, under a heading that gives it no name.

use schema::Span;

/// A line such as `GET /notes`, or the heading above “Returns True.”
pub(super) struct Call {
    pub(super) span: Span,
    /// True if it is the heading.
    pub(super) is_heading: bool,
    /// The number of headings above it.
    pub(super) heading: usize,
}

/// The verbs of HTTP that calls are made with.
const VERBS: &[&str] = &["GET", "POST", "PUT", "PATCH", "DELETE"];

/// Checks whether a line is a verb and an address, and nothing else: `GET /notes/{id}`.
pub(super) fn is_call(line: &str) -> bool {
    let mut words = line.split(' ');
    let is_verb = words.next().is_some_and(|word| VERBS.contains(&word));
    let is_address = |word: &str| word.starts_with('/') || word.starts_with("http");
    is_verb && words.next().is_some_and(is_address) && words.next().is_none()
}
