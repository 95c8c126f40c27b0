//! Descriptions in, facts out: by the patterns of the dialect, the first of a kind that fits.

use regex::Captures;

use super::values;
use crate::dialect::{Dialect, FactKind};
use schema::schema::{Facts, Format, Limits, Scalar};
use schema::ty::Type;

/// Reads the facts that a description states, and the first value in it that its type can't have.
/// `text` has its markup as “quotes”.
pub(super) fn read(text: &str, ty: &Type, dialect: &'static Dialect) -> (Facts, Option<String>) {
    let mut facts = Facts::default();
    let mut misfit = None;
    for rule in dialect.and_others().flat_map(|dialect| &dialect.facts) {
        if let Some(groups) = rule.pattern.captures(text) {
            let from = groups
                .name("first")
                .map_or(text.len(), |first| first.start());
            let list = |explained| values::read(&text[from..], ty, explained);
            match rule.kind {
                FactKind::Enum if facts.values.is_empty() => facts.values = list(true),
                FactKind::EnumList if facts.values.is_empty() => facts.values = list(false),
                kind => state(&mut facts, kind, &groups, ty),
            }
            misfit = misfit.or_else(|| misfit_of(&facts, rule.kind, &groups, ty));
        }
    }
    (facts, misfit)
}

/// The value of a default or constant that a plain type can't have, unless another was read.
fn misfit_of(facts: &Facts, kind: FactKind, groups: &Captures<'_>, ty: &Type) -> Option<String> {
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
fn state(facts: &mut Facts, kind: FactKind, groups: &Captures<'_>, ty: &Type) {
    let limits = || limits(groups);
    let value = || groups.name("value").map(|value| value.as_str());
    match kind {
        FactKind::Length if !is_array(ty) => put(&mut facts.length, limits),
        FactKind::Bytes if !is_array(ty) => put(&mut facts.bytes, limits),
        FactKind::Items | FactKind::Bounds if is_array(ty) => put(&mut facts.items, limits),
        FactKind::Range | FactKind::Bounds if is_number(ty) => put(&mut facts.range, limits),
        FactKind::Default => put(&mut facts.default, || scalar(value()?, ty)),
        FactKind::Const => put(&mut facts.constant, || scalar(value()?, ty)),
        FactKind::UnixTime if !is_flag(ty) => put(&mut facts.format, || Some(Format::UnixTime)),
        FactKind::Attach => facts.attach = true,
        FactKind::RequiredIf => put(&mut facts.required_if, || condition(groups)),
        _ => {}
    }
}

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
    let number = |name| match groups.name(name) {
        Some(found) => bound(found.as_str()).map(Some),
        None => Some(None),
    };
    Some(Limits {
        min: number("min")?,
        max: number("max")?,
    })
}

/// A bound: a whole number, or a product of them.
fn bound(text: &str) -> Option<i64> {
    match text.strip_prefix('-') {
        Some(number) => values::product(number).map(|number| -number),
        None => values::product(text),
    }
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

/// When a parameter is required, in our words: what others must be.
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
