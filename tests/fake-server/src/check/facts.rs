//! The facts of a field: a value of the right type in, the fact that it breaks out.

use schema::schema::{Field, Limits, Scalar};
use serde_json::{Map, Value};

use super::problem::{Path, Problem, ProblemKind, shorten_value};
use crate::rules::{self, PARSE_MODE};

/// Checks a value against what is stated of it; `beside` are the fields beside it.
pub(super) fn check_facts(
    at: &Path<'_>,
    field: &Field,
    value: &Value,
    beside: &Map<String, Value>,
) -> Result<(), Problem> {
    let facts = &field.facts;
    check_allowed(at, field, value)?;
    check_number(at, facts.range, value)?;
    if let Value::String(text) = value {
        let is_markup = has_markup(&field.name, beside);
        check_characters(at, facts.length, text, is_markup)?;
        check_size(at, facts.bytes, "bytes", text.len())?;
    }
    if let Value::Array(items) = value {
        check_size(at, facts.items, "items", items.len())?;
    }
    Ok(())
}

/// The one value, or the few, that there can be.
fn check_allowed(at: &Path<'_>, field: &Field, value: &Value) -> Result<(), Problem> {
    let facts = &field.facts;
    let allowed: Vec<&Scalar> = match &facts.constant {
        Some(constant) => vec![constant],
        None => facts.values.iter().collect(),
    };
    let is_same = |one: &&Scalar| match (one, value) {
        (Scalar::String(one), Value::String(text)) if rules::ignores_case(field) => {
            one.eq_ignore_ascii_case(text)
        }
        (one, value) => scalar_value(one) == *value,
    };
    if allowed.is_empty() || allowed.iter().any(is_same) {
        return Ok(());
    }
    let allowed: Vec<String> = allowed
        .iter()
        .map(|one| shorten_value(&scalar_value(one)))
        .collect();
    let found = shorten_value(value);
    let allowed = allowed.join(", ");
    let problem = Problem::new(at, format!("is {found}, not one of {allowed}"));
    Err(problem.of_kind(ProblemKind::Unlisted))
}

/// A constant as JSON.
pub(crate) fn scalar_value(scalar: &Scalar) -> Value {
    match scalar {
        Scalar::Boolean(flag) => Value::from(*flag),
        Scalar::Integer(number) => Value::from(*number),
        Scalar::Float(number) => Value::from(*number),
        Scalar::String(text) => Value::from(text.as_str()),
    }
}

fn check_number(at: &Path<'_>, limits: Option<Limits>, value: &Value) -> Result<(), Problem> {
    let (Some(limits), Some(found)) = (limits, value.as_f64()) else {
        return Ok(());
    };
    let below = limits.min.filter(|min| found < *min as f64);
    let above = limits.max.filter(|max| found > *max as f64);
    let broken = match (below, above) {
        (Some(min), _) => format!("is {value}, at least {min} is required"),
        (_, Some(max)) => format!("is {value}, at most {max} is allowed"),
        _ => return Ok(()),
    };
    Err(Problem::new(at, broken))
}

/// Counts Unicode code points without white space at the ends, which servers cut off. Markup, whose
/// length is known only once it is read, makes no text too long.
fn check_characters(
    at: &Path<'_>,
    limits: Option<Limits>,
    text: &str,
    is_markup: bool,
) -> Result<(), Problem> {
    let Some(limits) = limits else { return Ok(()) };
    let max = limits.max.filter(|_| !is_markup);
    let count = text.trim().chars().count();
    let checked = check_size(at, Some(Limits { max, ..limits }), "characters", count);
    checked.map_err(|problem| match (text, count) {
        ("", _) => problem.of_kind(ProblemKind::Missing),
        (_, 0) => problem.of_kind(ProblemKind::Blank),
        _ => problem,
    })
}

/// Returns if a text has a parse mode: `parse_mode`, or its own, `explanation_parse_mode`.
fn has_markup(name: &str, beside: &Map<String, Value>) -> bool {
    let own = format!("{name}_{PARSE_MODE}");
    beside.contains_key(&own) || beside.contains_key(PARSE_MODE)
}

fn check_size(
    at: &Path<'_>,
    limits: Option<Limits>,
    unit: &str,
    found: usize,
) -> Result<(), Problem> {
    let Some(limits) = limits else { return Ok(()) };
    let count = i64::try_from(found).unwrap_or(i64::MAX);
    let below = limits.min.filter(|min| count < *min);
    let above = limits.max.filter(|max| count > *max);
    let wrong = |what: String| Problem::new(at, format!("has {found} {unit}, {what}"));
    match (below, above) {
        (Some(min), _) => Err(wrong(format!("at least {min} are required"))),
        (_, Some(max)) => {
            Err(wrong(format!("at most {max} are allowed")).of_kind(ProblemKind::TooLong))
        }
        _ => Ok(()),
    }
}
