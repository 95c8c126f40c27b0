//! `shrunken-page`: a page with far less than what is committed.

use std::collections::HashSet;

use crate::account::Meaning;
use crate::lint::{Context, Example, File, Lint};
use crate::page::Page;
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::schema::Schema;

pub(crate) static LINT: Lint = Lint {
    code: "shrunken-page",
    level: Level::Error,
    summary: "a page that lacks much of what is committed",
    what_it_does: "\
Reports a page that lacks three or more of the methods and types that are committed, and more than
a quarter of them. Beside it stands only what may be the cause: rows that are not read, and blocks
that are never closed. Reports a page, too, that has rows of what is committed and loses them because
they are not read.",
    why_it_matters: "\
Such a page is hardly a new version: the download broke off, something hides a part of it, or it is
another page. It must not replace what is committed.",
    how_to_fix: "\
Fix what hides a part of the page, or download it again. If the loss is intended, delete schema.yaml and run the command again.",
    example: Example {
        page: "\
## countNotes

▸Returns Integer. Takes no parameters.",
        others: &[(
            File::Committed,
            "\
## countNotes

Takes no parameters. Returns Integer.

## countPins

Takes no parameters. Returns Integer.

## countTags

Takes no parameters. Returns Integer.

## countBoards

Takes no parameters. Returns Integer.",
        )],
        message: "the page lacks 3 of the 4 methods and types that are committed",
        fix: (
            "Returns Integer. Takes no parameters.",
            "\
Takes no parameters. Returns Integer.

## countPins

Takes no parameters. Returns Integer.

## countTags

Takes no parameters. Returns Integer.",
        ),
    },
    deny_lowering: true,
    superseded_by: &[],
    check: None,
};

/// A loss of fewer methods and types than this is always a change of the page: a page with three
/// methods may well lose one.
const FEW: usize = 3;

/// The most names of lost methods and types that are listed.
const LISTED: usize = 3;

/// Finds out whether the page lacks more than a quarter of what is committed.
pub(crate) fn find(context: &Context<'_>) -> Option<Diagnostic> {
    let (page, committed) = (context.page?, context.committed?);
    let (before, now) = (owners(committed), owners(&page.schema));
    let is_lost = |name: &&str| !now.contains(name);
    let lost: Vec<&str> = before.iter().copied().filter(is_lost).collect();
    let is_much = lost.len() >= FEW && lost.len() * 4 > before.len();
    is_much.then(|| diagnostic(page, before.len(), &lost))
}

fn owners(schema: &Schema) -> Vec<&str> {
    let methods = schema.methods.iter().map(|method| method.name.as_str());
    let types = schema.types.iter().map(|def| def.name.as_str());
    methods.chain(types).collect()
}

fn diagnostic(page: &Page, all: usize, lost: &[&str]) -> Diagnostic {
    let (source, count) = (&page.source, lost.len());
    let names = lost.iter().take(LISTED).map(|name| format!("`{name}`"));
    let names: Vec<String> = names.collect();
    let more = if count > LISTED { ", …" } else { "" };
    let message =
        format!("the page lacks {count} of the {all} methods and types that are committed");
    LINT.diagnostic(message)
        .label(
            source,
            source.line_span(source.last_line()),
            "the page ends here",
        )
        .found(format!("{} methods and types", all - count))
        .expected(format!("about {all} methods and types"))
        .note(format!("it lacks {}{more}", names.join(", ")))
        .note("nothing is reported but what may be the cause")
        .help(HELP)
}

/// The advice where no other finding tells the cause.
const HELP: &str = "fix what other findings name, or else download the page again; if the loss is \
                    intended, delete schema.yaml first";

/// Finds out whether rows of what is committed stand on the page and were not read.
pub(crate) fn find_unread(context: &Context<'_>) -> Option<Diagnostic> {
    let (page, committed) = (context.page?, context.committed?);
    let now: HashSet<ItemPath> = items(&page.schema).collect();
    let is_lost = |at: &ItemPath| !now.contains(at) && page.account.has_unread(at);
    let lost: Vec<ItemPath> = items(committed).filter(is_lost).collect();
    let source = &page.source;
    let mut entries = page.account.entries().iter();
    let first = entries.find(|entry| entry.meaning == Meaning::Unread);
    let names = lost.iter().take(LISTED).map(|at| format!("`{at}`"));
    let names: Vec<String> = names.collect();
    let more = if lost.len() > LISTED { ", …" } else { "" };
    let message = format!(
        "the page has {} of the committed parameters and fields in text that is not read",
        lost.len()
    );
    let diagnostic = LINT
        .diagnostic(message)
        .label_at(
            first.map(|entry| (source, entry.span)),
            "the first that is not read",
        )
        .note(format!("it loses {}{more}", names.join(", ")))
        .help(HELP);
    (!lost.is_empty()).then_some(diagnostic)
}

/// Every method, type, parameter and field.
fn items(schema: &Schema) -> impl Iterator<Item = ItemPath> {
    let methods = schema
        .methods
        .iter()
        .map(|method| (&method.name, method.params.as_slice()));
    let types = schema.types.iter().map(|def| (&def.name, def.fields()));
    methods.chain(types).flat_map(|(owner, fields)| {
        let members = fields
            .iter()
            .map(move |field| ItemPath::member(owner, &field.name));
        [ItemPath::owner(owner)].into_iter().chain(members)
    })
}
