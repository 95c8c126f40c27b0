//! `empty-range`: bounds between which nothing lies.

use crate::lint::{Context, Example, Lint};
use crate::page::Part;
use schema::diagnostic::{Diagnostic, Level};
use schema::overrides::Override;
use schema::path::ItemPath;
use schema::schema::{Field, Limits};
use schema::source::{Source, Span};

pub(crate) static LINT: Lint = Lint {
    code: "empty-range",
    level: Level::Error,
    summary: "a range, or bounds of a length, that no value can meet",
    explanation: "\
A range whose lower bound lies above its upper one allows nothing, and no text has fewer than 0
characters. The bounds were swapped or mistyped: every value would be refused.",
    bad: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say, 64-1 characters |",
    ),
    good: Example::page(
        "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say, 1-64 characters |",
    ),
    deny_lowering: false,
    superseded_by: &["impossible-value"],
    check: Some(check),
};

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let fields = context.schema.fields();
    fields
        .filter_map(|(at, field)| diagnostic(context, at, field))
        .collect()
}

/// The bounds of a field, each with its key and whether they count something.
fn bounds(field: &Field) -> impl Iterator<Item = (&'static str, bool, Limits)> {
    let facts = &field.facts;
    let all = [
        ("range", false, facts.range),
        ("length", true, facts.length),
        ("bytes", true, facts.bytes),
        ("items", true, facts.items),
    ];
    all.into_iter()
        .filter_map(|(key, counts, limits)| Some((key, counts, limits?)))
}

/// Whether no value lies between the bounds, or the lower one of a count below 0.
pub(super) fn is_empty(limits: Limits, counts: bool) -> bool {
    let inverted = matches!((limits.min, limits.max), (Some(min), Some(max)) if min > max);
    let negative = limits.min.is_some_and(|min| min < 0);
    let nothing = limits.max.is_some_and(|max| max <= 0);
    inverted || (counts && (negative || nothing))
}

fn diagnostic(context: &Context<'_>, at: ItemPath, field: &Field) -> Option<Diagnostic> {
    let mut all = bounds(field);
    let (key, _, limits) = all.find(|(_, counts, limits)| is_empty(*limits, *counts))?;
    let shown = print(limits);
    let message = format!("no value of `{at}` can lie within its {key}, `{shown}`");
    let found = Diagnostic::new(LINT.code, LINT.level, message).found(&shown);
    let found = match context.place(&at, Part::Description) {
        Some((source, span)) => {
            let place = place(source, span, limits);
            found.label(source, place, "nothing lies between these")
        }
        None => found,
    };
    let found = match (limits.min, limits.max) {
        (Some(min), Some(max)) if min > max => {
            let turned = Limits {
                min: Some(max),
                max: Some(min),
            };
            let found = found.expected(print(turned));
            found.suggest_override(mend(&at, key, limits, turned)?)
        }
        _ => found,
    };
    let help = match found.suggested_override {
        Some(_) => "swap the two bounds, or paste into overrides.yaml:",
        None => "mend the bounds",
    };
    Some(found.help(help).about(at))
}

fn mend(at: &ItemPath, key: &str, found: Limits, turned: Limits) -> Option<Override> {
    Some(Override {
        at: at.clone(),
        set: key.to_owned(),
        docs: serde_yaml::to_value(found).ok()?,
        value: serde_yaml::to_value(turned).ok()?,
        reason: "The page has the two bounds the wrong way round.".to_owned(),
    })
}

/// Bounds on one line, `1..64`.
pub(super) fn print(limits: Limits) -> String {
    let number = |bound: Option<i64>| bound.map_or(String::new(), |bound| bound.to_string());
    format!("{}..{}", number(limits.min), number(limits.max))
}

/// Where the description states the bounds; all of it where they are written in another way.
fn place(source: &Source, cell: Span, limits: Limits) -> Span {
    let (Some(min), Some(max)) = (limits.min, limits.max) else {
        return cell;
    };
    let (min, max) = (min.to_string(), max.to_string());
    let text = source.slice(cell);
    let mut starts = text.match_indices(&min).map(|(start, _)| start);
    let range = starts.find_map(|start| {
        let rest = &text[start + min.len()..];
        let gap = rest.find(&max).filter(|gap| *gap <= BETWEEN)?;
        let is_alone = !rest[..gap].contains(|c: char| c.is_ascii_digit());
        is_alone.then(|| start..start + min.len() + gap + max.len())
    });
    range.map_or(cell, |range| {
        source.span(cell.start() + range.start..cell.start() + range.end)
    })
}

/// How many bytes stand between two bounds at most.
const BETWEEN: usize = 12;
