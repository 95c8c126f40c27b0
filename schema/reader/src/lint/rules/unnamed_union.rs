//! `unnamed-union`: a union that has no name, neither on the page nor in api.yaml.

use std::collections::BTreeSet;

use crate::account::Meaning;
use crate::lint::{Context, Example, File, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::extend::is_inherited;
use schema::manifest::Manifest;
use schema::path::ItemPath;
use schema::schema::{Schema, TypeDef};
use schema::ty::Type;
use schema::union_names::{
    Match, UnionMembers, anonymous_unions, derive_name, match_names, sorted_members,
};

pub(crate) static LINT: Lint = Lint {
    code: "unnamed-union",
    level: Level::Info,
    summary: "a union of several types without a name in api.yaml",
    what_it_does: "\
Lists the unions, such as `Integer or String`, that have no name under `names:` in api.yaml. Each
is listed once, where the page first has it. One that is inherited from the API that it extends is
listed there. A page alone, without an api.yaml, is not checked.",
    why_it_matters: "\
A union becomes a Rust type, whose name is public. Without a name of yours, it is made of the
members' names: once a newer page adds a member, the type has another name, and code that uses it
stops compiling. A name in api.yaml stays.",
    how_to_fix: "\
Add the line that the finding shows under `names:` in api.yaml, with a name that says what the
value is.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| room_id | ▸Integer or String | Yes | Where to put the note |",
        others: &[(
            File::Manifest,
            "\
title: Notes API
base_url: https://notes.example",
        )],
        message: "`Integer | String` has no name in api.yaml",
        fix: (
            "https://notes.example",
            "\
https://notes.example
names:
  Integer | String: RoomId",
        ),
    },
    deny_lowering: false,
    superseded_by: &[],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let Some((_, manifest)) = context.manifest else {
        return Vec::new();
    };
    let schemas = [context.schema].into_iter().chain(context.base);
    let unions = schemas.flat_map(anonymous_unions).collect();
    let mut done = named_unions(manifest, &unions);
    done.extend(inherited_unions(context));
    let schema = context.schema.with_alternatives();
    let uses = uses_in_page_order(context, &schema);
    uses.iter()
        .flat_map(|one| unions_in(one.ty).into_iter().map(move |union| (one, union)))
        .filter(|(_, union)| done.insert(sorted_members(union)))
        .map(|(one, union)| diagnostic(context, one, union))
        .collect()
}

/// Collects the unions that a manifest names, and those that one of its names could be for:
/// `stale-name` reports these.
fn named_unions(manifest: &Manifest, unions: &BTreeSet<UnionMembers>) -> BTreeSet<UnionMembers> {
    let matches = match_names(&manifest.names, unions).into_values();
    matches
        .flat_map(|found| match found {
            Match::Union(union) => vec![union],
            Match::Ambiguous(unions) => unions,
            Match::Missing => Vec::new(),
        })
        .collect()
}

/// Collects the unions that this API inherits from its base, which names them. For example, a page
/// that defines a `Photo` of its own does not inherit `Photo | Video`.
fn inherited_unions<'a>(context: &Context<'a>) -> impl Iterator<Item = UnionMembers> + use<'a> {
    let page = context.schema;
    context.base.into_iter().flat_map(move |base| {
        let unions = anonymous_unions(base).into_iter();
        unions.filter(move |union| union.iter().all(|member| is_inherited(member, page, base)))
    })
}

/// A type expression, where the page has it.
struct Use<'a> {
    at: ItemPath,
    meaning: Meaning,
    ty: &'a Type,
}

/// Lists the types of all results, parameters, fields and members in the order of the page, or of
/// the schema where no page is at hand.
fn uses_in_page_order<'a>(context: &Context<'_>, schema: &'a Schema) -> Vec<Use<'a>> {
    let results = schema.methods.iter().filter_map(|method| {
        let (at, ty) = (ItemPath::owner(&method.name), method.returns.as_ref()?);
        let meaning = Meaning::Returns;
        Some(Use { at, meaning, ty })
    });
    let fields = schema.fields().map(|(at, field)| {
        let (meaning, ty) = (Meaning::Type, &field.ty);
        Use { at, meaning, ty }
    });
    let members = schema.types.iter().flat_map(members);
    let mut uses: Vec<Use<'a>> = results.chain(fields).chain(members).collect();
    uses.sort_by_cached_key(|one| {
        let place = context.place(&one.at, one.meaning);
        (place.is_none(), place.map(|(_, span)| span))
    });
    uses
}

fn members(def: &TypeDef) -> impl Iterator<Item = Use<'_>> {
    let members = def.union().into_iter().flat_map(|union| &union.one_of);
    members.map(|ty| Use {
        at: ItemPath::owner(&def.name),
        meaning: Meaning::Name,
        ty,
    })
}

/// Lists the unions in a type: those in `Array<Integer | Array<A | B>>` are the inner ones as well.
fn unions_in(ty: &Type) -> Vec<&Type> {
    match ty {
        Type::Array(item) => unions_in(item),
        Type::Union(members) => {
            let inner = members.iter().flat_map(unions_in);
            [ty].into_iter().chain(inner).collect()
        }
        _ => Vec::new(),
    }
}

fn diagnostic(context: &Context<'_>, one: &Use<'_>, union: &Type) -> Diagnostic {
    let name = derive_name(union.members());
    let label = format!("`{name}` in Rust until a page adds a member");
    let help = format!("give it a name that stays, under `names:` in api.yaml:\n  {union}: {name}");
    LINT.diagnostic(format!("`{union}` has no name in api.yaml"))
        .label_at(context.place(&one.at, one.meaning), label)
        .help(help)
        .about(one.at.clone())
}
