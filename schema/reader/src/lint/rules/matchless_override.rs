//! `matchless-override`: an override of what is not on the page.

use super::overridden::{self, Overridden};
use crate::lint::{Context, Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::nearest::nearest;
use schema::overrides::OverrideError;
use schema::schema::Schema;

pub(crate) static LINT: Lint = Lint {
    code: "matchless-override",
    level: Level::Error,
    summary: "an override whose address is nowhere on the page",
    explanation: "\
An override whose address is nowhere on the page corrects nothing: it is misspelt, or what it
corrected is gone.",
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
- at: sendNote.lound
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
        OverrideError::Matchless => Some(diagnostic(context.schema, one)),
        _ => None,
    })
}

fn diagnostic(schema: &Schema, one: &Overridden<'_>) -> Diagnostic {
    let address = one.at.to_string();
    let message = format!("nothing to correct: the page has no `{address}`");
    let found = one.diagnostic(&LINT, message).found(&address);
    let all: Vec<String> = addresses(schema);
    match nearest(&address, all.iter().map(String::as_str)) {
        Some(meant) => found.expected(meant).help(format!("is `{meant}` meant?")),
        None => found.help("mend the address, or take the override out"),
    }
}

/// Every address that an override can have.
fn addresses(schema: &Schema) -> Vec<String> {
    let methods = schema.methods.iter().map(|method| method.name.clone());
    let types = schema.types.iter().map(|def| def.name.clone());
    let fields = schema.fields().map(|(at, _)| at.to_string());
    methods.chain(types).chain(fields).collect()
}
