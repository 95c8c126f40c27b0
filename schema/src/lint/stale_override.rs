//! `stale-override`: an override that no longer applies.

use super::{Context, Corrections, Lint};
use crate::diagnostic::{Diagnostic, Level};
use crate::overrides::{Override, OverrideError, inline};
use crate::source::Span;

pub(super) static LINT: Lint = Lint {
    code: "stale-override",
    level: Level::Error,
    summary: "an override that matches nothing, is out of date, or changes nothing",
    explanation: "\
An override records what the page says (`docs`) beside what is true (`use`). When the page changes
under it, when the page comes to say the same, or when what it corrects is gone, the override must
be looked at again: it is never applied to something that nobody has read.

Bad, where the page says Boolean by now:

    - at: sendNote.loud
      set: type
      docs: String
      use: Boolean
      reason: A flag in every other method.

Good: the override is taken out.",
    yields_to: &[],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let corrections = context.corrections.iter();
    let failed = corrections.flat_map(|all| all.errors.iter().map(move |failed| (all, failed)));
    let found = failed.filter_map(|(all, (index, error))| {
        Some(diagnostic(all, all.overrides.get(*index)?, *index, error))
    });
    found.collect()
}

fn diagnostic(
    all: &Corrections<'_>,
    one: &Override,
    index: usize,
    error: &OverrideError,
) -> Diagnostic {
    let Override {
        at,
        set,
        docs,
        value,
        ..
    } = one;
    let message = match error {
        OverrideError::Matchless => format!("nothing to correct: the page has no `{at}`"),
        OverrideError::Stale { .. } => {
            format!("the page no longer says what the override of `{at}` expects")
        }
        OverrideError::Redundant => format!(
            "the page already says that the {set} of `{at}` is `{}`",
            inline(value)
        ),
        OverrideError::Invalid { reason } => {
            format!("the override of `{at}` can't be applied: {reason}")
        }
    };
    let help = match error {
        OverrideError::Stale { .. } => {
            "look at the page again, then mend `docs` or take the override out"
        }
        OverrideError::Invalid { .. } => "see the keys of a parameter in schema.yaml",
        _ => "take the override out",
    };
    let found = Diagnostic::new(LINT.code, LINT.level, message)
        .about(at.clone())
        .label(all.source, place(all, index), "this override")
        .help(help);
    match error {
        OverrideError::Stale { now } => found.found(inline(now)).expected(inline(docs)),
        _ => found,
    }
}

/// The line of the override's address: of the entries with the same one, as many down.
fn place(all: &Corrections<'_>, index: usize) -> Span {
    let at = all.overrides[index].at.to_string();
    let before = all.overrides[..index]
        .iter()
        .filter(|other| other.at.to_string() == at)
        .count();
    let text = all.source.text();
    let is_address = |line: &str| {
        let value = line.trim_start_matches([' ', '-', '{']).strip_prefix("at:");
        let value = value.and_then(|rest| rest.split([',', '#', '}']).next());
        value.is_some_and(|value| value.trim().trim_matches(['"', '\'']) == at)
    };
    let numbered = text
        .lines()
        .enumerate()
        .filter(|(_, line)| is_address(line));
    let line = numbered
        .map(|(number, _)| number + 1)
        .nth(before)
        .unwrap_or(1);
    all.source.line_span(line)
}
