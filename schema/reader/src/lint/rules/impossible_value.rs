//! `impossible-value`: a default or a constant that its own description rules out.

use super::empty_range;
use crate::account::Meaning;
use crate::lint::{Context, Example, Lint};
use crate::page::EvidenceKind;
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::schema::{Facts, Field, Limits, Scalar};
use schema::source::{Source, Span};
use schema::ty::Type;

pub(crate) static LINT: Lint = Lint {
    code: "impossible-value",
    level: Level::Error,
    summary: "a default or constant that is not of its type, outside its range, or not among its values",
    what_it_does: "\
Reports a default or a constant that is not of its type, lies outside its range, or is not among
the values that the description lists.",
    why_it_matters: "\
Either the value or its description is wrong.",
    how_to_fix: "\
Correct the value, the type cell or the description.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| count | Integer | Optional | How many; 1-50. Defaults to ▸100 |",
        others: &[],
        message: "the default of `sendNote.count` can't be `100`: its range is 1..50",
        fix: ("1-50", "1-100"),
    },
    deny_lowering: false,
    superseded_by: &["type-conflict", "empty-range"],
    check: Some(check),
};

const HELP: &str = "correct the value, the type cell or the description";

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let fields = context.schema.fields();
    fields
        .filter_map(|(at, field)| check_field(context, at, field))
        .collect()
}

fn check_field(context: &Context<'_>, at: ItemPath, field: &Field) -> Option<Diagnostic> {
    let facts = &field.facts;
    let default = facts.default.iter().map(|value| ("default", value));
    let constant = facts.constant.iter().map(|value| ("constant", value));
    let impossible = default.chain(constant).find_map(|(role, value)| {
        let reason = contradiction(field, value)?;
        Some((role, value, reason))
    });
    match impossible {
        Some((role, value, reason)) => Some(report_value(context, at, role, value, &reason)),
        None => report_untyped(context, at, field),
    }
}

/// Finds what rules a value out.
fn contradiction(field: &Field, value: &Scalar) -> Option<String> {
    let facts = &field.facts;
    if !is_of(&field.ty, value) {
        return Some(format!("it is `{}`", field.ty));
    }
    if !facts.values.is_empty() && !facts.values.contains(value) {
        let values: Vec<String> = facts.values.iter().map(Scalar::to_string).collect();
        return Some(format!("it is one of {}", values.join(", ")));
    }
    exceeded_bounds(facts, value)
}

/// Finds the bounds that a value lies outside of.
fn exceeded_bounds(facts: &Facts, value: &Scalar) -> Option<String> {
    let to_integer = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let measured = match value {
        Scalar::Integer(number) => vec![("range", *number, facts.range)],
        Scalar::String(text) => vec![
            ("length", to_integer(text.chars().count()), facts.length),
            ("bytes", to_integer(text.len()), facts.bytes),
        ],
        _ => Vec::new(),
    };
    measured.into_iter().find_map(|(key, measure, limits)| {
        let limits = limits.filter(|limits| !empty_range::is_empty(*limits, key != "range"))?;
        let bounds = empty_range::print(limits);
        (!contains(limits, measure)).then(|| format!("its {key} is {bounds}"))
    })
}

fn contains(limits: Limits, measure: i64) -> bool {
    let above = limits.min.is_none_or(|min| min <= measure);
    above && limits.max.is_none_or(|max| measure <= max)
}

/// Tells whether a value can be of a type. A type by name can be anything.
fn is_of(ty: &Type, value: &Scalar) -> bool {
    ty.members().iter().any(|member| {
        matches!(
            (member, value),
            (Type::Named(_), _)
                | (Type::Boolean | Type::True, Scalar::Boolean(_))
                | (Type::Integer, Scalar::Integer(_))
                | (Type::Float, Scalar::Integer(_) | Scalar::Float(_))
                | (Type::String | Type::InputFile, Scalar::String(_))
        )
    })
}

fn report_value(
    context: &Context<'_>,
    at: ItemPath,
    role: &str,
    value: &Scalar,
    reason: &str,
) -> Diagnostic {
    let value = value.to_string();
    let place = context
        .place(&at, Meaning::Description)
        .map(|(source, cell)| (source, find_last(source, cell, &value)));
    LINT.diagnostic(format!("the {role} of `{at}` can't be `{value}`: {reason}"))
        .label_at(place, reason)
        .found(&value)
        .help(HELP)
        .about(at)
}

/// Reports a default or constant on the page that is no value of the type, unless an override states
/// the right one.
fn report_untyped(context: &Context<'_>, at: ItemPath, field: &Field) -> Option<Diagnostic> {
    let page = context.page.filter(|_| field.facts.default.is_none())?;
    let evidence = page.evidence.find(&at, EvidenceKind::UntypedDefault)?;
    let value = page.source.slice(evidence.span);
    let message = format!("`{at}` is `{}`, which can't be `{value}`", field.ty);
    let diagnostic = LINT
        .diagnostic(message)
        .label(&page.source, evidence.span, format!("no `{}`", field.ty))
        .evidence_at(context.place(&at, Meaning::Type), "the type")
        .found(value)
        .help(HELP)
        .about(at);
    Some(diagnostic)
}

/// Finds a value in a cell. The last place is the best guess: the bounds usually come first, as in
/// “Values between 1-100 are accepted. Defaults to 100”.
fn find_last(source: &Source, cell: Span, value: &str) -> Span {
    let start = source.slice(cell).rfind(value);
    start.map_or(cell, |start| {
        let start = cell.start() + start;
        source.span(start..start + value.len())
    })
}
