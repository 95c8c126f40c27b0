//! The half of `type-conflict` that reads descriptions: phrases that fit only some types.

use super::LINT;
use crate::account::Meaning;
use crate::dialect::ValueKind;
use crate::lint::Context;
use crate::lint::siblings::Sibling;
use crate::lint::support::expect_type;
use crate::page::EvidenceKind;
use schema::diagnostic::Diagnostic;
use schema::path::ItemPath;
use schema::schema::{Facts, Field};
use schema::source::Span;
use schema::ty::Type;

/// A phrase, or a fact read from one, that tells the kind of value.
pub(super) struct Phrase {
    kind: ValueKind,
    span: Option<Span>,
}

/// Collects what the description of a field says of its value.
pub(super) fn collect_phrases(context: &Context<'_>, at: &ItemPath, field: &Field) -> Vec<Phrase> {
    let evidence = context.page.map(|page| page.evidence.about(at));
    let phrases = evidence.unwrap_or_default().iter();
    let mut all: Vec<Phrase> = phrases
        .filter_map(|evidence| match evidence.kind {
            EvidenceKind::Value(kind) => Some(Phrase {
                kind,
                span: Some(evidence.span),
            }),
            _ => None,
        })
        .collect();
    for kind in kinds_in_facts(&field.facts) {
        if all.iter().all(|one| one.kind != kind) {
            all.push(Phrase { kind, span: None });
        }
    }
    all
}

/// Divides phrases into those that a type fits and those that contradict it.
pub(super) fn divide(phrases: Vec<Phrase>, ty: &Type) -> (Vec<Phrase>, Vec<Phrase>) {
    phrases.into_iter().partition(|one| fits(ty, one.kind))
}

/// Lists the kinds of values that facts speak of: “1-64 characters” of a text, “in Unix time” of a
/// number.
fn kinds_in_facts(facts: &Facts) -> impl Iterator<Item = ValueKind> {
    let is_text = facts.length.is_some() || facts.bytes.is_some();
    let text = is_text.then_some(ValueKind::Text);
    let number = facts.format.is_some().then_some(ValueKind::Number);
    text.into_iter().chain(number)
}

/// Tells whether a type fits all phrases.
pub(super) fn all_fit(ty: &Type, phrases: &[Phrase]) -> bool {
    phrases.iter().all(|one| fits(ty, one.kind))
}

/// Tells whether a value of the type can be of the kind. A type by name can be anything.
fn fits(ty: &Type, kind: ValueKind) -> bool {
    ty.members().iter().any(|member| match (member, kind) {
        (Type::Named(_), _) | (Type::Array(_), ValueKind::List) => true,
        (Type::Array(item), ValueKind::Text) => fits(item, kind),
        (Type::Boolean | Type::True, ValueKind::Flag) => true,
        (Type::String | Type::InputFile, ValueKind::Text) => true,
        (Type::Integer | Type::Float, ValueKind::Number) => true,
        _ => false,
    })
}

fn print(kind: ValueKind) -> &'static str {
    match kind {
        ValueKind::Flag => "a flag",
        ValueKind::Text => "a text",
        ValueKind::List => "a list",
        ValueKind::Number => "a number",
    }
}

/// Returns the type that the description alone suggests; of a list it does not tell the items.
fn suggested_type(kind: ValueKind) -> Option<Type> {
    match kind {
        ValueKind::Flag => Some(Type::Boolean),
        ValueKind::Text => Some(Type::String),
        ValueKind::Number => Some(Type::Integer),
        ValueKind::List => None,
    }
}

/// Adds the phrases to a diagnostic, as evidence.
pub(super) fn quote(
    context: &Context<'_>,
    diagnostic: Diagnostic,
    contradictions: &[Phrase],
) -> Diagnostic {
    contradictions.iter().fold(diagnostic, |diagnostic, one| {
        let place = context
            .page
            .and_then(|page| Some((&page.source, one.span?)));
        diagnostic.evidence_at(place, format!("speaks of {}", print(one.kind)))
    })
}

/// Reports the conflict of a type with its description, where siblings are no help.
pub(super) fn diagnostic(
    context: &Context<'_>,
    one: &Sibling<'_>,
    contradictions: &[Phrase],
) -> Option<Diagnostic> {
    let kind = contradictions.first()?.kind;
    let (at, found, spoken) = (&one.at, &one.field.ty, print(kind));
    let expected = suggested_type(kind).filter(|ty| all_fit(ty, contradictions));
    let label = match &expected {
        Some(ty) => format!("expected `{ty}`"),
        None => format!("expected {spoken}"),
    };
    let diagnostic = LINT
        .diagnostic(format!(
            "`{at}` is `{found}`, but its description speaks of {spoken}"
        ))
        .about(at.clone())
        .label_at(context.place(at, Meaning::Type), label)
        .found(found.to_string());
    let diagnostic = match &expected {
        Some(ty) => {
            let reason = format!("Its description speaks of {spoken}.");
            expect_type(diagnostic, at, found, ty, reason)
        }
        None => diagnostic.help("correct the cell or the description"),
    };
    Some(quote(context, diagnostic, contradictions))
}
