//! `unused-type`: a type that is defined but never used.

use std::sync::Arc;

use super::{row_cells, unknown_header, unread_data};
use crate::account::Meaning;
use crate::lint::{Context, Example, Lint};
use crate::page::EvidenceKind;
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::source::{Source, Span};

pub(crate) static LINT: Lint = Lint {
    code: "unused-type",
    level: Level::Warn,
    summary: "a type that is defined, used nowhere, and of which no prose speaks",
    what_it_does: "\
Reports a type that no parameter, field, union or result has, and that the prose does not mention.",
    why_it_matters: "\
Usually the only use of such a type is misspelt or was lost.",
    how_to_fix: "\
Correct the use, or remove the type.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say |

## ▸Note

| Field | Type | Description |
| ----- | ---- | ----------- |
| text | String | What it says |",
        others: &[],
        message: "`Note` is defined but never used",
        fix: ("Returns True on success.", "Returns the sent Note."),
    },
    deny_lowering: false,
    superseded_by: &["unknown-type", "dangling-member", "type-conflict"],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let Some(page) = context.page else {
        return Vec::new();
    };
    // A table or a row that is not read may be the one that uses the type.
    let unread = [
        unread_data::LINT.code,
        row_cells::LINT.code,
        unknown_header::LINT.code,
    ];
    if page
        .diagnostics
        .iter()
        .any(|one| unread.contains(&one.code))
    {
        return Vec::new();
    }
    let used = context.schema.used_names();
    let types = page.schema.types.iter();
    types
        .filter(|def| !used.contains(def.name.as_str()) && def.name != "InputFile")
        .map(|def| ItemPath::owner(&def.name))
        .filter(|at| page.evidence.find(at, EvidenceKind::Mentioned).is_none())
        .map(|at| diagnostic(context, at))
        .collect()
}

fn diagnostic(context: &Context<'_>, at: ItemPath) -> Diagnostic {
    LINT.diagnostic(format!("`{at}` is defined but never used"))
        .label_at(context.place(&at, Meaning::Name), "nothing has this type")
        .cause("never used")
        .help("is its only use misspelt? If it has none, remove the type")
        .about(at)
}

/// Reports a type with a list of values that no field has: a note where a result or a member of a
/// union has the type, which the schema can give no values.
pub(crate) fn values(source: &Arc<Source>, at: ItemPath, name: Span, is_named: bool) -> Diagnostic {
    let level = if is_named { Level::Info } else { LINT.level };
    let message = format!("no parameter and no field has the values of `{at}`");
    let finding = LINT
        .diagnostic_at(level, message)
        .label(source, name, "its values are not kept");
    let finding = if is_named {
        finding
            .note("a result and a member of a union are text or a number, without a list of values")
    } else {
        finding.help(format!(
            "give a field the type `{at}`, or name it in the description"
        ))
    };
    finding.about(at)
}
