//! `dangling-member`: a member of a union that nothing defines.

use std::collections::HashSet;

use super::{Context, Example, Lint, nearest, unknown_type};
use crate::at::At;
use crate::diagnostic::{Diagnostic, Level};
use crate::page::Part;

pub(super) static LINT: Lint = Lint {
    code: "dangling-member",
    level: Level::Error,
    summary: "a union's member that nothing defines",
    explanation: "\
The members of a union are types that the page defines, or that the API it extends does. One that
nothing defines is misspelt, or its definition is missing: values of it could not be read.",
    bad: Example::page(
        "\
## getPet

Returns Pet. Takes no parameters.

## Pet

It is one of

- Cat
- Dgo

## Cat

| Field | Type | Description |
| ----- | ---- | ----------- |
| kind | String | The kind of pet, always “cat” |

## Dog

| Field | Type | Description |
| ----- | ---- | ----------- |
| kind | String | The kind of pet, always “dog” |

## getDog

Returns Dog. Takes no parameters.",
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
| kind | String | The kind of pet, always “dog” |

## getDog

Returns Dog. Takes no parameters.",
    ),
    is_firm: false,
    yields_to: &[],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let defined = unknown_type::defined(context);
    // What is used elsewhere as well is that use's finding.
    let elsewhere = unknown_type::used_in_fields(context.schema);
    let known: HashSet<&str> = defined.iter().copied().chain(elsewhere).collect();
    let unions = context.schema.types.iter();
    let unions = unions.filter_map(|def| Some((&def.name, def.union()?)));
    let members = unions.flat_map(|(name, union)| {
        let members = union.one_of.iter().flat_map(|member| {
            let whole = member.to_string();
            member
                .names()
                .into_iter()
                .map(move |one| (whole.clone(), one))
        });
        members.map(move |(whole, one)| (At::member(name, &whole), one))
    });
    let dangling = members.filter(|(_, name)| !known.contains(name));
    dangling
        .map(|(at, name)| diagnostic(context, &defined, at, name))
        .collect()
}

fn diagnostic(context: &Context<'_>, defined: &[&str], at: At, name: &str) -> Diagnostic {
    let owner = &at.owner;
    let message = format!("`{owner}` lists `{name}`, which nothing defines");
    let found = Diagnostic::new(LINT.code, LINT.level, message).found(name);
    let found = match context.place(&at, Part::Type) {
        Some((source, span)) => {
            let word = unknown_type::word(source, span, name);
            found.label(source, word, "not defined")
        }
        None => found,
    };
    let siblings = context.schema.type_def(owner).and_then(|def| def.union());
    let listed = |other: &&str| {
        let mut members = siblings.iter().flat_map(|union| &union.one_of);
        members.any(|member| member.names().contains(other))
    };
    let free = defined.iter().copied().filter(|other| !listed(other));
    let found = match nearest(name, free) {
        Some(meant) => found
            .expected(meant)
            .patch(meant)
            .help(format!("is `{meant}` meant?")),
        None => found.help("define it, or take it out of the list"),
    };
    found.about(at)
}
