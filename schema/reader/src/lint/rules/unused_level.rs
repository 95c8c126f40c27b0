//! `unused-level`: an entry under `lints:` that changes nothing.

use std::sync::Arc;

use crate::lint::{Example, File, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::manifest::LintLevel;
use schema::source::{Source, Span};

pub(crate) static LINT: Lint = Lint {
    code: "unused-level",
    level: Level::Warn,
    summary: "a lint's level in api.yaml that changes no finding",
    what_it_does: "\
Reports an entry under `lints:` in api.yaml that changes no finding.",
    why_it_matters: "\
Such an entry hides the next finding of its kind, which has not been reviewed.",
    how_to_fix: "\
Remove the entry.",
    example: Example {
        page: "\
## countNotes

Takes no parameters. Returns Integer on success.",
        others: &[(
            File::Manifest,
            "\
title: Notes API
base_url: https://notes.example
lints:
▸- code: missing-return
  level: allow
  reason: The page is like that.",
        )],
        message: "this level of `missing-return` changes nothing",
        fix: (
            "\
lints:
- code: missing-return
  level: allow
  reason: The page is like that.",
            "",
        ),
    },
    deny_lowering: true,
    superseded_by: &[],
    check: None,
};

/// Reports an entry that changed no finding.
pub(crate) fn diagnostic(entry: &LintLevel, source: &Arc<Source>, place: Span) -> Diagnostic {
    let diagnostic = LINT
        .diagnostic(format!("this level of `{}` changes nothing", entry.code))
        .label(
            source,
            place,
            "no such finding, or it has this level anyway",
        )
        .help("remove the entry");
    match &entry.at {
        Some(at) => diagnostic.about(at.clone()),
        None => diagnostic,
    }
}
