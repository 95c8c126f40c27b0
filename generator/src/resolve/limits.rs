//! What is validated before a request is sent: limits of texts, lists and numbers, what is required
//! under a condition, and whatever lies inside.
//!
//! Only what users send is validated; a fact of a type that only ever comes from the server is not.

use std::collections::BTreeSet;

use schema::schema::{Field, Limits, Scalar, Shape};
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
        let defs = definitions.model.schema.types.iter();
        let limited = defs.filter(|def| match &def.shape {
            Shape::Struct(fields) => fields
                .iter()
                .any(|f| !checks_of_field(f, fields).is_empty()),
            Shape::Union(_) => false,
        });
        let limited = limited.map(|def| names.ty(&def.name));
        let is_sent = |name: &str| uses.sent.contains(name);
        let limited = limited.filter(|name| is_sent(name)).collect();
        Self(graph.holders_of(limited, is_sent))
    }

    /// Whether a generated type is one of them.
    pub(crate) fn contains(&self, rust_name: &str) -> bool {
        self.0.contains(rust_name)
    }

    /// Whether values of a type, or of the items of a list, hold anything to check.
    pub(crate) fn contains_type(&self, ty: &Type, names: &Names) -> bool {
        names
            .rust_name_in(ty)
            .is_some_and(|name| self.contains(&name))
    }
}

/// The checks of a field itself among all fields of its owner.
pub(crate) fn checks_of_field<'a>(field: &Field, all: &'a [Field]) -> Vec<Check<'a>> {
    let facts = &field.facts;
    let test = match field_type(field) {
        Type::String if is_free(field) => {
            let characters = size(facts.length).map(|limits| text(field, limits, all));
            vec![characters, size(facts.bytes).map(Check::Bytes)]
        }
        Type::Array(_) => vec![size(facts.items).map(Check::Items)],
        Type::Integer | Type::Float if is_free(field) => {
            vec![facts.range.filter(can_be).map(Check::Number)]
        }
        _ => Vec::new(),
    };
    let required = required(field, all).map(Check::Required);
    test.into_iter().flatten().chain(required).collect()
}

/// Whether its values are any text or number, not a few known ones.
fn is_free(field: &Field) -> bool {
    field.facts.constant.is_none() && field.facts.values.is_empty()
}

/// Whether any value keeps within the limits, and some would not.
fn can_be(limits: &Limits) -> bool {
    match (limits.min, limits.max) {
        (Some(min), Some(max)) => min <= max,
        (None, None) => false,
        _ => true,
    }
}

/// The limits of what is counted, which is never less than nothing.
fn size(limits: Option<Limits>) -> Option<Limits> {
    let Limits { min, max } = limits?;
    let min = min.filter(|min| *min > 0);
    Some(Limits { min, max }).filter(can_be)
}

/// The check of a text, which may have a parse mode.
fn text<'a>(field: &Field, limits: Limits, all: &'a [Field]) -> Check<'a> {
    let own = format!("{}_{PARSE_MODE}", field.name);
    let named = |name: &str| all.iter().find(|other| other.name == name);
    match named(&own).or_else(|| named(PARSE_MODE)) {
        Some(mode) if mode.required => Check::Characters(Limits {
            max: None,
            ..limits
        }),
        Some(mode) => Check::MarkedUp(limits, mode),
        None => Check::Characters(limits),
    }
}

/// When an optional field is required: a condition on other fields that can be so and not so.
fn required(field: &Field, all: &[Field]) -> Option<Condition> {
    let condition = Condition::parse(field.facts.required_if.as_deref()?)?;
    let speaks = |name: &String| {
        let other = all.iter().find(|other| other.name == *name);
        other.is_some_and(|other| can_tell(other, condition.state))
    };
    let tells = !field.required && condition.fields.iter().all(speaks);
    tells.then_some(condition)
}

fn can_tell(field: &Field, state: State) -> bool {
    match state {
        State::Absent | State::Present => !field.required,
        State::True | State::False => {
            let is_free = !matches!(field.facts.constant, Some(Scalar::Boolean(_)));
            field.ty == Type::Boolean && is_free
        }
    }
}
