//! `required-conflict`: a required flag that the prose or the siblings contradict.

use std::collections::HashSet;

use crate::lint::siblings::{Sibling, Siblings};
use crate::lint::{Context, Example, Lint};
use crate::page::{EvidenceKind, Part};
use schema::diagnostic::{Diagnostic, Level};
use schema::overrides::Override;
use schema::path::ItemPath;
use schema::schema::Field;

pub(crate) static LINT: Lint = Lint {
    code: "required-conflict",
    level: Level::Error,
    summary: "a required flag that the description, or the same parameter elsewhere, contradicts",
    explanation: "\
The required column and the description say the same thing twice, and a parameter that is described
in the very same words in many methods is required in all of them or in none. A parameter that is
optional, and required under a condition, is no conflict.",
    bad: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | Optional. What to say |",
    ),
    good: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Optional | Required if group is not specified. What to say |",
    ),
    deny_lowering: false,
    superseded_by: &["unknown-required"],
    check: Some(check),
};

/// How many siblings, described in the very same words, outweigh one.
const ENOUGH: usize = 2;

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let siblings = Siblings::of(context.schema);
    let alone = context
        .schema
        .fields()
        .filter_map(|(at, field)| against_prose(context, at, field));
    let mut found: Vec<_> = alone.collect();
    let said: HashSet<ItemPath> = found.iter().filter_map(|old| old.at.clone()).collect();
    for group in siblings.groups() {
        let silent = group.iter().filter(|one| !said.contains(&one.at));
        found.extend(silent.filter_map(|one| against_siblings(context, group, one)));
    }
    found
}

fn against_prose(context: &Context<'_>, at: ItemPath, field: &Field) -> Option<Diagnostic> {
    let page = context.page?;
    // Without a column of its own, the flag was read from the description.
    page.places.get(&at, Part::Required)?;
    let wrong = if field.required {
        EvidenceKind::Optional
    } else {
        EvidenceKind::Required
    };
    let claim = page.evidence.find(&at, wrong);
    let message = if field.required {
        format!("`{at}` is required, but its description says that it is not")
    } else {
        format!("`{at}` is optional, but its description says that it is required")
    };
    match (claim, field.required && field.facts.required_if.is_some()) {
        (Some(claim), _) => {
            let found = diagnostic(context, LINT.level, at, field, message);
            Some(found.evidence(&page.source, claim.span, "says otherwise"))
        }
        (None, true) => {
            let message =
                format!("`{at}` is required, but its description says only under a condition");
            Some(diagnostic(context, LINT.level, at, field, message))
        }
        (None, false) => None,
    }
}

fn against_siblings(
    context: &Context<'_>,
    group: &[Sibling<'_>],
    one: &Sibling<'_>,
) -> Option<Diagnostic> {
    // Where the column is not read, nothing is known of the flag.
    context.place(&one.at, Part::Required)?;
    let others = outvoting(group, one)?;
    let (here, there) = (word(one.field.required), word(!one.field.required));
    let count = others.len();
    let message = format!(
        "`{}` is {here} here, but {there} in the {count} others described alike",
        one.at
    );
    let found = diagnostic(context, Level::Warn, one.at.clone(), one.field, message);
    let page = context.page?;
    let witness = others.first()?;
    let span = page.places.get(&witness.at, Part::Required)?;
    Some(found.evidence(
        &page.source,
        span,
        format!("{there} in {}", witness.at.owner),
    ))
}

/// The siblings described in the same words: where they are enough and all say the opposite.
fn outvoting<'a>(group: &'a [Sibling<'a>], one: &Sibling<'_>) -> Option<Vec<&'a Sibling<'a>>> {
    let unconditional = |one: &Sibling<'_>| one.field.facts.required_if.is_none();
    let others = group
        .iter()
        .filter(|other| other.at != one.at && one.is_described_as(other));
    let others: Vec<_> = others.filter(|other| unconditional(other)).collect();
    let opposite = others
        .iter()
        .all(|other| other.field.required != one.field.required);
    (unconditional(one) && opposite && others.len() >= ENOUGH).then_some(others)
}

fn diagnostic(
    context: &Context<'_>,
    level: Level,
    at: ItemPath,
    field: &Field,
    message: String,
) -> Diagnostic {
    let expected = !field.required;
    let mend = Override {
        at: at.clone(),
        set: "required".to_owned(),
        docs: field.required.into(),
        value: expected.into(),
        reason: format!("The page itself says that it is {}.", word(expected)),
    };
    let mut found = Diagnostic::new(LINT.code, level, message)
        .found(word(field.required))
        .expected(word(expected))
        .help("correct the cell, or paste into overrides.yaml:")
        .suggest_override(mend);
    found.patch = cell(context, expected);
    let place = context.page.and_then(|page| {
        let span = page.places.get(&at, Part::Required)?;
        Some((&page.source, span))
    });
    let found = match place {
        Some((source, span)) => found.label(source, span, format!("expected {}", word(expected))),
        None => found,
    };
    found.about(at)
}

/// The word that the page's own cells have for it.
fn cell(context: &Context<'_>, required: bool) -> Option<String> {
    let mut fields = context.schema.fields();
    let place = fields.find_map(|(at, field)| {
        let is_it = field.required == required;
        context.place(&at, Part::Required).filter(|_| is_it)
    });
    place.map(|(source, span)| source.slice(span).to_owned())
}

fn word(required: bool) -> &'static str {
    if required { "required" } else { "optional" }
}
