//! The facts of a parameter or a field, a short sentence each.

use schema::schema::{Facts, Format, Limits, Scalar};

use crate::doc::escape;

/// Describes facts, in a fixed order.
pub(crate) fn describe_facts(facts: &Facts) -> Vec<String> {
    let values: Vec<String> = facts.values.iter().map(scalar_code).collect();
    let one_of = (!values.is_empty()).then(|| format!("One of {}.", values.join(", ")));
    let constant = facts.constant.as_ref();
    let default = facts.default.as_ref();
    let all = [
        constant.map(|value| format!("Always {}.", scalar_code(value))),
        one_of,
        facts.range.and_then(|limits| describe_limits(limits, "")),
        facts
            .length
            .and_then(|limits| describe_limits(limits, " characters")),
        facts
            .bytes
            .and_then(|limits| describe_limits(limits, " bytes")),
        facts
            .items
            .and_then(|limits| describe_limits(limits, " items")),
        facts
            .local_limits
            .and_then(|limits| describe_limits(limits, ""))
            .map(|limits| format!("On a server of your own: {limits}")),
        default.map(|value| format!("Default: {}.", scalar_code(value))),
        facts.format.map(describe_format),
        facts.attach.then(|| "May be a file to upload.".to_owned()),
        facts.required_if.as_deref().and_then(describe_condition),
    ];
    all.into_iter().flatten().collect()
}

/// Describes the bounds of something that is counted in `unit`.
fn describe_limits(limits: Limits, unit: &str) -> Option<String> {
    match (limits.min, limits.max) {
        (Some(min), Some(max)) if min == max => Some(format!("Exactly {min}{unit}.")),
        (Some(0), Some(max)) if !unit.is_empty() => Some(format!("At most {max}{unit}.")),
        (Some(min), Some(max)) => Some(format!("{min} to {max}{unit}.")),
        (Some(min), None) => Some(format!("At least {min}{unit}.")),
        (None, Some(max)) => Some(format!("At most {max}{unit}.")),
        (None, None) => None,
    }
}

fn describe_format(format: Format) -> String {
    match format {
        Format::UnixTime => "Seconds since 1970-01-01 UTC.".to_owned(),
    }
}

fn describe_condition(condition: &str) -> Option<String> {
    let words: Vec<String> = condition.split_whitespace().map(mark_name).collect();
    let text = escape::paragraph(words.join(" ").trim_end_matches('.'));
    (!text.is_empty()).then(|| format!("Required if {text}."))
}

/// Marks a word that must be a name as code: `chat_id,` becomes `` `chat_id`, ``.
fn mark_name(word: &str) -> String {
    let name = word.trim_end_matches(',');
    if name.contains('_') && !name.contains('`') {
        return word.replacen(name, &format!("`{name}`"), 1);
    }
    word.to_owned()
}

/// A constant as code.
fn scalar_code(value: &Scalar) -> String {
    escape::code(&value.to_string())
}
