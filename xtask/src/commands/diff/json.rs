//! Changes for machines: one JSON object, on one line.

use std::io;

use generator::compat::diff::{Bump, Change};
use serde::Serialize;

#[derive(Serialize)]
struct Report<'a> {
    changes: Vec<Line<'a>>,
    bump: &'static str,
}

#[derive(Serialize)]
struct Line<'a> {
    kind: &'static str,
    at: String,
    from: Option<&'a str>,
    to: Option<&'a str>,
    breaking: bool,
}

/// The object with all changes.
///
/// # Errors
///
/// Never for text and flags; the serialiser's signature has one.
pub(super) fn render(changes: &[Change]) -> io::Result<String> {
    let lines = changes.iter().map(|change| Line {
        kind: change.kind.name(),
        at: change.at.to_string(),
        from: change.from.as_deref(),
        to: change.to.as_deref(),
        breaking: change.breaking,
    });
    let report = Report {
        changes: lines.collect(),
        bump: Bump::of(changes).name(),
    };
    Ok(serde_json::to_string(&report)? + "\n")
}
