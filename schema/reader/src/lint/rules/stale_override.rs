//! `stale-override`: an override of what the page no longer says.

use super::overridden::{self, Overridden};
use crate::lint::{Context, Example, Lint};
use crate::page::Part;
use schema::diagnostic::{Diagnostic, Level};
use schema::overrides::{OverrideError, inline};

pub(crate) static LINT: Lint = Lint {
    code: "stale-override",
    level: Level::Error,
    summary: "an override of what the page no longer says",
    explanation: "\
An override records what the page says (`docs`) beside what is true (`use`). Where the page says
neither any more, the override must be looked at again: it is never applied to something that nobody
has read.",
    bad: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| loud | Integer | Optional | How loud it is |",
    )
    .overrides(
        "\
- at: sendNote.loud
  set: type
  docs: String
  use: Boolean
  reason: A flag in every other method.",
    ),
    good: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| loud | Integer | Optional | How loud it is |",
    )
    .overrides(
        "\
- at: sendNote.loud
  set: type
  docs: Integer
  use: Boolean
  reason: A flag in every other method.",
    ),
    deny_lowering: true,
    superseded_by: &[],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    overridden::each(context, |one| match one.error {
        OverrideError::Stale { now } => Some(diagnostic(context, one, &inline(now))),
        _ => None,
    })
}

fn diagnostic(context: &Context<'_>, one: &Overridden<'_>, now: &str) -> Diagnostic {
    let expected = inline(&one.entry.docs);
    let at = one.at;
    let message = format!("the page no longer says what the override of `{at}` expects");
    let found = one
        .diagnostic(&LINT, message)
        .help("look at the page again, then mend `docs` or take the override out")
        .found(now)
        .expected(expected);
    let part = match one.entry.set.as_str() {
        "type" => Part::Type,
        "required" => Part::Required,
        "returns" => Part::Returns,
        _ => Part::Description,
    };
    match context.place(at, part) {
        Some((source, span)) => found.evidence(source, span, format!("`{now}` by now")),
        None => found,
    }
}
