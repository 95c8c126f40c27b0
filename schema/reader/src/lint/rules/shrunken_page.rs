//! `shrunken-page`: a page with far less than what is committed.

use crate::lint::{Context, Example, Lint};
use crate::page::Page;
use schema::diagnostic::{Diagnostic, Level};
use schema::schema::Schema;

pub(crate) static LINT: Lint = Lint {
    code: "shrunken-page",
    level: Level::Error,
    summary: "a page that lacks much of what is committed",
    explanation: "\
A page that has lost more than a quarter of the methods and types that are committed is hardly a new
version: it is a download that broke off, or the page of something else. It must not replace what is
committed. If it is meant, delete schema.yaml and run the command again.",
    bad: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |",
    )
    .committed(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |

## getNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |

## editNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |

## copyNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |",
    ),
    good: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |

## getNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |

## editNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |",
    )
    .committed(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |

## getNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |

## editNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |

## copyNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |",
    ),
    deny_lowering: true,
    superseded_by: &[],
    check: None,
};

/// Fewer missing methods and types than this are always a change of the page.
const FEW: usize = 3;

/// How many names of what is lost are listed.
const LISTED: usize = 3;

/// Says so where the page lacks more than a quarter of the methods and types that are committed.
pub(crate) fn find(context: &Context<'_>) -> Option<Diagnostic> {
    let (page, committed) = (context.page?, context.committed?);
    let names = owners(committed);
    let stated = owners(&page.schema);
    let lost: Vec<&str> = names
        .iter()
        .copied()
        .filter(|name| !stated.contains(name))
        .collect();
    let much = lost.len() >= FEW && lost.len() * 4 > names.len();
    much.then(|| diagnostic(page, names.len(), &lost))
}

fn owners(schema: &Schema) -> Vec<&str> {
    let methods = schema.methods.iter().map(|method| method.name.as_str());
    let types = schema.types.iter().map(|def| def.name.as_str());
    methods.chain(types).collect()
}

fn diagnostic(page: &Page, all: usize, lost: &[&str]) -> Diagnostic {
    let count = lost.len();
    let message =
        format!("the page lacks {count} of the {all} methods and types that are committed");
    let (source, line) = (&page.source, page.source.last_line());
    let names = lost.iter().take(LISTED).map(|name| format!("`{name}`"));
    let names: Vec<String> = names.collect();
    let more = if count > LISTED { ", …" } else { "" };
    Diagnostic::new(LINT.code, LINT.level, message)
        .label(source, source.line_span(line), "the page ends here")
        .found(format!("{} methods and types", all - count))
        .expected(format!("about {all} methods and types"))
        .note(format!("gone are {}{more}", names.join(", ")))
        .note("nothing else is reported: it may come of that")
        .help("download the page again; if it is meant, delete schema.yaml first")
}
