//! `stale-name`: a name of the manifest's whose union is gone, or became several.

use crate::lint::{Context, Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::source::{Source, Span};
use schema::ty::Type;
use schema::union_names::{self, Match};

pub(crate) static LINT: Lint = Lint {
    code: "stale-name",
    level: Level::Warn,
    summary: "a name in api.yaml whose union the page does not have, or has several of",
    explanation: "\
The names in api.yaml are those of unions that have none on the page. Where a newer page adds a
member to such a union, the name goes with it. A name whose members no union has is for nothing;
that is a warning. Where several unions have all its members and more, none of them gets the name
and code that uses it stops compiling; that is an error.",
    bad: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| room_id | Integer or String | Yes | Where to put the note |
| text | String | Optional | What is on the note |",
    )
    .manifest(
        "\
title: Notes API
base_url: https://notes.example
names:
  Integer | Float: RoomId",
    ),
    good: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| room_id | Integer or String | Yes | Where to put the note |
| text | String | Optional | What is on the note |",
    )
    .manifest(
        "\
title: Notes API
base_url: https://notes.example
names:
  Integer | String: RoomId",
    ),
    deny_lowering: false,
    superseded_by: &[],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let Some((source, manifest)) = context.manifest else {
        return Vec::new();
    };
    let mut unions = union_names::anonymous_unions(context.schema);
    unions.extend(
        context
            .base
            .iter()
            .flat_map(|base| union_names::anonymous_unions(base)),
    );
    let matches = union_names::match_names(&manifest.names, &unions);
    let found = matches.iter().filter_map(|(ty, found)| {
        let name = &manifest.names[ty];
        let (level, message) = match found {
            Match::Union(_) => return None,
            Match::Missing => {
                let message = format!("`{name}` is for nothing: no union has all of `{ty}`");
                (Level::Warn, message)
            }
            Match::Ambiguous(unions) => {
                let message = format!("`{name}` could be for {}", shown(unions));
                (Level::Error, message)
            }
        };
        let found = Diagnostic::new(LINT.code, level, message);
        let found = found.label(source, place(source, name), "this name");
        Some(found.help("give each union a name of its own, or take the line out"))
    });
    found.collect()
}

/// The unions in prose, and whose they are where there is but one.
fn shown(unions: &[union_names::UnionMembers]) -> String {
    let texts = unions
        .iter()
        .map(|union| format!("`{}`", Type::Union(union.clone())));
    let texts: Vec<String> = texts.collect();
    match unions.len() {
        1 => format!("{}, and so could another", texts.join("")),
        _ => texts.join(" or "),
    }
}

/// The line that gives the name.
fn place(source: &Source, name: &str) -> Span {
    let gives = |line: &str| {
        let value = line.rsplit_once(':').map(|(_, value)| value);
        let value = value.and_then(|value| value.split([',', '#', '}']).next());
        value.is_some_and(|value| value.trim().trim_matches(['"', '\'']) == name)
    };
    let line = source.text().lines().position(gives).unwrap_or(0);
    source.line_span(line + 1)
}
