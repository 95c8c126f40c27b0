//! `type-conflict`: a type cell that its siblings or its own description contradict.

mod description;
mod vote;

use crate::lint::siblings::{Sibling, Siblings};
use crate::lint::{Context, Example, Lint};
use description::Contradiction;
use schema::diagnostic::{Diagnostic, Level};
use vote::Verdict;

pub(crate) static LINT: Lint = Lint {
    code: "type-conflict",
    level: Level::Error,
    summary: "a type that the same parameter elsewhere, or its own description, contradicts",
    explanation: "\
A parameter that occurs in several methods means the same in each, so its type is the same, or a
part of a union. And a description that says “pass True”, “1-64 characters”, “a JSON-serialized
list” or “in seconds” says what kind of value it speaks of. A cell that contradicts either is wrong.

Where the page can't be changed, an override corrects it; the diagnostic has it ready to paste.
No conflict: a type that is a part of the other's union, and a name that means several things
(described in other words), each with its own type.",
    bad: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| loud | String | Optional | Pass True to say it aloud |",
    ),
    good: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| loud | Boolean | Optional | Pass True to say it aloud |",
    ),
    deny_lowering: false,
    superseded_by: &["unknown-type"],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let siblings = Siblings::of(context.schema);
    let mut found = Vec::new();
    for group in siblings.groups() {
        found.extend(group.iter().filter_map(|one| judge(context, group, one)));
    }
    found
}

/// What there is to say of one member of a group: by its siblings, else by its description.
fn judge<'a>(
    context: &Context<'_>,
    group: &'a [Sibling<'a>],
    one: &Sibling<'_>,
) -> Option<Diagnostic> {
    let against = Contradiction::of(context, &one.at, one.field);
    if let Some(verdict) = Verdict::of(group, one, &against) {
        return Some(verdict.diagnostic(context, one, &against));
    }
    // Where others alike have the same type, it is the phrase that was misunderstood.
    let same = |other: &Sibling<'_>| other.at != one.at && other.field.ty == one.field.ty;
    if group.iter().any(|other| same(other) && one.is_like(other)) {
        return None;
    }
    description::diagnostic(context, one, &against)
}
