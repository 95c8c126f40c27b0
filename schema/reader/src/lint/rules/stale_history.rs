//! `stale-history`: the manifest says that something was required, which is no news or gone.

use crate::lint::{Context, Example, File, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::source::{Source, Span};

pub(crate) static LINT: Lint = Lint {
    code: "stale-history",
    level: Level::Error,
    summary: "an entry of `was_required` that names nothing, or nothing optional",
    what_it_does: "\
Reports an entry of `was_required` in api.yaml that names no optional parameter or field.",
    why_it_matters: "\
The constructors that older code uses are kept for the parameters that were required once.",
    how_to_fix: "\
Correct the entry, or remove it.",
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
was_required:
▸- sendNote.txet",
        )],
        message: "there is no parameter or field `sendNote.txet` that could have been required",
        fix: ("txet", "text"),
    },
    deny_lowering: true,
    superseded_by: &[],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let Some((source, manifest)) = context.manifest else {
        return Vec::new();
    };
    let all = &manifest.was_required;
    let found = all.iter().enumerate().filter_map(|(index, at)| {
        let message = match context.schema.field(at) {
            _ if all[..index].contains(at) => format!("`{at}` is listed twice"),
            None => format!("there is no parameter or field `{at}` that could have been required"),
            Some(field) if field.required => format!("`{at}` is required today"),
            Some(_) => return None,
        };
        let found = Diagnostic::new(LINT.code, LINT.level, message).about(at.clone());
        let found = found.label(source, place(source, all, index), "this entry");
        Some(found.help("mend the entry, or take it out"))
    });
    found.collect()
}

/// The line that has the entry: of the lines with the same one, as many down.
fn place(source: &Source, all: &[ItemPath], index: usize) -> Span {
    let at = all[index].to_string();
    let before = all[..index].iter().filter(|one| **one == all[index]);
    let is_part = |c: char| c.is_ascii_alphanumeric() || "_.*".contains(c);
    let lines = source.text().lines().enumerate();
    let below = lines.skip_while(|(_, line)| !line.starts_with("was_required"));
    let mentions = below.flat_map(|(number, line)| {
        let words = line.split(|c: char| !is_part(c));
        words.filter(|word| *word == at).map(move |_| number + 1)
    });
    let line = mentions.clone().nth(before.count());
    source.line_span(line.or_else(|| mentions.clone().last()).unwrap_or(1))
}
