//! `empty-range`: bounds between which no value lies.

use crate::account::Meaning;
use crate::lint::support::value_override;
use crate::lint::{Context, Example, Lint};
use schema::diagnostic::{Diagnostic, Level};
use schema::overrides::Override;
use schema::path::ItemPath;
use schema::schema::{Field, Limits};
use schema::source::{Source, Span};

pub(crate) static LINT: Lint = Lint {
    code: "empty-range",
    level: Level::Error,
    summary: "a range, or bounds of a length, that no value can meet",
    what_it_does: "\
Reports bounds that no value can meet: a lower bound above the upper one, or a length, a size or a
number of items that would be negative or always 0.",
    why_it_matters: "\
The bounds were swapped or mistyped: every value would be refused.",
    how_to_fix: "\
Correct the bounds on the page. If the page can't be changed, add the override that the finding
suggests.",
    example: Example {
        page: "\
## sendNote

Returns True on success.

| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| text | String | Yes | What to say, ▸64-1 characters |",
        others: &[],
        message: "no value of `sendNote.text` can lie within its length, `64..1`",
        fix: ("64-1", "1-64"),
    },
    deny_lowering: false,
    superseded_by: &["impossible-value"],
    check: Some(check),
};

/// The most bytes that stand between the two bounds of a description, as in “1 and at most 64”.
const BETWEEN: usize = 12;

fn check(context: &Context<'_>) -> Vec<Diagnostic> {
    let fields = context.schema.fields();
    fields
        .filter_map(|(at, field)| diagnostic(context, at, field))
        .collect()
}

/// Lists the bounds of a field, each with its key and whether they count something.
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

/// Tells whether no value lies between the bounds. A count is at least 0, and one that is always 0
/// is a mistake too: `0-0 characters`.
pub(super) fn is_empty(limits: Limits, counts: bool) -> bool {
    let inverted = matches!((limits.min, limits.max), (Some(min), Some(max)) if min > max);
    let negative = limits.min.is_some_and(|min| min < 0);
    let nothing = limits.max.is_some_and(|max| max <= 0);
    inverted || (counts && (negative || nothing))
}

fn diagnostic(context: &Context<'_>, at: ItemPath, field: &Field) -> Option<Diagnostic> {
    let (key, _, limits) = bounds(field).find(|(_, counts, limits)| is_empty(*limits, *counts))?;
    let printed = print(limits);
    let place = context
        .place(&at, Meaning::Description)
        .map(|(source, cell)| (source, find_bounds(source, cell, limits)));
    let diagnostic = LINT
        .diagnostic(format!(
            "no value of `{at}` can lie within its {key}, `{printed}`"
        ))
        .label_at(place, "nothing lies between these")
        .found(printed);
    let diagnostic = match (limits.min, limits.max) {
        (Some(min), Some(max)) if min > max => {
            let swapped = Limits {
                min: Some(max),
                max: Some(min),
            };
            diagnostic
                .expected(print(swapped))
                .suggest_override(swap_override(&at, key, limits, swapped)?)
                .help("swap the two bounds, or paste into overrides.yaml:")
        }
        _ => diagnostic.help("correct the bounds"),
    };
    Some(diagnostic.about(at))
}

fn swap_override(at: &ItemPath, key: &str, found: Limits, swapped: Limits) -> Option<Override> {
    let docs = serde_yaml::to_value(found).ok()?;
    let value = serde_yaml::to_value(swapped).ok()?;
    let reason = "The page has the two bounds the wrong way round.".to_owned();
    Some(value_override(at, key, docs, value, reason))
}

/// Prints bounds on one line, `1..64`.
pub(super) fn print(limits: Limits) -> String {
    let number = |bound: Option<i64>| bound.map_or(String::new(), |bound| bound.to_string());
    format!("{}..{}", number(limits.min), number(limits.max))
}

/// Finds the bounds in a description, `64-1` in “What to say, 64-1 characters”; the whole cell
/// where they are written in another way.
fn find_bounds(source: &Source, cell: Span, limits: Limits) -> Span {
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
