//! `impossible-value`: a default or a constant that its own description rules out.

use super::empty_range;
use crate::lint::{Context, Example, Lint};
use crate::page::{EvidenceKind, Part};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::schema::{Facts, Field, Limits, Scalar};
use schema::source::{Source, Span};
use schema::ty::Type;

pub(crate) static LINT: Lint = Lint {
    code: "impossible-value",
    level: Level::Error,
    summary: "a default or constant that is not of its type, outside its range, or not among its values",
    explanation: "\
A default or a constant is a value of its type, within its range, and one of the values that the
description lists. Where it is not, the one or the other is wrong.",
    bad: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| count | Integer | Optional | How many; 1-50. Defaults to 100 |",
    ),
    good: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| count | Integer | Optional | How many; 1-100. Defaults to 100 |",
    ),
    deny_lowering: false,
    superseded_by: &["type-conflict", "empty-range"],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let fields = context.schema.fields();
    fields
        .filter_map(|(at, field)| judge(context, at, field))
        .collect()
}

fn judge(context: &Context<'_>, at: ItemPath, field: &Field) -> Option<Diagnostic> {
    let facts = &field.facts;
    let default = facts.default.iter().map(|value| ("default", value));
    let constant = facts.constant.iter().map(|value| ("constant", value));
    let mut values = default.chain(constant);
    let wrong = values.find_map(|(what, value)| Some((what, value, against(field, value)?)));
    match wrong {
        Some((what, value, why)) => Some(impossible(context, at, what, value, &why)),
        None => unread(context, at, field),
    }
}

/// What rules a value out.
fn against(field: &Field, value: &Scalar) -> Option<String> {
    let facts = &field.facts;
    if !is_of(&field.ty, value) {
        return Some(format!("it is `{}`", field.ty));
    }
    if !facts.values.is_empty() && !facts.values.contains(value) {
        let values: Vec<String> = facts.values.iter().map(print).collect();
        return Some(format!("it is one of {}", values.join(", ")));
    }
    outside(facts, value)
}

/// The bounds that a value lies outside of.
fn outside(facts: &Facts, value: &Scalar) -> Option<String> {
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let measured = match value {
        Scalar::Integer(number) => vec![("range", *number, facts.range)],
        Scalar::String(text) => vec![
            ("length", count(text.chars().count()), facts.length),
            ("bytes", count(text.len()), facts.bytes),
        ],
        _ => Vec::new(),
    };
    measured.into_iter().find_map(|(key, measure, limits)| {
        let limits = limits.filter(|limits| !empty_range::is_empty(*limits, key != "range"))?;
        (!contains(limits, measure)).then(|| format!("its {key} is {}", empty_range::print(limits)))
    })
}

fn contains(limits: Limits, measure: i64) -> bool {
    let above = limits.min.is_none_or(|min| min <= measure);
    above && limits.max.is_none_or(|max| measure <= max)
}

/// Whether a value can be of a type. A type by name can be anything.
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

fn impossible(
    context: &Context<'_>,
    at: ItemPath,
    what: &str,
    value: &Scalar,
    why: &str,
) -> Diagnostic {
    let value = print(value);
    let message = format!("the {what} of `{at}` can't be `{value}`: {why}");
    let place = context
        .place(&at, Part::Description)
        .map(|(source, cell)| (source, last(source, cell, &value)));
    let found = Diagnostic::new(LINT.code, LINT.level, message).found(&value);
    let found = match place {
        Some((source, span)) => found.label(source, span, why),
        None => found,
    };
    found.help(HELP).about(at)
}

const HELP: &str = "mend the value, or what the cell or the description says of it";

/// A default or constant that the page states and that is no value of the type.
fn unread(context: &Context<'_>, at: ItemPath, field: &Field) -> Option<Diagnostic> {
    let page = context.page?;
    let claim = page.evidence.find(&at, EvidenceKind::UntypedDefault)?;
    let value = page.source.slice(claim.span);
    let message = format!("`{at}` is `{}`, which can't be `{value}`", field.ty);
    let found = Diagnostic::new(LINT.code, LINT.level, message)
        .label(&page.source, claim.span, format!("no `{}`", field.ty))
        .found(value);
    let found = match page.places.get(&at, Part::Type) {
        Some(span) => found.evidence(&page.source, span, "the type"),
        None => found,
    };
    Some(found.help(HELP).about(at))
}

fn print(value: &Scalar) -> String {
    match value {
        Scalar::Boolean(flag) => flag.to_string(),
        Scalar::Integer(number) => number.to_string(),
        Scalar::Float(number) => number.to_string(),
        Scalar::String(text) => text.clone(),
    }
}

/// The last place in a cell where a value stands: what comes before are usually its bounds.
fn last(source: &Source, cell: Span, value: &str) -> Span {
    let start = source.slice(cell).rfind(value);
    start.map_or(cell, |start| {
        let start = cell.start() + start;
        source.span(start..start + value.len())
    })
}
