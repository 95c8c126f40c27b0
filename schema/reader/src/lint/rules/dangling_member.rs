//! `dangling-member`: a member of a union that nothing defines.

use std::collections::HashSet;

use super::unknown_type;
use crate::lint::spelling::Vocabulary;
use crate::lint::{Context, Example, Lint};
use crate::page::Part;
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::ty::Type;

pub(crate) static LINT: Lint = Lint {
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
    deny_lowering: false,
    superseded_by: &[],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let defined = unknown_type::defined(context);
    // What is used elsewhere as well is that use's finding.
    let elsewhere = unknown_type::used_in_fields(context.schema);
    let known: HashSet<&str> = defined.iter().copied().chain(elsewhere).collect();
    let free = Vocabulary::new(defined.iter().map(|name| (*name, 1)));
    let unions = context.schema.types.iter();
    let unions = unions.filter_map(|def| Some((&def.name, def.union()?)));
    let mut found = Vec::new();
    for (owner, union) in unions {
        let listed: HashSet<&str> = union.one_of.iter().flat_map(Type::names).collect();
        for member in &union.one_of {
            let names = member.names().into_iter();
            for name in names.filter(|name| !known.contains(name)) {
                let at = ItemPath::member(owner, &member.to_string());
                let meant = free.nearest(name, |other, _| !listed.contains(other));
                let mut one = diagnostic(context, at, name, meant);
                one.notes.extend(unknown_type::unmeant(meant, &free));
                found.push(one);
            }
        }
    }
    found
}

fn diagnostic(context: &Context<'_>, at: ItemPath, name: &str, meant: Option<&str>) -> Diagnostic {
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
    let found = match meant {
        Some(meant) => found
            .expected(meant)
            .patch(meant)
            .help(format!("is `{meant}` meant?")),
        None => found.help("define it, or take it out of the list"),
    };
    found.about(at)
}
