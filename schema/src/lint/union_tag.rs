//! `union-tag`: a union whose members can't be told apart.

use super::{Context, Example, Lint};
use crate::at::At;
use crate::diagnostic::{Diagnostic, Level};
use crate::page::Part;
use crate::schema::{Field, Scalar, Schema, TypeDef, Union};
use crate::ty::Type;

pub(super) static LINT: Lint = Lint {
    code: "union-tag",
    level: Level::Warn,
    summary: "a union of which one member lacks the constant that tells it apart, or two share it",
    explanation: "\
A value of a union is read by the field that has another constant in each member. Where one member
lacks the constant that the others have, or two have the same and nothing else that tells them
apart, values may be taken for what they are not.",
    bad: Example::page(
        "\
## getPet

Returns Pet. Takes no parameters.

## Pet

It is one of

- Cat
- Dog

## Cat

| Field | Type | Description |
| ----- | ---- | ----------- |
| kind | String | The kind of pet, always “cat” |

## Dog

| Field | Type | Description |
| ----- | ---- | ----------- |
| kind | String | The kind of pet, never “dog” |",
    ),
    good: Example::page(
        "\
## getPet

Returns Pet. Takes no parameters.

## Pet

It is one of

- Cat
- Dog

## Cat

| Field | Type | Description |
| ----- | ---- | ----------- |
| kind | String | The kind of pet, always “cat” |

## Dog

| Field | Type | Description |
| ----- | ---- | ----------- |
| kind | String | The kind of pet, always “dog” |",
    ),
    is_firm: false,
    yields_to: &["dangling-member"],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let unions = context.schema.types.iter();
    let untagged = unions.filter_map(|def| Some((def, def.union().filter(|u| u.tag.is_none())?)));
    untagged
        .filter_map(|(def, union)| {
            let members = members(context.schema, union);
            let names = members.iter().map(|member| member.name.clone());
            Some(judge(context, def, &members)?.rests_on(names))
        })
        .collect()
}

/// The members that are objects.
fn members<'a>(schema: &'a Schema, union: &Union) -> Vec<&'a TypeDef> {
    let named = union.one_of.iter().filter_map(|member| match member {
        Type::Named(name) => schema.type_def(name),
        _ => None,
    });
    named.filter(|def| def.union().is_none()).collect()
}

fn judge(context: &Context<'_>, def: &TypeDef, members: &[&TypeDef]) -> Option<Diagnostic> {
    let lacking = members.iter().find_map(|member| {
        let (tag, others) = lacks(member, members)?;
        Some(lack(context, def, member, tag, others))
    });
    lacking.or_else(|| {
        let mut pairs = members.iter().enumerate().flat_map(|(index, one)| {
            let later = &members[index + 1..];
            later.iter().map(move |other| (*one, *other))
        });
        let (one, other) = pairs.find(|(one, other)| is_same(one, other))?;
        Some(ambiguous(context, def, one, other))
    })
}

fn field<'a>(def: &'a TypeDef, name: &str) -> Option<&'a Field> {
    def.fields().iter().find(|field| field.name == name)
}

/// The constant text of a field.
fn constant<'a>(def: &'a TypeDef, name: &str) -> Option<&'a str> {
    match field(def, name)?.facts.constant.as_ref()? {
        Scalar::String(text) => Some(text),
        _ => None,
    }
}

/// The field that has a constant in most others and none in this one, with one of them.
fn lacks<'a>(one: &TypeDef, members: &[&'a TypeDef]) -> Option<(&'a str, &'a TypeDef)> {
    let names = members.iter().flat_map(|other| {
        other
            .fields()
            .iter()
            .map(|field| (field.name.as_str(), *other))
    });
    let mut tags = names.filter(|(name, other)| constant(other, name).is_some());
    tags.find(|(name, _)| {
        let count = members
            .iter()
            .filter(|m| constant(m, name).is_some())
            .count();
        let has_text = field(one, name).is_some_and(|field| field.ty == Type::String);
        constant(one, name).is_none() && (has_text || (count > 1 && count * 2 > members.len()))
    })
}

fn lack(
    context: &Context<'_>,
    def: &TypeDef,
    member: &TypeDef,
    tag: &str,
    other: &TypeDef,
) -> Diagnostic {
    let (union, name) = (&def.name, &member.name);
    let message = format!("nothing tells `{name}` apart from the other members of `{union}`");
    let at = At::member(name, tag);
    let theirs = constant(other, tag).unwrap_or_default();
    let found = Diagnostic::new(LINT.code, LINT.level, message).help(format!(
        "say which value `{tag}` always has in `{name}`, as `{theirs}` in `{}`",
        other.name
    ));
    let place = context
        .place(&at, Part::Description)
        .or_else(|| context.place(&At::owner(name), Part::Name));
    let found = match place {
        Some((source, span)) => found.label(source, span, format!("no constant `{tag}`")),
        None => found,
    };
    let found = witness(context, found, other, tag);
    found.about(At::owner(union))
}

/// The two members say the same, and nothing else tells them apart: all that the one must have the
/// other has as well.
fn is_same(one: &TypeDef, other: &TypeDef) -> bool {
    let required = |def: &TypeDef| -> Vec<(String, Option<Scalar>)> {
        let fields = def.fields().iter().filter(|field| field.required);
        let pairs = fields.map(|field| (field.name.clone(), field.facts.constant.clone()));
        pairs.collect()
    };
    let (mine, theirs) = (required(one), required(other));
    let shared = mine
        .iter()
        .any(|pair| pair.1.is_some() && theirs.contains(pair));
    let within = |a: &[(String, Option<Scalar>)], b: &[(String, Option<Scalar>)]| {
        a.iter().all(|pair| b.contains(pair))
    };
    match shared {
        true => within(&mine, &theirs) || within(&theirs, &mine),
        false => within(&mine, &theirs) && within(&theirs, &mine),
    }
}

fn ambiguous(context: &Context<'_>, def: &TypeDef, one: &TypeDef, other: &TypeDef) -> Diagnostic {
    let (union, a, b) = (&def.name, &one.name, &other.name);
    let message = format!("nothing tells `{a}` and `{b}` apart in `{union}`");
    let found = Diagnostic::new(LINT.code, LINT.level, message)
        .help("give each a constant of its own, or a required field that the other lacks");
    let shared = one.fields().iter().find(|field| {
        let tag = &field.name;
        constant(one, tag).is_some() && constant(one, tag) == constant(other, tag)
    });
    let place = match shared {
        Some(field) => context.place(&At::member(b, &field.name), Part::Description),
        None => context.place(&At::member(union, b), Part::Type),
    };
    let found = match place {
        Some((source, span)) => found.label(source, span, format!("the same as in `{a}`")),
        None => found,
    };
    let found = match shared {
        Some(field) => witness(context, found, one, &field.name),
        None => found,
    };
    found.about(At::owner(union))
}

/// Quotes the constant of a member.
fn witness(context: &Context<'_>, found: Diagnostic, def: &TypeDef, tag: &str) -> Diagnostic {
    match context.place(&At::member(&def.name, tag), Part::Description) {
        Some((source, span)) => found.evidence(source, span, format!("in `{}`", def.name)),
        None => found,
    }
}
