//! The checks that are made before a request is sent: limits of texts, lists and numbers, what is
//! required under a condition, and the limits of values inside.
//!
//! Only what users send is validated; a fact of a type that only ever comes from the server is not.

use std::collections::BTreeSet;

use schema::schema::{Field, Limits, Scalar, TypeDef};
use schema::ty::Type;

use crate::resolve::anonymous_union::field_type;
use crate::resolve::condition::{Condition, State};
use crate::resolve::declarations::Declarations;
use crate::resolve::names::Names;
use crate::resolve::uses::Uses;

/// The end of the name of a parse mode. A field of that name, alone or after the name of a text and
/// `_`, says that the text may hold markup, which its length does not count: `caption` with
/// `caption_parse_mode` beside it.
const PARSE_MODE: &str = "parse_mode";

/// One check of one field.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Check<'a> {
    /// The number of characters of a text.
    Characters(Limits),
    /// The number of characters of a text, once it is read in the parse mode of that field.
    MarkedUp(Limits, &'a Field),
    /// The number of bytes of a text.
    Bytes(Limits),
    /// The number of items of a list.
    Items(Limits),
    /// The value of a number.
    Number(Limits),
    /// Its presence under a condition.
    Required(Condition),
    /// The checks of what lies inside it.
    Inside,
}

/// The types that users send and that hold anything to check, however deep, by Rust name.
#[derive(Debug)]
pub(crate) struct LimitedTypes(BTreeSet<String>);

impl LimitedTypes {
    /// Finds them: a type is limited if a field of it is, or if it holds a limited type.
    pub(crate) fn find(api: &Declarations, uses: &Uses) -> Self {
        let Declarations {
            definitions,
            names,
            graph,
            ..
        } = api;
        let limited = definitions
            .model
            .schema
            .types
            .iter()
            .filter(|def| has_checks(def))
            .map(|def| names.ty(&def.name))
            .filter(|name| uses.sent.contains(name))
            .collect();
        Self(graph.holders_of(limited, |name| uses.sent.contains(name)))
    }

    /// Checks whether a generated type is one of them.
    pub(crate) fn contains(&self, rust_name: &str) -> bool {
        self.0.contains(rust_name)
    }

    /// Checks whether values of a type, or of the items of a list, hold anything to check.
    pub(crate) fn contains_type(&self, ty: &Type, names: &Names) -> bool {
        names
            .rust_name_in(ty)
            .is_some_and(|name| self.contains(&name))
    }
}

fn has_checks(def: &TypeDef) -> bool {
    let fields = def.fields();
    fields
        .iter()
        .any(|field| !checks_of_field(field, fields).is_empty())
}

/// The checks of a field itself among all fields of its owner.
pub(crate) fn checks_of_field<'a>(field: &Field, all: &'a [Field]) -> Vec<Check<'a>> {
    let facts = &field.facts;
    let mut checks = Vec::new();
    match field_type(field) {
        Type::String if is_free(field) => {
            let length = count_limits(facts.length);
            checks.extend(length.map(|limits| text_check(field, limits, all)));
            checks.extend(count_limits(facts.bytes).map(Check::Bytes));
        }
        Type::Array(_) => checks.extend(count_limits(facts.items).map(Check::Items)),
        Type::Integer | Type::Float if is_free(field) => {
            checks.extend(facts.range.filter(is_satisfiable).map(Check::Number));
        }
        _ => {}
    }
    checks.extend(required_condition(field, all).map(Check::Required));
    checks
}

/// Checks whether its values are any text or number, not a few known ones.
fn is_free(field: &Field) -> bool {
    field.facts.constant.is_none() && field.facts.values.is_empty()
}

/// Checks whether any value keeps within the limits, and some would not. Limits that a page has
/// wrong, such as 10 to 1, are not checked: the server decides.
fn is_satisfiable(limits: &Limits) -> bool {
    match (limits.min, limits.max) {
        (Some(min), Some(max)) => min <= max,
        (None, None) => false,
        _ => true,
    }
}

/// The limits of what is counted. A count is never below zero, so that a minimum of zero needs no
/// check: 0 to 1024 characters are at most 1024.
fn count_limits(limits: Option<Limits>) -> Option<Limits> {
    let Limits { min, max } = limits?;
    let min = min.filter(|min| *min > 0);
    Some(Limits { min, max }).filter(is_satisfiable)
}

/// The check of a text, which may have a parse mode. With the required mode of another field, the
/// text always holds markup: `<b>Hi</b>` may have two characters or nine, so that only a minimum is
/// checked.
fn text_check<'a>(field: &Field, limits: Limits, all: &'a [Field]) -> Check<'a> {
    match find_parse_mode(&field.name, all) {
        Some(mode) if mode.required => Check::Characters(Limits {
            max: None,
            ..limits
        }),
        Some(mode) => Check::MarkedUp(limits, mode),
        None => Check::Characters(limits),
    }
}

/// The parse mode of a text, by the name of the text.
pub(crate) fn find_parse_mode<'a>(text: &str, all: &'a [Field]) -> Option<&'a Field> {
    let own = find_field(all, &format!("{text}_{PARSE_MODE}"));
    own.or_else(|| find_field(all, PARSE_MODE))
}

fn find_field<'a>(fields: &'a [Field], name: &str) -> Option<&'a Field> {
    fields.iter().find(|field| field.name == name)
}

/// The condition under which an optional field is required, if the fields that it is about may be
/// in the state or not: `chat_id` is required if `inline_message_id` is not specified, which is
/// optional.
fn required_condition(field: &Field, all: &[Field]) -> Option<Condition> {
    if field.required {
        return None;
    }
    let condition = Condition::parse(field.facts.required_if.as_deref()?)?;
    let is_testable = condition.fields.iter().all(|name| {
        find_field(all, name).is_some_and(|other| may_change_state(other, condition.state))
    });
    is_testable.then_some(condition)
}

fn may_change_state(field: &Field, state: State) -> bool {
    match state {
        State::Absent | State::Present => !field.required,
        State::True | State::False => {
            let is_free = !matches!(field.facts.constant, Some(Scalar::Boolean(_)));
            field.ty == Type::Boolean && is_free
        }
    }
}
