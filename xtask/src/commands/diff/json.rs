//! Changes for machines: one JSON object, on one line.

use std::io;

use generator::compat::diff::Bump;
use generator::upgrade::Step;
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
    /// What follows for Rust code, a phrase each.
    rust: Vec<&'a str>,
    /// The new item that one which is gone may be called now.
    renamed: Option<String>,
    /// The parameter in which bots ask for a new kind of update.
    asked_for_in: Option<&'a str>,
}

/// The object with all changes.
///
/// # Errors
///
/// Never for text and flags; the serialiser's signature has one.
pub(super) fn render(steps: &[Step]) -> io::Result<String> {
    let lines = steps.iter().map(|step| Line {
        kind: step.change.kind.name(),
        at: step.change.at.to_string(),
        from: step.change.from.as_deref(),
        to: step.change.to.as_deref(),
        breaking: step.change.breaking,
        rust: step
            .consequences
            .iter()
            .map(|one| one.of_one.as_str())
            .collect(),
        renamed: step.renamed.as_ref().map(ToString::to_string),
        asked_for_in: step.asked_for_in.as_deref(),
    });
    let report = Report {
        changes: lines.collect(),
        bump: Bump::of(steps.iter().map(|step| &step.change)).name(),
    };
    Ok(serde_json::to_string(&report)? + "\n")
}
