//! `stale-name`: a name in api.yaml whose union is gone, or became several.

use crate::lint::{Context, Example, File, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::ty::Type;
use schema::union_names::{self, Match};

pub(crate) static LINT: Lint = Lint {
    code: "stale-name",
    level: Level::Warn,
    summary: "a name in api.yaml whose union the page does not have, or has several of",
    what_it_does: "\
Reports a name under `names:` in api.yaml that no union of the page fits (a warning), or several
do (an error). A union that has got more members on a newer page still fits.",
    why_it_matters: "\
The names in api.yaml are those of unions that have none on the page. A name that several unions
fit is given to none of them, and code that uses it stops compiling.",
    how_to_fix: "\
Give each union a name of its own, or remove the line.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| room_id | Integer or String | Yes | Where to put the note |
| text | String | Optional | What is on the note |",
        others: &[(
            File::Manifest,
            "\
title: Notes API
base_url: https://notes.example
names:
  Integer | String: RoomId
▸  Integer | Float: Price",
        )],
        message: "`Price` names no union: none has all of `Integer | Float`",
        fix: ("\n  Integer | Float: Price", ""),
    },
    deny_lowering: false,
    superseded_by: &[],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let Some((source, manifest)) = context.manifest else {
        return Vec::new();
    };
    let schemas = [context.schema].into_iter().chain(context.base);
    let unions = schemas.flat_map(union_names::anonymous_unions).collect();
    let matches = union_names::match_names(&manifest.names, &unions);
    let stale = matches.iter().filter_map(|(ty, found)| {
        let given = &manifest.names[ty];
        let name = &given.name;
        let diagnostic = match found {
            Match::Union(_) => return None,
            Match::Missing => {
                LINT.diagnostic(format!("`{name}` names no union: none has all of `{ty}`"))
            }
            Match::Ambiguous(unions) => {
                let message = format!("`{name}` could be for {}", print_unions(unions));
                LINT.diagnostic_at(Level::Error, message)
            }
        };
        let help = "give each union a name of its own, or remove the line";
        let diagnostic = diagnostic.label(source, given.find_line(source), "this name");
        Some(diagnostic.help(help))
    });
    stale.collect()
}

/// Prints the unions that a name could be for. A single one has been given to another name too.
fn print_unions(unions: &[union_names::UnionMembers]) -> String {
    let texts = unions
        .iter()
        .map(|union| format!("`{}`", Type::Union(union.clone())));
    let texts: Vec<String> = texts.collect();
    match texts.as_slice() {
        [only] => format!("{only}, and so could another"),
        texts => texts.join(" or "),
    }
}
