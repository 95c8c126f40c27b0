//! The half of `type-conflict` that reads descriptions: phrases that only fit some types.

use super::LINT;
use crate::dialect::ValueKind;
use crate::lint::Context;
use crate::lint::siblings::Sibling;
use crate::lint::support::{cell_help, in_cell_words, type_override};
use crate::page::{EvidenceKind, Part};
use schema::diagnostic::Diagnostic;
use schema::path::ItemPath;
use schema::schema::Field;
use schema::source::Span;
use schema::ty::Type;

/// A phrase, or a fact read from one, that does not fit the type.
pub(super) struct Contradiction {
    kind: ValueKind,
    span: Option<Span>,
}

impl Contradiction {
    /// What the description of a field says against its type.
    pub(super) fn of(context: &Context<'_>, at: &ItemPath, field: &Field) -> Vec<Self> {
        let claims = context
            .page
            .map(|page| page.evidence.about(at))
            .unwrap_or_default();
        let spoken = claims.iter().filter_map(|claim| match claim.kind {
            EvidenceKind::Value(kind) => Some(Contradiction {
                kind,
                span: Some(claim.span),
            }),
            _ => None,
        });
        let facts = &field.facts;
        let length = facts.length.is_some() || facts.bytes.is_some();
        let stated = [
            (length, ValueKind::Text),
            (facts.format.is_some(), ValueKind::Number),
        ];
        let stated = stated.into_iter().filter(|(is, _)| *is);
        let mut all: Vec<_> = spoken.collect();
        for (_, kind) in stated {
            if all.iter().all(|one| one.kind != kind) {
                all.push(Contradiction { kind, span: None });
            }
        }
        all.retain(|one| !fits(&field.ty, one.kind));
        all
    }
}

/// Whether a type fits all that was said against another.
pub(super) fn all_fit(ty: &Type, against: &[Contradiction]) -> bool {
    against.iter().all(|one| fits(ty, one.kind))
}

/// Whether a value of the type can be of the kind. A type by name can be anything.
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

fn name(kind: ValueKind) -> &'static str {
    match kind {
        ValueKind::Flag => "a flag",
        ValueKind::Text => "a text",
        ValueKind::List => "a list",
        ValueKind::Number => "a number",
    }
}

/// The type that the description alone suggests; a list's items it does not tell.
fn suggested(kind: ValueKind) -> Option<Type> {
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
    mut diagnostic: Diagnostic,
    against: &[Contradiction],
) -> Diagnostic {
    for one in against {
        if let (Some(page), Some(span)) = (context.page, one.span) {
            diagnostic =
                diagnostic.evidence(&page.source, span, format!("speaks of {}", name(one.kind)));
        }
    }
    diagnostic
}

/// The conflict of a type with its description alone, where siblings don't tell.
pub(super) fn diagnostic(
    context: &Context<'_>,
    one: &Sibling<'_>,
    against: &[Contradiction],
) -> Option<Diagnostic> {
    let kind = against.first()?.kind;
    let spoken = name(kind);
    let (at, found) = (&one.at, &one.field.ty);
    let message = format!("`{at}` is `{found}`, but its description speaks of {spoken}");
    let mut diagnostic = Diagnostic::new(LINT.code, LINT.level, message)
        .about(at.clone())
        .found(found.to_string())
        .help("correct the cell or the description");
    let expected = suggested(kind).filter(|ty| all_fit(ty, against));
    let label = match &expected {
        Some(ty) => format!("expected `{ty}`"),
        None => format!("expected {spoken}"),
    };
    if let Some((source, span)) = context.place(at, Part::Type) {
        diagnostic = diagnostic.label(source, span, label);
    }
    if let Some(ty) = &expected {
        let reason = format!("Its description speaks of {spoken}.");
        diagnostic = diagnostic
            .expected(ty.to_string())
            .patch(in_cell_words(ty))
            .help(cell_help(ty))
            .suggest_override(type_override(at, found, ty, reason));
    }
    Some(quote(context, diagnostic, against))
}
