//! `redundant-override`: an override that changes nothing.

use super::overridden::{self, Overridden};
use crate::lint::{Context, Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::overrides::{OverrideError, inline};

pub(crate) static LINT: Lint = Lint {
    code: "redundant-override",
    level: Level::Error,
    summary: "an override that sets what the page already says",
    explanation: "\
An override that sets what the page says anyway is no correction: the page was mended, or the
override never changed a thing. It is taken out, so that those that are left matter.",
    bad: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| loud | Boolean | Optional | How loud it is |",
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
| loud | Boolean | Optional | How loud it is |",
    ),
    deny_lowering: true,
    superseded_by: &[],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    overridden::each(context, |one| match one.error {
        OverrideError::Redundant => Some(diagnostic(one)),
        _ => None,
    })
}

fn diagnostic(one: &Overridden<'_>) -> Diagnostic {
    let (at, set, value) = (one.at, &one.entry.set, inline(&one.entry.value));
    let message = format!("the page already says that the {set} of `{at}` is `{value}`");
    one.diagnostic(&LINT, message).help("take the override out")
}
