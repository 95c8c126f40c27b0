//! Facts: the statements of a description about its value, the first of a kind that fits.

use std::ops::Range;

use super::description::{Description, Stated};
use super::values::{self, ValueList};
use crate::dialect::{FactKind, Statement};
use schema::{Facts, Format, Limits, Scalar, Type};

/// The facts of a description.
#[derive(Default)]
pub(super) struct StatedFacts {
    pub(super) facts: Facts,
    /// The words that state them.
    pub(super) places: Vec<Range<usize>>,
    /// The first value that the type can't have: `soft` in “Defaults to “soft”” of an `Integer`.
    pub(super) untyped: Option<Range<usize>>,
}

impl StatedFacts {
    /// Reads the facts that a description states of a type.
    pub(super) fn read(description: &Description<'_>, stated: &[Stated<'_>], ty: &Type) -> Self {
        let mut read = Self::default();
        for one in stated {
            let Statement::Fact(kind) = one.statement else {
                continue;
            };
            let reader = FactReader {
                description,
                stated: one,
                ty,
            };
            if let Some(place) = reader.state(&mut read.facts, kind) {
                read.places.push(place);
            }
            let untyped = reader.untyped_value(&read.facts, kind);
            read.untyped = read.untyped.or(untyped);
        }
        read
    }
}

/// Reads one statement of a fact.
struct FactReader<'a> {
    description: &'a Description<'a>,
    stated: &'a Stated<'a>,
    ty: &'a Type,
}

impl FactReader<'_> {
    /// States the fact, unless an earlier statement of its kind did or the type can't have it; returns
    /// the words that state it.
    fn state(&self, facts: &mut Facts, kind: FactKind) -> Option<Range<usize>> {
        let is_new = match kind {
            FactKind::Enum => return self.state_values(&mut facts.values, true),
            FactKind::EnumList => return self.state_values(&mut facts.values, false),
            FactKind::Length if !is_array(self.ty) => put_limits(&mut facts.length, self.limits()?),
            FactKind::Bytes if !is_array(self.ty) => put_limits(&mut facts.bytes, self.limits()?),
            FactKind::Items | FactKind::Bounds if is_array(self.ty) => {
                put_limits(&mut facts.items, self.limits()?)
            }
            FactKind::Range | FactKind::Bounds if is_number(self.ty) => {
                put_limits(&mut facts.range, self.limits()?)
            }
            FactKind::Default => put(&mut facts.default, self.value()?),
            FactKind::Const => put(&mut facts.constant, self.value()?),
            FactKind::UnixTime if !is_flag(self.ty) => put(&mut facts.format, Format::UnixTime),
            FactKind::Attach => !std::mem::replace(&mut facts.attach, true),
            FactKind::RequiredIf => put(&mut facts.required_if, self.condition()?),
            _ => false,
        };
        is_new.then(|| self.stated.range())
    }

    /// States the values of a list where there are none yet.
    fn state_values(&self, values: &mut Vec<Scalar>, explained: bool) -> Option<Range<usize>> {
        let first = self.stated.groups.name("first")?.start();
        if !values.is_empty() || self.description.is_example(first) {
            return None;
        }
        let list = values::read_list(
            &self.description.text()[first..],
            self.ty,
            explained,
            self.description.dialect().separators(),
        );
        let list = list.filter(|list| !self.is_open(first + list.end))?;
        let ValueList { values: read, end } = list;
        *values = read;
        Some(self.stated.range().start..first + end)
    }

    /// Checks whether a list ends by saying that there are more values: “etc.”
    fn is_open(&self, end: usize) -> bool {
        let rest = &self.description.lower()[end..];
        let mut dialects = self.description.dialect().and_others();
        dialects.any(|dialect| dialect.open_list.is_match(rest))
    }

    /// The value of a default or constant that a plain type can't have, unless another was read.
    fn untyped_value(&self, facts: &Facts, kind: FactKind) -> Option<Range<usize>> {
        let is_read = match kind {
            FactKind::Default => facts.default.is_some(),
            FactKind::Const => facts.constant.is_some(),
            _ => true,
        };
        let is_plain = !matches!(self.ty, Type::Named(_) | Type::Array(_) | Type::Union(_));
        let value = self.stated.groups.name("value")?;
        let inner = value.as_str().trim_start_matches('“');
        let start = value.end() - inner.len();
        let end = start + inner.trim_end_matches('”').len();
        (!is_read && is_plain).then_some(start..end)
    }

    fn limits(&self) -> Option<Limits> {
        Some(Limits {
            min: self.limit("min")?,
            max: self.limit("max")?,
        })
    }

    /// A bound, where the rule has one; `None` where its number is too large.
    fn limit(&self, name: &str) -> Option<Option<i64>> {
        match self.stated.groups.name(name) {
            Some(found) => bound(found.as_str()).map(Some),
            None => Some(None),
        }
    }

    fn value(&self) -> Option<Scalar> {
        scalar(self.description.group(self.stated, "value")?, self.ty)
    }

    /// The condition on which a parameter is required, in our words: “Required if “text” and “photo”
    /// are not specified” is `text and photo are not specified`.
    fn condition(&self) -> Option<String> {
        let states = [
            ("absent", "not specified"),
            ("present", "specified"),
            ("yes", "True"),
            ("no", "False"),
        ];
        let (text, state) = states.iter().find_map(|(group, state)| {
            Some((self.description.group(self.stated, group)?, state))
        })?;
        let separators = self.description.dialect().separators();
        let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        let names: Vec<&str> = words
            .filter(|word| !word.is_empty() && !separators.iter().any(|one| one == word))
            .collect();
        match names.as_slice() {
            [] => None,
            [one] => Some(format!("{one} is {state}")),
            [first @ .., last] => Some(format!("{} and {last} are {state}", first.join(", "))),
        }
    }
}

/// Puts a fact where there is none yet.
fn put<T>(fact: &mut Option<T>, value: T) -> bool {
    let is_new = fact.is_none();
    fact.get_or_insert(value);
    is_new
}

/// Puts bounds where there are none yet. One may be stated apart from the other: “At least 3
/// characters, at most 20 characters”.
fn put_limits(fact: &mut Option<Limits>, limits: Limits) -> bool {
    let known = fact.get_or_insert(Limits {
        min: None,
        max: None,
    });
    let is_new = match (known.min, known.max) {
        (None, None) => true,
        (Some(_), None) => limits.min.is_none(),
        (None, Some(_)) => limits.max.is_none(),
        (Some(_), Some(_)) => false,
    };
    if is_new {
        known.min = known.min.or(limits.min);
        known.max = known.max.or(limits.max);
    }
    is_new
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

/// A bound: a whole number, or a product of them.
fn bound(text: &str) -> Option<i64> {
    let text = text.replace(',', "");
    match text.strip_prefix('-') {
        Some(number) => values::product(number).map(|number| -number),
        None => values::product(&text),
    }
}

/// A value as its type has it; `None` where the type has no such value.
pub(super) fn scalar(text: &str, ty: &Type) -> Option<Scalar> {
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
