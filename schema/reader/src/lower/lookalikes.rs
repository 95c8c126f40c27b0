//! Lookalikes: words of a description that look like a statement and are none that was read. What a
//! page states in words that nobody knows is reported, and not lost.

use std::ops::Range;

use super::description::{Description, Stated};
use super::facts::StatedFacts;
use crate::account::Meaning;
use crate::dialect::{DialectRef, FactKind, Lookalike, Statement};
use crate::lint::rules::unread_fact;
use crate::lower::Lowering;
use schema::{Span, Type};

/// Words that look like a statement.
pub(super) struct UnreadWords<'d> {
    pub(super) kind: Lookalike,
    pub(super) span: Span,
    pub(super) words: String,
    /// The dialect of the table or of the sentence.
    pub(super) dialect: DialectRef<'d>,
}

/// Finds the first words that look like a statement about a value of a type, and are no part of one
/// that was read.
///
/// | description of a `String` | unread |
/// | --- | --- |
/// | “Always “note”” | nothing: a constant |
/// | “Invariably “note”” | the constant: no rule knows the word |
/// | “e.g. “a”, “b” or “c”” | nothing: they are examples |
pub(super) fn find_unread<'d>(
    description: &Description<'d>,
    stated: &[Stated<'_>],
    facts: &StatedFacts,
    ty: &Type,
) -> Option<UnreadWords<'d>> {
    let is_read = |range: &Range<usize>| {
        let read = stated.iter().filter(|one| is_understood(one, facts, ty));
        let mut read = read.map(Stated::range).chain(facts.places.iter().cloned());
        read.any(|read| read.start < range.end && range.start < read.end)
    };
    let unread = stated.iter().filter_map(|one| match one.statement {
        Statement::Unread(kind) if is_possible(kind, ty, one) => {
            let words = &description.lower()[one.range()];
            let start = one.range().end - words.trim_start_matches(LEADING).len();
            Some((kind, start..one.range().end))
        }
        _ => None,
    });
    let follows_list = |start| {
        let mut places = facts.places.iter();
        let between = |list: &Range<usize>| description.lower().get(list.end..start);
        places.any(|list| between(list).is_some_and(|text| text.trim().is_empty()))
    };
    let mut unread = unread.filter(|(kind, range)| {
        let is_apart = *kind != Lookalike::MoreValues || follows_list(range.start);
        is_apart && !is_read(range) && !description.is_example(range.end)
    });
    let (kind, range) = unread.next()?;
    Some(UnreadWords {
        kind,
        span: description.span_of(range.clone())?,
        words: description.text()[range].to_owned(),
        dialect: description.dialect(),
    })
}

/// The marks before the words, which are no part of them.
const LEADING: &[char] = &[
    ' ', '”', ',', ';', ':', '(', '=', '，', '；', '：', '（', '.', '。',
];

/// The marks after the words.
const MARKS: &[char] = &[' ', '.', ')', '。', '）'];

/// Checks whether a type can have what the words look like.
fn is_possible(kind: Lookalike, ty: &Type, words: &Stated<'_>) -> bool {
    let is_number = matches!(ty, Type::Integer | Type::Float);
    match kind {
        Lookalike::Moment | Lookalike::Numbers => is_number,
        Lookalike::Pair => is_number && are_bounds(words),
        // No bounds are “ISO 639-1”.
        Lookalike::Bounds => {
            (is_number || matches!(ty, Type::String | Type::Array(_))) && are_bounds(words)
        }
        Lookalike::Limit => is_number || matches!(ty, Type::Array(_)),
        Lookalike::Length => matches!(ty, Type::String | Type::Array(_)),
        Lookalike::Values | Lookalike::MoreValues | Lookalike::Constant => *ty == Type::String,
        Lookalike::Default => {
            let ends_in_number = words.groups[0]
                .trim_end_matches(MARKS)
                .ends_with(|c: char| c.is_ascii_digit());
            is_number || (!ends_in_number && matches!(ty, Type::String | Type::Boolean))
        }
        Lookalike::Opening | Lookalike::Alternative => true,
    }
}

/// Checks whether the first of two numbers is the smaller.
fn are_bounds(words: &Stated<'_>) -> bool {
    let number = |name| {
        let group = words.groups.name(name)?.as_str();
        group.replace(',', "").parse::<i64>().ok()
    };
    matches!((number("min"), number("max")), (Some(min), Some(max)) if min < max)
}

/// Checks whether a statement was understood, be it that its type has no place for it: “Names, each
/// 1-32 characters” of an array. Of a text, a range without a unit is not, nor is a list that can't
/// be read.
fn is_understood(one: &Stated<'_>, facts: &StatedFacts, ty: &Type) -> bool {
    match one.statement {
        Statement::Fact(FactKind::Range | FactKind::Bounds) => *ty != Type::String,
        Statement::Fact(FactKind::Enum | FactKind::EnumList) => !facts.facts.values.is_empty(),
        Statement::Value(_) | Statement::Unread(_) => false,
        Statement::Fact(_) | Statement::Optional | Statement::Required | Statement::Prose => true,
    }
}

impl Lowering<'_> {
    /// Reports the words that look like statements.
    pub(super) fn report_unread(&mut self) {
        for (at, words) in std::mem::take(&mut self.unread) {
            // Where no field is optional by its opening, the first word is as any other.
            if words.kind == Lookalike::Opening && !self.states_optional {
                continue;
            }
            let account = &mut self.account;
            account.enter(at.clone(), Meaning::Unread, words.span);
            if words.kind.is_list() {
                account.count_unread_enum();
            }
            let phrase = words.dialect.phrase(words.kind);
            let finding = unread_fact::diagnostic(&words.words, words.kind, phrase);
            let label = format!("looks like {}", words.kind.name());
            self.found
                .push(finding.about(at).label(self.source, words.span, label));
        }
    }
}
