//! `shrunken-page`: a page with far less than what is committed.

use crate::lint::{Context, Example, File, Lint};
use crate::page::Page;
use schema::diagnostic::{Diagnostic, Level};
use schema::schema::Schema;

pub(crate) static LINT: Lint = Lint {
    code: "shrunken-page",
    level: Level::Error,
    summary: "a page that lacks much of what is committed",
    what_it_does: "\
Reports a page that lacks three or more of the methods and types that are committed, and more than
a quarter of them. Nothing else is reported.",
    why_it_matters: "\
Such a page is hardly a new version: the download broke off, or it is another page. It must not
replace what is committed.",
    how_to_fix: "\
Download the page again. If the loss is intended, delete schema.yaml and run the command again.",
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
        .note("nothing else is reported, because it may result from this")
        .help("download the page again; if the loss is intended, delete schema.yaml first")
}
