//! `type-conflict`: a type cell that its siblings or its own description contradict.

use std::sync::Arc;

use super::siblings::{Sibling, Siblings};
use super::{Context, Example, Lint, type_claims};
use crate::page::Part;
use schema::diagnostic::{Diagnostic, Level};
use schema::overrides::Override;
use schema::path::ItemPath;
use schema::source::Source;
use schema::ty::Type;
use type_claims::Contradiction;

pub(super) static LINT: Lint = Lint {
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
    is_firm: false,
    yields_to: &["unknown-type"],
    check: Some(check),
};

/// How many siblings are quoted.
const QUOTED: usize = 2;

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
    let against = type_claims::against(context, &one.at, one.field);
    if let Some(verdict) = Verdict::of(group, one, &against) {
        return Some(verdict.diagnostic(context, one, &against));
    }
    // Where others alike have the same type, it is the phrase that was misunderstood.
    let same = |other: &Sibling<'_>| other.at != one.at && other.field.ty == one.field.ty;
    if group.iter().any(|other| same(other) && one.is_like(other)) {
        return None;
    }
    type_claims::diagnostic(context, &LINT, one, &against)
}

/// What the siblings of a parameter say of its type.
struct Verdict<'a> {
    /// The type that most of them have.
    expected: &'a Type,
    /// Those that have it, in page order.
    witnesses: Vec<&'a Sibling<'a>>,
    /// How many others there are.
    others: usize,
}

impl<'a> Verdict<'a> {
    /// The verdict on one of a group: none where the group agrees or does not know.
    fn of(group: &'a [Sibling<'a>], one: &Sibling<'_>, against: &[Contradiction]) -> Option<Self> {
        let others: Vec<&Sibling<'_>> = group.iter().filter(|other| other.at != one.at).collect();
        let alike: Vec<_> = others
            .iter()
            .copied()
            .filter(|other| one.is_like(other))
            .collect();
        let expected = if against.is_empty() {
            let outvoted = majority(&alike, one).filter(|vote| vote.clear());
            outvoted
                .map(|vote| vote.expected)
                .or_else(|| unanimous(&others, one))
        } else {
            // A description that already speaks against the type makes every sibling a witness.
            let vote = majority(&others, one).filter(|vote| vote.even())?;
            Some(vote.expected).filter(|ty| type_claims::all_fit(ty, against))
        }?;
        let witnesses = others
            .iter()
            .copied()
            .filter(|other| other.field.ty == *expected);
        Some(Self {
            expected,
            witnesses: witnesses.collect(),
            others: others.len(),
        })
    }

    fn diagnostic(
        self,
        context: &Context<'_>,
        one: &Sibling<'_>,
        against: &[Contradiction],
    ) -> Diagnostic {
        let (found, expected) = (&one.field.ty, self.expected);
        let count = self.count();
        let message = format!("`{}` is `{found}` here, but `{expected}` {count}", one.at);
        let mut diagnostic = Diagnostic::new(LINT.code, LINT.level, message)
            .about(one.at.clone())
            .found(found.to_string())
            .expected(expected.to_string())
            .patch(words(expected))
            .help(in_the_cell(expected))
            .mend(mend(
                &one.at,
                found,
                expected,
                format!("{expected} {count}."),
            ));
        if let Some((source, span)) = place(context, &one.at) {
            diagnostic = diagnostic.label(source, span, format!("expected `{expected}`"));
        }
        for witness in self.witnesses.iter().take(QUOTED) {
            if let Some((source, span)) = place(context, &witness.at) {
                diagnostic = diagnostic.evidence(
                    source,
                    span,
                    format!("`{expected}` in {}", witness.at.owner),
                );
            }
        }
        type_claims::quote(context, diagnostic, against)
    }

    fn count(&self) -> String {
        match (self.witnesses.len(), self.others) {
            (1, 1) => format!("in {}", self.witnesses[0].at.owner),
            (2, 2) => "in both others that have it".to_owned(),
            (all, others) if all == others => format!("in all {all} others that have it"),
            (some, others) => format!("in {some} of the {others} others that have it"),
        }
    }
}

