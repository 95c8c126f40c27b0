//! Facts: the statements of a description about its value, by the patterns of the dialect, the
//! first of a kind that fits.

use regex::Captures;

use super::values;
use crate::dialect::{Dialect, FactKind};
use schema::{Facts, Format, Limits, Scalar, Type};

/// Reads the facts that a description states, and the first value in it that its type can't have.
/// `text` has its markup as “quotes”.
///
/// For example, “Defaults to “soft”” of an `Integer` states no fact, and `soft` is such a value.
pub(super) fn read_facts(
    text: &str,
    ty: &Type,
    dialect: &'static Dialect,
) -> (Facts, Option<String>) {
    let mut facts = Facts::default();
    let mut untyped = None;
    for rule in dialect.and_others().flat_map(|dialect| &dialect.facts) {
        let Some(groups) = rule.pattern.captures(text) else {
            continue;
        };
        state_fact(&mut facts, rule.kind, text, &groups, ty);
        untyped = untyped.or_else(|| untyped_value(&facts, rule.kind, &groups, ty));
    }
    (facts, untyped)
}

/// The value of a default or constant that a plain type can't have, unless another was read.
fn untyped_value(
    facts: &Facts,
    kind: FactKind,
    groups: &Captures<'_>,
    ty: &Type,
) -> Option<String> {
    let is_read = match kind {
        FactKind::Default => facts.default.is_some(),
        FactKind::Const => facts.constant.is_some(),
        _ => true,
    };
    let is_plain = !matches!(ty, Type::Named(_) | Type::Array(_) | Type::Union(_));
    let value = groups.name("value")?.as_str();
    (!is_read && is_plain).then(|| value.trim_matches(['“', '”']).to_owned())
}

/// States one fact, unless an earlier pattern of its kind did or the type can't have it.
fn state_fact(facts: &mut Facts, kind: FactKind, text: &str, groups: &Captures<'_>, ty: &Type) {
    match kind {
        FactKind::Enum => put_values(&mut facts.values, text, groups, ty, true),
        FactKind::EnumList => put_values(&mut facts.values, text, groups, ty, false),
        FactKind::Length if !is_array(ty) => put(&mut facts.length, || limits(groups)),
        FactKind::Bytes if !is_array(ty) => put(&mut facts.bytes, || limits(groups)),
        FactKind::Items | FactKind::Bounds if is_array(ty) => {
            put(&mut facts.items, || limits(groups));
        }
        FactKind::Range | FactKind::Bounds if is_number(ty) => {
            put(&mut facts.range, || limits(groups));
        }
        FactKind::Default => put(&mut facts.default, || value(groups, ty)),
        FactKind::Const => put(&mut facts.constant, || value(groups, ty)),
        FactKind::UnixTime if !is_flag(ty) => put(&mut facts.format, || Some(Format::UnixTime)),
        FactKind::Attach => facts.attach = true,
        FactKind::RequiredIf => put(&mut facts.required_if, || condition(groups)),
        _ => {}
    }
}

/// Puts the values of a list where there are none yet.
fn put_values(
    values: &mut Vec<Scalar>,
    text: &str,
    groups: &Captures<'_>,
    ty: &Type,
    explained: bool,
) {
    if let Some(first) = groups.name("first").filter(|_| values.is_empty()) {
        *values = values::read_list(&text[first.start()..], ty, explained);
    }
}

/// Puts a fact where there is none yet.
fn put<T>(fact: &mut Option<T>, value: impl FnOnce() -> Option<T>) {
    if fact.is_none() {
        *fact = value();
    }
}

fn is_array(ty: &Type) -> bool {
    matches!(ty, Type::Array(_))
}

fn is_number(ty: &Type) -> bool {
    matches!(ty, Type::Integer | Type::Float)
}

fn is_flag(ty: &Type) -> bool {
    matches!(ty, Type::Boolean | Type::True)
}

fn limits(groups: &Captures<'_>) -> Option<Limits> {
    Some(Limits {
        min: limit(groups, "min")?,
        max: limit(groups, "max")?,
    })
}

/// A bound, where the pattern has one; `None` where its number is too large.
fn limit(groups: &Captures<'_>, name: &str) -> Option<Option<i64>> {
    match groups.name(name) {
        Some(found) => bound(found.as_str()).map(Some),
        None => Some(None),
    }
}

/// A bound: a whole number, or a product of them.
fn bound(text: &str) -> Option<i64> {
    match text.strip_prefix('-') {
        Some(number) => values::product(number).map(|number| -number),
        None => values::product(text),
    }
}

fn value(groups: &Captures<'_>, ty: &Type) -> Option<Scalar> {
    scalar(groups.name("value")?.as_str(), ty)
}

/// A value as its type has it; `None` where the type has no such value.
fn scalar(text: &str, ty: &Type) -> Option<Scalar> {
    let inner = text.trim_matches(['“', '”']);
    let quoted = inner.len() < text.len();
    match ty {
        Type::Boolean | Type::True => inner.to_lowercase().parse().ok().map(Scalar::Boolean),
        Type::Integer => inner.parse().ok().map(Scalar::Integer),
        Type::Float => inner.parse().ok().map(|value: f64| Scalar::Float(value)),
        Type::String if quoted => Some(Scalar::String(inner.to_owned())),
        _ => None,
    }
}

/// The condition on which a parameter is required, in our words: “Required if “text” and “photo” are
/// not specified” is `text and photo are not specified`.
fn condition(groups: &Captures<'_>) -> Option<String> {
    let states = [
        ("absent", "not specified"),
        ("present", "specified"),
        ("yes", "True"),
        ("no", "False"),
    ];
    let (text, state) = states
        .iter()
        .find_map(|(group, state)| Some((groups.name(group)?.as_str(), state)))?;
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    let names: Vec<&str> = words
        .filter(|word| !matches!(*word, "" | "and" | "or"))
        .collect();
    match names.as_slice() {
        [] => None,
        [one] => Some(format!("{one} is {state}")),
        [first @ .., last] => Some(format!("{} and {last} are {state}", first.join(", "))),
    }
}
