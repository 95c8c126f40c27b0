//! `dangling-member`: a member of a union that nothing defines.

use std::collections::HashSet;

use super::unknown_type;
use crate::account::Meaning;
use crate::lint::spelling::Vocabulary;
use crate::lint::support::place_of_word;
use crate::lint::{Context, Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::ty::Type;

pub(crate) static LINT: Lint = Lint {
    code: "dangling-member",
    level: Level::Error,
    summary: "a union's member that nothing defines",
    what_it_does: "\
Reports a member of a union that neither the page nor the API it extends defines.",
    why_it_matters: "\
The member is misspelt, or its definition is missing: values of it could not be read.",
    how_to_fix: "\
Correct the spelling, add the definition, or remove the member from the list.",
    example: Example {
        page: "\
## getPet

Returns Pet. Takes no parameters.

## Pet

It is one of

- Cat
- ▸Dgo

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
        others: &[],
        message: "`Pet` lists `Dgo`, which nothing defines",
        fix: ("Dgo", "Dog"),
    },
    deny_lowering: false,
    superseded_by: &[],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let defined = unknown_type::defined_names(context);
    // A name that is also used in a field is reported there.
    let elsewhere = unknown_type::names_in_fields(context.schema);
    let known: HashSet<&str> = defined.iter().copied().chain(elsewhere).collect();
    let vocabulary = Vocabulary::new(defined.iter().map(|name| (*name, 1)));
    let mut diagnostics = Vec::new();
    for def in &context.schema.types {
        let Some(union) = def.union() else { continue };
        let listed: HashSet<&str> = union.one_of.iter().flat_map(Type::names).collect();
        for member in &union.one_of {
            for name in member.names() {
                if known.contains(name) {
                    continue;
                }
                let at = ItemPath::member(&def.name, &member.to_string());
                let near = vocabulary.nearest(name, |other, _| !listed.contains(other));
                let mut diagnostic = diagnostic(context, at, name, near);
                diagnostic.notes.extend(vocabulary.note_without(near));
                diagnostics.push(diagnostic);
            }
        }
    }
    diagnostics
}

fn diagnostic(context: &Context<'_>, at: ItemPath, name: &str, near: Option<&str>) -> Diagnostic {
    let message = format!("`{}` lists `{name}`, which nothing defines", at.owner);
    let diagnostic = LINT
        .diagnostic(message)
        .label_at(
            place_of_word(context.place(&at, Meaning::Type), name),
            "not defined",
        )
        .found(name)
        .about(at);
    match near {
        Some(near) => diagnostic
            .expected(near)
            .patch(near)
            .help(format!("did you mean `{near}`?")),
        None => diagnostic.help("define it, or remove it from the list"),
    }
}
