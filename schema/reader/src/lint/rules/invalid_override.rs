//! `invalid-override`: an override that sets what can't be set.

use super::overridden::{self, Overridden};
use crate::lint::{Context, Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::overrides::OverrideError;

pub(crate) static LINT: Lint = Lint {
    code: "invalid-override",
    level: Level::Error,
    summary: "an override that sets a key or a value that can't be set",
    explanation: "\
An override sets a key of schema.yaml, such as `type`, `required`, `returns` or `default`, to a value
that the key can have. A name can't be overridden: it is what the server knows.",
    bad: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| loud | String | Optional | How loud it is |",
    )
    .overrides(
        "\
- at: sendNote.loud
  set: type
  docs: String
  use: Bolean | 
  reason: A flag in every other method.",
    ),
    good: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| loud | String | Optional | How loud it is |",
    )
    .overrides(
        "\
- at: sendNote.loud
  set: type
  docs: String
  use: Boolean
  reason: A flag in every other method.",
    ),
    deny_lowering: true,
    superseded_by: &[],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    overridden::each(context, |one| match one.error {
        OverrideError::Invalid { reason } => Some(diagnostic(one, reason)),
        _ => None,
    })
}

fn diagnostic(one: &Overridden<'_>, reason: &str) -> Diagnostic {
    let message = format!("the override of `{}` can't be applied: {reason}", one.at);
    one.diagnostic(&LINT, message)
        .help("schema.yaml shows the keys of a parameter, and what they hold")
}
