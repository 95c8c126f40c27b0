//! The facts of fields → what is checked before a request is sent: limits of texts, lists and
//! numbers, what is required only if, and whatever lies inside.
//!
//! Only what users send is checked; a fact of a type that only ever comes from the server is none
//! of their business.

use std::collections::BTreeSet;

use schema::schema::{Field, Limits, Scalar, Shape};
use schema::ty::Type;

use crate::resolve::anonymous_union::field_type;
use crate::resolve::api::Api;
use crate::resolve::condition::{Condition, State};

/// What the name of a parse mode ends with. A field of that name, alone or after the name of a
/// text and `_`, says that the text may hold markup, which its length does not count.
const PARSE_MODE: &str = "parse_mode";

/// One check of one field.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Test<'a> {
    /// How many characters a text has.
    Characters(Limits),
    /// How many characters a text has once it is read in the parse mode of that field.
    MarkedUp(Limits, &'a Field),
    /// How many bytes a text has.
    Bytes(Limits),
    /// How many items a list has.
    Items(Limits),
    /// How great a number is.
    Number(Limits),
    /// That it is there under a condition.
    Required(Condition),
    /// What lies inside it.
    Inside,
}

/// The checks of a field among all fields of its owner.
pub(crate) fn tests<'a>(api: &Api<'_>, field: &Field, all: &'a [Field]) -> Vec<Test<'a>> {
    let inside = api.is_checked(&field_type(field));
    let mut tests = own(field, all);
    tests.extend(inside.then_some(Test::Inside));
    tests
}

/// The Rust names of the types that users send and that hold anything to check, however deep.
pub(crate) fn checked(api: &Api<'_>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    loop {
        let before = found.len();
        for def in &api.model.schema.types {
            let name = api.names.ty(&def.name);
            let any = match &def.shape {
                Shape::Struct(fields) => fields.iter().any(|field| {
                    !own(field, fields).is_empty() || holds(api, &field_type(field), &found)
                }),
                Shape::Union(union) => union.one_of.iter().any(|ty| holds(api, ty, &found)),
            };
            found.extend((any && api.is_sent(&name)).then_some(name));
        }
        for union in &api.inline {
            let name = api.names.union(&union.members);
            let any = union.members.iter().any(|ty| holds(api, ty, &found));
            found.extend((any && api.is_sent(&name)).then_some(name));
        }
        if found.len() == before {
            return found;
        }
    }
}

/// Whether values of a type hold anything to check, where these types do.
pub(crate) fn holds(api: &Api<'_>, ty: &Type, known: &BTreeSet<String>) -> bool {
    match ty {
        Type::Array(item) => holds(api, item, known),
        other => api
            .rust_name(other)
            .is_some_and(|name| known.contains(&name)),
    }
}

/// The checks of the field itself.
fn own<'a>(field: &Field, all: &'a [Field]) -> Vec<Test<'a>> {
    let facts = &field.facts;
    let test = match field_type(field) {
        Type::String if is_free(field) => {
            let characters = size(facts.length).map(|limits| text(field, limits, all));
            vec![characters, size(facts.bytes).map(Test::Bytes)]
        }
        Type::Array(_) => vec![size(facts.items).map(Test::Items)],
        Type::Integer | Type::Float if is_free(field) => {
            vec![facts.range.filter(can_be).map(Test::Number)]
        }
        _ => Vec::new(),
    };
    let required = required(field, all).map(Test::Required);
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
fn text<'a>(field: &Field, limits: Limits, all: &'a [Field]) -> Test<'a> {
    let own = format!("{}_{PARSE_MODE}", field.name);
    let named = |name: &str| all.iter().find(|other| other.name == name);
    match named(&own).or_else(|| named(PARSE_MODE)) {
        Some(mode) if mode.required => Test::Characters(Limits {
            max: None,
            ..limits
        }),
        Some(mode) => Test::MarkedUp(limits, mode),
        None => Test::Characters(limits),
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
