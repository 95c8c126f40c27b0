//! `type-conflict`: a type cell that its siblings or its own description contradict.

mod description;
mod vote;

use crate::lint::siblings::{Sibling, Siblings};
use crate::lint::{Context, Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use vote::Verdict;

pub(crate) static LINT: Lint = Lint {
    code: "type-conflict",
    level: Level::Error,
    summary: "a type that the same parameter elsewhere, or its own description, contradicts",
    what_it_does: "\
Reports a type that differs from that of the same parameter in other methods, or that its own
description contradicts: phrases such as “pass True”, “1-64 characters”, “a JSON-serialized list”
or “in seconds” tell which kind of value is meant. A type that is a part of the other's union is
no conflict, and a name with several meanings (described in different words) may have a type for
each.",
    why_it_matters: "\
A parameter that occurs in several methods usually means the same in each. A wrong type makes a
parameter unusable in Rust.",
    how_to_fix: "\
Correct the cell. If the page can't be changed, add the override that the finding suggests.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| loud | ▸String | Optional | Pass True to say it aloud |",
        others: &[],
        message: "`sendNote.loud` is `String`, but its description speaks of a flag",
        fix: ("loud | String", "loud | Boolean"),
    },
    deny_lowering: false,
    superseded_by: &["unknown-type"],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let siblings = Siblings::of(context.schema);
    let groups = siblings.groups().into_iter();
    groups
        .flat_map(|group| {
            group
                .iter()
                .filter_map(|one| check_one(context, group, one))
        })
        .collect()
}

/// Checks one member of a group: against its siblings, then against its own description.
fn check_one<'a>(
    context: &Context<'_>,
    group: &'a [Sibling<'a>],
    one: &Sibling<'_>,
) -> Option<Diagnostic> {
    let phrases = description::collect_phrases(context, &one.at, one.field);
    let (support, contradictions) = description::divide(phrases, &one.field.ty);
    let verdict = Verdict::reach(group, one, &contradictions);
    // What the description says of its own value outweighs siblings: an `offset` that is “an empty
    // string for the first” is a String, though it is an Integer in every other method.
    if let Some(verdict) = verdict.filter(|verdict| verdict.fits(&support)) {
        return Some(verdict.diagnostic(context, one, &contradictions));
    }
    // Where siblings described alike have the same type, the phrase was misunderstood: “pass a
    // list of ids, separated by commas” is a text in each of them.
    let has_same_type = |other: &Sibling<'_>| other.at != one.at && other.field.ty == one.field.ty;
    if group
        .iter()
        .any(|other| has_same_type(other) && one.is_like(other))
    {
        return None;
    }
    description::diagnostic(context, one, &contradictions)
}
