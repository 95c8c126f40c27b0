//! The half of `type-conflict` that compares siblings: parameters of one name vote on a type.

use super::LINT;
use super::description::{self, Contradiction};
use crate::lint::Context;
use crate::lint::siblings::Sibling;
use crate::lint::support::{cell_help, in_cell_words, type_override};
use crate::page::Part;
use schema::diagnostic::Diagnostic;
use schema::ty::Type;

/// How many siblings are quoted.
const QUOTED: usize = 2;

/// What the siblings of a parameter say of its type.
pub(super) struct Verdict<'a> {
    /// The type that most of them have.
    expected: &'a Type,
    /// Those that have it, in page order.
    witnesses: Vec<&'a Sibling<'a>>,
    /// How many others there are.
    others: usize,
}

impl<'a> Verdict<'a> {
    /// The verdict on one of a group: none where the group agrees or does not know.
    pub(super) fn of(
        group: &'a [Sibling<'a>],
        one: &Sibling<'_>,
        against: &[Contradiction],
    ) -> Option<Self> {
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
            Some(vote.expected).filter(|ty| description::all_fit(ty, against))
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

    pub(super) fn diagnostic(
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
            .patch(in_cell_words(expected))
            .help(cell_help(expected))
            .suggest_override(type_override(
                &one.at,
                found,
                expected,
                format!("{expected} {count}."),
            ));
        if let Some((source, span)) = context.place(&one.at, Part::Type) {
            diagnostic = diagnostic.label(source, span, format!("expected `{expected}`"));
        }
        for witness in self.witnesses.iter().take(QUOTED) {
            if let Some((source, span)) = context.place(&witness.at, Part::Type) {
                diagnostic = diagnostic.evidence(
                    source,
                    span,
                    format!("`{expected}` in {}", witness.at.owner),
                );
            }
        }
        description::quote(context, diagnostic, against)
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
