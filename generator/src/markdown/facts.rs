//! Facts in words: a sentence each, in the phrases that the reader knows.

use schema::schema::{Facts, Format, Limits, Scalar};

/// Describes the facts of a parameter or a field.
pub(super) fn describe_facts(facts: &Facts) -> Vec<String> {
    let Facts {
        constant,
        values,
        default,
        range,
        length,
        bytes,
        items,
        local_limits: _, // No page states them.
        format,
        attach,
        required_if,
    } = facts;
    let sentences = [
        required_if
            .as_ref()
            .map(|when| format!("Required if {when}")),
        constant
            .as_ref()
            .map(|value| format!("Always {}", quote(value))),
        (!values.is_empty()).then(|| format!("One of {}", list_values(values))),
        length.map(|limits| describe_count(limits, "characters")),
        bytes.map(|limits| describe_count(limits, "bytes")),
        items.map(|limits| format!("Must include {}", describe_count(limits, "items"))),
        range.map(describe_range),
        format.map(|Format::UnixTime| "In Unix time".to_owned()),
        attach.then(|| "Can be attach://name".to_owned()),
        default
            .as_ref()
            .map(|value| format!("Defaults to {}", print_value(value))),
    ];
    let sentences = sentences.into_iter().flatten();
    sentences
        .map(|text| format!("{}.", text.trim_end_matches('.')))
        .collect()
}

fn describe_count(limits: Limits, unit: &str) -> String {
    match (limits.min, limits.max) {
        (Some(min), Some(max)) => format!("{min}-{max} {unit}"),
        (Some(min), None) => format!("At least {min} {unit}"),
        (None, Some(max)) => format!("At most {max} {unit}"),
        (None, None) => String::new(),
    }
}

fn describe_range(limits: Limits) -> String {
    match (limits.min, limits.max) {
        (Some(min), Some(max)) => format!("Values between {min}-{max} are accepted"),
        (Some(min), None) => format!("Must be at least {min}"),
        (None, Some(max)) => format!("Must be at most {max}"),
        (None, None) => String::new(),
    }
}

fn list_values(values: &[Scalar]) -> String {
    let values: Vec<String> = values.iter().map(print_value).collect();
    match values.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => values.concat(),
    }
}

/// A text in quotes, anything else without.
fn print_value(value: &Scalar) -> String {
    match value {
        Scalar::String(_) => quote(value),
        other => other.to_string(),
    }
}

/// A value in quotes, in which no mark is markup.
fn quote(value: &Scalar) -> String {
    match value {
        Scalar::String(text) => format!("“{}”", escape_text(text)),
        other => format!("“{other}”"),
    }
}

/// A text in which no mark is markup.
fn escape_text(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        if c.is_ascii_punctuation() && c != '_' && c != '-' && c != '/' {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
