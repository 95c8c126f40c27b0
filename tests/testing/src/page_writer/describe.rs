//! Facts in the words of a dialect: a sentence each.

use schema::schema::{Facts, Field, Format, Limits, Scalar};

use super::Words;

/// A description that states the facts of a field, escaped for a cell.
pub(super) fn describe_facts(field: &Field, words: &Words) -> String {
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
    } = &field.facts;
    let one = |pattern: &str, value: &Scalar| pattern.replace('@', &print_quoted(value));
    let both = |patterns: &[&str; 2], limits: &Limits| describe_bounds(patterns, *limits);
    let sentences = [
        required_if.as_ref().map(|names| {
            words
                .required_if
                .replace('@', &describe_condition(names, words))
        }),
        Some(words.plain.to_owned()),
        constant.as_ref().map(|value| one(words.constant, value)),
        (!values.is_empty()).then(|| words.values.replace('@', &describe_choice(values, words))),
        length.as_ref().map(|limits| both(&words.length, limits)),
        bytes.as_ref().map(|limits| both(&words.bytes, limits)),
        items.as_ref().map(|limits| both(&words.items, limits)),
        range
            .as_ref()
            .map(|limits| both(&[words.range, ""], limits)),
        format
            .as_ref()
            .map(|Format::UnixTime| words.unix_time.to_owned()),
        attach.then(|| words.attach.to_owned()),
        default
            .as_ref()
            .map(|value| words.default.replace('@', &print_bare(value))),
    ];
    let sentences = sentences.into_iter().flatten();
    sentences
        .map(|sentence| sentence + words.stop)
        .collect::<Vec<_>>()
        .join(" ")
}

fn describe_bounds(patterns: &[&str; 2], limits: Limits) -> String {
    let max = limits.max.unwrap_or_default().to_string();
    match limits.min {
        Some(min) => patterns[0]
            .replace('<', &min.to_string())
            .replace('>', &max),
        None => patterns[1].replace('>', &max),
    }
}

/// The names in “a, b and c are not specified”, in the dialect's words.
fn describe_condition(text: &str, words: &Words) -> String {
    let names = text
        .trim_end_matches(" is not specified")
        .trim_end_matches(" are not specified");
    names
        .replace(" and ", words.and[1])
        .replace(", ", words.and[0])
}

fn describe_choice(values: &[Scalar], words: &Words) -> String {
    let values: Vec<String> = values.iter().map(print_bare).collect();
    match values.as_slice() {
        [first @ .., last] => format!("{}{}{last}", first.join(words.and[0]), words.or),
        [] => String::new(),
    }
}

/// A value as a page writes it: texts in quotes, the rest without.
fn print_bare(value: &Scalar) -> String {
    match value {
        Scalar::String(_) => print_quoted(value),
        other => other.to_string(),
    }
}

fn print_quoted(value: &Scalar) -> String {
    match value {
        Scalar::String(text) => format!("“{}”", escape_markup(text)),
        other => format!("“{other}”"),
    }
}

/// Every mark that Markdown could take for markup, with a backslash before it.
fn escape_markup(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        if c.is_ascii_punctuation() {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
