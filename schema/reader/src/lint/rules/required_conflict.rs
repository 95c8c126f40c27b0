//! `required-conflict`: a required flag that the prose or the siblings contradict.

use std::collections::HashSet;

use crate::account::Meaning;
use crate::lint::siblings::{Sibling, Siblings};
use crate::lint::support::value_override;
use crate::lint::{Context, Example, Lint};
use crate::page::EvidenceKind;
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::schema::Field;

pub(crate) static LINT: Lint = Lint {
    code: "required-conflict",
    level: Level::Error,
    summary: "a required flag that the description, or the same parameter elsewhere, contradicts",
    what_it_does: "\
Reports a required flag that its description contradicts, or that differs from the flag of the
same parameter wherever else it is described in the very same words. A parameter that is optional,
and required under a condition, is no conflict.",
    why_it_matters: "\
The flag decides whether the parameter is an argument of the constructor or has a setter. One of
the two statements is wrong.",
    how_to_fix: "\
Correct the cell or the description. If the page can't be changed, add the override that the
finding suggests.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | ▸Yes | Optional. What to say |",
        others: &[],
        message: "`sendNote.text` is required, but its description says that it is not",
        fix: ("Yes | Optional.", "Optional | Optional."),
    },
    deny_lowering: false,
    superseded_by: &["unknown-required"],
    check: Some(check),
};

/// The least number of siblings, described in the very same words, that outvote one. A single one
/// proves nothing: it may be the one that is wrong.
const ENOUGH: usize = 2;

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let fields = context.schema.fields();
    let mut diagnostics: Vec<_> = fields
        .filter_map(|(at, field)| contradicted_by_prose(context, at, field))
        .collect();
    let reported: HashSet<ItemPath> = diagnostics
        .iter()
        .filter_map(|one| one.at.clone())
        .collect();
    for group in Siblings::of(context.schema).groups() {
        let others = group.iter().filter(|one| !reported.contains(&one.at));
        diagnostics.extend(others.filter_map(|one| contradicted_by_siblings(context, group, one)));
    }
    diagnostics
}

fn contradicted_by_prose(context: &Context<'_>, at: ItemPath, field: &Field) -> Option<Diagnostic> {
    let page = context.page?;
    // Without a column of its own, the flag was read from the description.
    page.account.place(&at, Meaning::Required)?;
    let (opposite, message) = if field.required {
        let message = format!("`{at}` is required, but its description says that it is not");
        (EvidenceKind::Optional, message)
    } else {
        let message = format!("`{at}` is optional, but its description says that it is required");
        (EvidenceKind::Required, message)
    };
    if let Some(evidence) = page.evidence.find(&at, opposite) {
        let diagnostic = diagnostic(context, LINT.level, at, field, message);
        return Some(diagnostic.evidence(&page.source, evidence.span, "says otherwise"));
    }
    if !field.required || field.facts.required_if.is_none() {
        return None;
    }
    let message = format!("`{at}` is required, but its description says only under a condition");
    Some(diagnostic(context, LINT.level, at, field, message))
}

fn contradicted_by_siblings(
    context: &Context<'_>,
    group: &[Sibling<'_>],
    one: &Sibling<'_>,
) -> Option<Diagnostic> {
    // Where the column is not read, nothing is known of the flag.
    context.place(&one.at, Meaning::Required)?;
    let others = outvoting(group, one)?;
    let witness = others.first()?;
    let place = context.place(&witness.at, Meaning::Required)?;
    let (here, there) = (word(one.field.required), word(!one.field.required));
    let message = format!(
        "`{}` is {here} here, but {there} in the {} others described alike",
        one.at,
        others.len()
    );
    let diagnostic = diagnostic(context, Level::Warn, one.at.clone(), one.field, message);
    Some(diagnostic.evidence_at(Some(place), format!("{there} in {}", witness.at.owner)))
}

/// Lists the siblings described in the same words, where they are enough and all have the opposite
/// flag.
fn outvoting<'a>(group: &'a [Sibling<'a>], one: &Sibling<'_>) -> Option<Vec<&'a Sibling<'a>>> {
    let is_unconditional = |one: &Sibling<'_>| one.field.facts.required_if.is_none();
    let others: Vec<_> = group
        .iter()
        .filter(|other| other.at != one.at && one.is_described_as(other))
        .filter(|other| is_unconditional(other))
        .collect();
    let all_opposite = others
        .iter()
        .all(|other| other.field.required != one.field.required);
    (is_unconditional(one) && all_opposite && others.len() >= ENOUGH).then_some(others)
}

fn diagnostic(
    context: &Context<'_>,
    level: Level,
    at: ItemPath,
    field: &Field,
    message: String,
) -> Diagnostic {
    let expected = !field.required;
    let reason = format!("The page itself says that it is {}.", word(expected));
    let (docs, value) = (field.required.into(), expected.into());
    let place = context.place(&at, Meaning::Required);
    let mut diagnostic = LINT
        .diagnostic_at(level, message)
        .label_at(place, format!("expected {}", word(expected)))
        .found(word(field.required))
        .expected(word(expected))
        .help("correct the cell, or paste into overrides.yaml:")
        .suggest_override(value_override(&at, "required", docs, value, reason))
        .about(at);
    diagnostic.patch = word_of_page(context, expected);
    diagnostic
}

/// Finds the word that the page's own cells have for a flag: `Yes`, `Required`, `是`.
fn word_of_page(context: &Context<'_>, required: bool) -> Option<String> {
    let mut fields = context.schema.fields();
    let (source, span) = fields.find_map(|(at, field)| {
        let place = context.place(&at, Meaning::Required)?;
        (field.required == required).then_some(place)
    })?;
    Some(source.slice(span).to_owned())
}

fn word(required: bool) -> &'static str {
    if required { "required" } else { "optional" }
}
