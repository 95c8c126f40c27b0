//! `unstated-required`: a page that does not say which parameters or fields are required.

use super::{broken_table, row_cells, unknown_header, unread_data};
use crate::account::Meaning;
use crate::lint::{Context, Example, Lint};
use crate::page::{EvidenceKind, Page};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::schema::Field;

pub(crate) static LINT: Lint = Lint {
    code: "unstated-required",
    level: Level::Warn,
    summary: "a page that does not say which parameters or fields are required",
    what_it_does: "\
Reports parameters or fields whose tables have no column for whether they are required, where no
description of such a table says “Optional.” either. They are read as required.",
    why_it_matters: "\
A field that is read as required and left out by the server makes the whole object unreadable.",
    how_to_fix: "\
Say in `api.yaml` what they are: `reads: {without_required_column: optional}`, or `required`.",
    example: Example {
        page: "\
## getNote

Returns Note. Takes no parameters.

## Note

| Field | Type | Description |
| ----- | ---- | ----------- |
| ▸text | String | What it says |
| photo | String | Its photo |",
        others: &[],
        message: "the page does not say which fields are required",
        fix: ("| Its photo", "| Optional. Its photo"),
    },
    deny_lowering: false,
    superseded_by: &[],
    check: Some(check),
};

/// So many fields of which none is optional tell that a page does not say it. One may be required.
const ENOUGH: usize = 2;

/// So many tell it even where a row was lost that may have said “Optional.”
const MANY: usize = 20;

/// Checks whether some row or table of the page was not read.
fn loses_rows(page: &Page) -> bool {
    let codes = [
        broken_table::LINT.code,
        row_cells::LINT.code,
        unknown_header::LINT.code,
        unread_data::LINT.code,
    ];
    let mut found = page.diagnostics.iter();
    found.any(|one| codes.contains(&one.code))
}

/// The parameters, or the fields, of which the page says nothing.
struct Unflagged {
    what: &'static str,
    items: Vec<ItemPath>,
}

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let is_known = context
        .manifest
        .is_some_and(|(_, manifest)| manifest.reads.without_required_column.is_some());
    let Some(page) = context.page.filter(|_| !is_known) else {
        return Vec::new();
    };
    let enough = if loses_rows(page) { MANY } else { ENOUGH };
    let methods = page.schema.methods.iter();
    let params = methods.flat_map(|one| one.params.iter().map(|field| (&one.name, field)));
    let types = page.schema.types.iter();
    let fields = types.flat_map(|one| one.fields().iter().map(|field| (&one.name, field)));
    let found = [
        collect(page, "parameters", params),
        collect(page, "fields", fields),
    ];
    let mut found = found.into_iter().filter(|one| one.items.len() >= enough);
    let first = found.next();
    first
        .map(|first| diagnostic(context, &first, found.next().as_ref()))
        .into_iter()
        .collect()
}

/// Collects the items of which nothing is said, unless some other of their kind is said to be
/// optional. One that always has the same value tells nothing: it is there to tell types apart.
fn collect<'a>(
    page: &Page,
    what: &'static str,
    fields: impl Iterator<Item = (&'a String, &'a Field)>,
) -> Unflagged {
    let mut items = Vec::new();
    for (owner, field) in fields {
        let at = ItemPath::member(owner, &field.name);
        if page.evidence.find(&at, EvidenceKind::Optional).is_some() {
            items.clear();
            break;
        }
        let is_unflagged = page.evidence.find(&at, EvidenceKind::Unflagged).is_some();
        if is_unflagged && field.facts.constant.is_none() {
            items.push(at);
        }
    }
    Unflagged { what, items }
}

fn diagnostic(context: &Context<'_>, first: &Unflagged, second: Option<&Unflagged>) -> Diagnostic {
    let what = match second {
        Some(second) => format!("{} and {}", first.what, second.what),
        None => first.what.to_owned(),
    };
    let count = first.items.len() + second.map_or(0, |second| second.items.len());
    let at = first.items.first();
    let place = at.and_then(|at| context.place(at, Meaning::Name));
    LINT.diagnostic(format!("the page does not say which {what} are required"))
        .label_at(place, format!("read as required, as all {count} are"))
        .help("say it in api.yaml: `reads: {without_required_column: optional}`, or `required`")
}
