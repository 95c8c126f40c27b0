//! A finding in, the same with nothing in it that fills a screen by itself out.
//!
//! A cell or a name of a page can have megabytes, and findings quote them. What is quoted in full
//! is what a person can read; a correction that had to be cut would be none, and is left out.

use std::borrow::Cow;

use schema::diagnostic::{Diagnostic, Label};
use schema::overrides::Override;
use schema::path::ItemPath;

/// The most bytes of a text that is shown in full.
const LONGEST: usize = 2_000;
/// The characters that are kept of a longer one: at its beginning and at its end.
const KEPT: (usize, usize) = (200, 60);

/// The finding as it is shown.
pub(crate) fn truncate_finding(one: &Diagnostic) -> Diagnostic {
    let text = |text: &String| cut_middle(text).into_owned();
    let label = |label: &Label| Label {
        text: text(&label.text),
        ..label.clone()
    };
    Diagnostic {
        at: one.at.as_ref().map(|at| ItemPath {
            owner: text(&at.owner),
            name: at.name.as_ref().map(text),
        }),
        message: text(&one.message),
        primary: one.primary.as_ref().map(label),
        related: one.related.iter().map(label).collect(),
        found: one.found.as_ref().map(text),
        expected: one.expected.as_ref().map(text),
        patch: one.patch.clone().filter(|patch| patch.len() <= LONGEST),
        notes: one.notes.iter().map(text).collect(),
        help: one.help.as_ref().map(text),
        suggested_override: one
            .suggested_override
            .clone()
            .filter(|suggested| override_yaml(suggested).len() <= LONGEST),
        ..one.clone()
    }
}

/// An override as it is pasted.
pub(crate) fn override_yaml(suggested: &Override) -> String {
    // An override came from YAML or from our own lints: it always serialises.
    let yaml = serde_yaml::to_string(&[suggested]).unwrap_or_default();
    yaml.trim_end().to_owned()
}

/// A text without its middle, where it is too long.
fn cut_middle(text: &str) -> Cow<'_, str> {
    if text.len() <= LONGEST {
        return Cow::Borrowed(text);
    }
    let (first, last) = KEPT;
    let end = text.char_indices().nth(first).map_or(0, |(at, _)| at);
    let start = text.char_indices().rev().nth(last - 1);
    let start = start.map_or(text.len(), |(at, _)| at);
    Cow::Owned(format!("{}…{}", &text[..end], &text[start..]))
}