/// The override that sets a type.
pub(super) fn mend(at: &ItemPath, found: &Type, expected: &Type, reason: String) -> Override {
    Override {
        at: at.clone(),
        set: "type".to_owned(),
        docs: found.to_string().into(),
        value: expected.to_string().into(),
        reason,
    }
}

/// The cell of a type.
pub(super) fn place<'a>(
    context: &Context<'a>,
    at: &ItemPath,
) -> Option<(&'a Arc<Source>, schema::source::Span)> {
    let page = context.page?;
    Some((&page.source, page.places.get(at, Part::Type)?))
}

/// What to do about a cell that should have another type.
pub(super) fn in_the_cell(expected: &Type) -> String {
    let words = words(expected);
    format!("write `{words}` in the cell, or paste into overrides.yaml:")
}

/// A type in the words of a cell, which every dialect knows; a bar would end the cell.
pub(super) fn words(ty: &Type) -> String {
    match ty {
        Type::Array(item) => match &**item {
            Type::Union(items) => {
                let items: Vec<String> = items.iter().map(words).collect();
                format!("Array of {}", items.join(", "))
            }
            item => format!("Array of {}", words(item)),
        },
        Type::Union(members) => {
            let members: Vec<String> = members.iter().map(words).collect();
            members.join(" or ")
        }
        one => one.to_string(),
    }
}

/// Whether one type is a part of the other.
fn compatible(a: &Type, b: &Type) -> bool {
    a.is_subset_of(b) || b.is_subset_of(a)
}

/// How siblings vote on a type that some of them contradict.
struct Vote<'a> {
    /// The type that most of those have that contradict it.
    expected: &'a Type,
    /// How many have that type.
    against: usize,
    /// How many have one that goes with the type voted on.
    for_it: usize,
}

impl Vote<'_> {
    fn clear(&self) -> bool {
        self.against >= 2 && self.against > 2 * self.for_it
    }

    fn even(&self) -> bool {
        self.against >= self.for_it
    }
}

fn majority<'a>(siblings: &[&'a Sibling<'a>], one: &Sibling<'_>) -> Option<Vote<'a>> {
    let mut counts: Vec<(&Type, usize)> = Vec::new();
    let types = siblings.iter().map(|sibling| &sibling.field.ty);
    let (fitting, contrary): (Vec<_>, Vec<_>) = types.partition(|ty| compatible(ty, &one.field.ty));
    for ty in contrary {
        match counts.iter_mut().find(|(known, _)| *known == ty) {
            Some((_, count)) => *count += 1,
            None => counts.push((ty, 1)),
        }
    }
    let against = counts.iter().map(|(_, count)| *count).max()?;
    let (expected, _) = counts.into_iter().find(|(_, count)| *count == against)?;
    Some(Vote {
        expected,
        against,
        for_it: fitting.len(),
    })
}

/// What most of at least three others have, where all of them can be one plain type and this one
/// has another: then even those that are described in other words count.
fn unanimous<'a>(others: &[&'a Sibling<'a>], one: &Sibling<'_>) -> Option<&'a Type> {
    let plain = |ty: &Type| {
        matches!(
            ty,
            Type::Integer | Type::Float | Type::String | Type::Boolean | Type::True
        )
    };
    let found = &one.field.ty;
    let (first, rest) = others.split_first()?;
    let can_be = |other: &Sibling<'_>, ty: &Type| ty.is_subset_of(&other.field.ty);
    let mut common = first.field.ty.members().iter().filter(|ty| plain(ty));
    let agree = common.any(|ty| rest.iter().all(|other| can_be(other, ty)));
    let contrary = !others
        .iter()
        .any(|other| compatible(&other.field.ty, found));
    let vote = majority(others, one)?;
    (others.len() >= 3 && plain(found) && agree && contrary).then_some(vote.expected)
}
