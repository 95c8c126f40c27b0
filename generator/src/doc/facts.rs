//! The facts of a parameter or a field, a short sentence each.

use schema::schema::{Facts, Format, Limits, Scalar};

use crate::doc::escape;

/// The facts in a fixed order.
pub(crate) fn sentences(facts: &Facts) -> Vec<String> {
    let values: Vec<String> = facts.values.iter().map(scalar).collect();
    let one_of = (!values.is_empty()).then(|| format!("One of {}.", values.join(", ")));
    let constant = facts.constant.as_ref();
    let default = facts.default.as_ref();
    let all = [
        constant.map(|value| format!("Always {}.", scalar(value))),
        one_of,
        facts.range.and_then(|limits| limited(limits, "")),
        facts
            .length
            .and_then(|limits| limited(limits, " characters")),
        facts.bytes.and_then(|limits| limited(limits, " bytes")),
        facts.items.and_then(|limits| limited(limits, " items")),
        default.map(|value| format!("Default: {}.", scalar(value))),
        facts.format.map(format_of),
        facts.attach.then(|| "May be a file to upload.".to_owned()),
        facts.required_if.as_deref().and_then(required_if),
    ];
    all.into_iter().flatten().collect()
}

/// The bounds of something that is counted in `unit`.
fn limited(limits: Limits, unit: &str) -> Option<String> {
    match (limits.min, limits.max) {
        (Some(min), Some(max)) if min == max => Some(format!("Exactly {min}{unit}.")),
        (Some(0), Some(max)) if !unit.is_empty() => Some(format!("At most {max}{unit}.")),
        (Some(min), Some(max)) => Some(format!("{min} to {max}{unit}.")),
        (Some(min), None) => Some(format!("At least {min}{unit}.")),
        (None, Some(max)) => Some(format!("At most {max}{unit}.")),
        (None, None) => None,
    }
}

fn format_of(format: Format) -> String {
    match format {
        Format::UnixTime => "Seconds since 1970-01-01 UTC.".to_owned(),
    }
}

fn required_if(condition: &str) -> Option<String> {
    let words = condition.split_whitespace().map(|word| {
        let bare = word.trim_end_matches(',');
        match bare.contains('_') && !bare.contains('`') {
            true => word.replacen(bare, &format!("`{bare}`"), 1),
            false => word.to_owned(),
        }
    });
    let text = words.collect::<Vec<_>>().join(" ");
    let text = escape::paragraph(text.trim_end_matches('.'));
    (!text.is_empty()).then(|| format!("Required if {text}."))
}

/// A constant as code.
fn scalar(value: &Scalar) -> String {
    let text = match value {
        Scalar::Boolean(value) => value.to_string(),
        Scalar::Integer(value) => value.to_string(),
        Scalar::Float(value) => value.to_string(),
        Scalar::String(text) => text.clone(),
    };
    escape::code(&text)
}
