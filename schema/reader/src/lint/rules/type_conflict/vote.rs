//! The half of `type-conflict` that compares siblings: the parameters of one name vote on a type.

use super::LINT;
use super::description::{self, Phrase};
use crate::account::Meaning;
use crate::lint::Context;
use crate::lint::siblings::Sibling;
use crate::lint::support::expect_type;
use schema::diagnostic::Diagnostic;
use schema::ty::Type;

/// The most siblings that are quoted as evidence.
const QUOTED: usize = 2;

/// The verdict of the siblings of a parameter: its type is wrong.
pub(super) struct Verdict<'a> {
    /// The type that most of them have.
    expected: &'a Type,
    /// Those that have it, in page order.
    witnesses: Vec<&'a Sibling<'a>>,
    /// The number of siblings.
    others: usize,
}

impl<'a> Verdict<'a> {
    /// Lets the siblings vote on the type of one: `None` where they agree with it, or where there
    /// are too few to know.
    pub(super) fn reach(
        group: &'a [Sibling<'a>],
        one: &Sibling<'_>,
        contradictions: &[Phrase],
    ) -> Option<Self> {
        let others: Vec<&Sibling<'_>> = group.iter().filter(|other| other.at != one.at).collect();
        let expected = if contradictions.is_empty() {
            let mut alike = others.clone();
            alike.retain(|other| one.is_like(other));
            let vote = Vote::count(&alike, one).filter(Vote::is_clear);
            vote.map(|vote| vote.expected)
                .or_else(|| unanimous_type(&others, one))?
        } else {
            // A description that already contradicts the type makes every sibling a witness.
            let vote = Vote::count(&others, one).filter(Vote::is_majority)?;
            Some(vote.expected).filter(|ty| description::all_fit(ty, contradictions))?
        };
        let mut witnesses = others.clone();
        witnesses.retain(|other| other.field.ty == *expected);
        Some(Self {
            expected,
            witnesses,
            others: others.len(),
        })
    }

    /// Tells whether the type that the siblings have fits all phrases.
    pub(super) fn fits(&self, phrases: &[Phrase]) -> bool {
        description::all_fit(self.expected, phrases)
    }

    pub(super) fn diagnostic(
        self,
        context: &Context<'_>,
        one: &Sibling<'_>,
        contradictions: &[Phrase],
    ) -> Diagnostic {
        let (at, found, expected) = (&one.at, &one.field.ty, self.expected);
        let count = self.print_count();
        let label = format!("expected `{expected}`");
        let diagnostic = LINT
            .diagnostic(format!(
                "`{at}` is `{found}` here, but `{expected}` {count}"
            ))
            .about(at.clone())
            .label_at(context.place(at, Meaning::Type), label)
            .found(found.to_string());
        let reason = format!("{expected} {count}.");
        let mut diagnostic = expect_type(diagnostic, at, found, expected, reason);
        for witness in self.witnesses.iter().take(QUOTED) {
            let place = context.place(&witness.at, Meaning::Type);
            let text = format!("`{expected}` in {}", witness.at.owner);
            diagnostic = diagnostic.evidence_at(place, text);
        }
        description::quote(context, diagnostic, contradictions)
    }

    fn print_count(&self) -> String {
        match (self.witnesses.len(), self.others) {
            (1, 1) => format!("in {}", self.witnesses[0].at.owner),
            (2, 2) => "in both others that have it".to_owned(),
            (all, others) if all == others => format!("in all {all} others that have it"),
            (some, others) => format!("in {some} of the {others} others that have it"),
        }
    }
}

/// The votes of siblings on a type that some of them contradict.
struct Vote<'a> {
    /// The type that most of those have that contradict it.
    expected: &'a Type,
    /// The number of siblings with that type.
    against: usize,
    /// The number of siblings with a type that is compatible with the one voted on.
    in_favour: usize,
}

impl<'a> Vote<'a> {
    fn count(siblings: &[&'a Sibling<'a>], one: &Sibling<'_>) -> Option<Self> {
        let types = siblings.iter().map(|sibling| &sibling.field.ty);
        let (compatible, contrary): (Vec<&Type>, Vec<&Type>) =
            types.partition(|ty| are_compatible(ty, &one.field.ty));
        let mut counts: Vec<(&Type, usize)> = Vec::new();
        for ty in contrary {
            match counts.iter_mut().find(|(known, _)| *known == ty) {
                Some((_, count)) => *count += 1,
                None => counts.push((ty, 1)),
            }
        }
        let against = counts.iter().map(|(_, count)| *count).max()?;
        let (expected, _) = counts.into_iter().find(|(_, count)| *count == against)?;
        Some(Self {
            expected,
            against,
            in_favour: compatible.len(),
        })
    }

    /// Tells whether the siblings alone decide. Of `loud`, described alike in four methods, three
    /// that are Boolean outvote one String; one Boolean proves nothing against one String, and
    /// neither do three against two.
    fn is_clear(&self) -> bool {
        self.against >= 2 && self.against > 2 * self.in_favour
    }

    /// Tells whether the siblings confirm what the description says: then one Boolean is enough
    /// against a String that is described as “pass True”.
    fn is_majority(&self) -> bool {
        self.against >= self.in_favour
    }
}

/// Tells whether one type is a part of the other.
fn are_compatible(a: &Type, b: &Type) -> bool {
    a.is_subset_of(b) || b.is_subset_of(a)
}

/// Finds the type that most of at least three siblings have, where all of them can have one plain
/// type in common and this one has another plain type. Then even siblings that are described in
/// other words count: if `room_id` is an Integer, or Integer or String, in all three other methods,
/// a Boolean `room_id` is wrong whatever its description says.
fn unanimous_type<'a>(others: &[&'a Sibling<'a>], one: &Sibling<'_>) -> Option<&'a Type> {
    let found = &one.field.ty;
    let (first, rest) = others.split_first()?;
    if others.len() < 3 || !is_plain(found) {
        return None;
    }
    let candidates = first.field.ty.members().iter().filter(|ty| is_plain(ty));
    let have_common = candidates
        .into_iter()
        .any(|ty| rest.iter().all(|other| ty.is_subset_of(&other.field.ty)));
    let all_contrary = others
        .iter()
        .all(|other| !are_compatible(&other.field.ty, found));
    let vote = Vote::count(others, one)?;
    (have_common && all_contrary).then_some(vote.expected)
}

fn is_plain(ty: &Type) -> bool {
    matches!(
        ty,
        Type::Integer | Type::Float | Type::String | Type::Boolean | Type::True
    )
}
