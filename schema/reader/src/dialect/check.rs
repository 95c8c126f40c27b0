//! The patterns that an API adds in, those that are no regular expressions as errors out.

use std::sync::Arc;

use super::load::{expand_text, short_forms};
use schema::reads::{DialectWords, Pattern, Reads};
use schema::{Diagnostic, Source, Span};

/// Reports the patterns of an API's `reads:` that can't be used.
pub fn check_reads(reads: &Reads, source: &Arc<Source>) -> Vec<Diagnostic> {
    let patterns = reads.dialect.patterns().chain([&reads.leave_out]);
    check_patterns(patterns, &reads.dialect, source)
}

/// Reports the patterns of a `dialect.yaml` that can't be used.
pub fn check_dialect(words: &DialectWords, source: &Arc<Source>) -> Vec<Diagnostic> {
    check_patterns(words.patterns(), words, source)
}

fn check_patterns<'p>(
    patterns: impl Iterator<Item = &'p Pattern>,
    words: &DialectWords,
    source: &Arc<Source>,
) -> Vec<Diagnostic> {
    let forms = short_forms(words);
    let bad = patterns.flat_map(Pattern::texts).filter_map(|text| {
        let whole = Pattern::from(expand_text(text.clone(), &forms));
        let error = whole.compile().err()?.to_string();
        // The last line of the error says it in words, those before it show the place.
        let reason = error.lines().last().unwrap_or_default();
        let reason = reason.trim_start_matches("error: ").to_owned();
        let message = format!("`{text}` is no pattern");
        let error = Diagnostic::input_error(message).label(source, place_of(text, source), reason);
        Some(error.help("write a regular expression, in single quotes: `'\\d+ (?:chars|letters)'`"))
    });
    bad.collect()
}

/// The place of a text in a YAML file, in whichever quotes it stands; the file where it is folded.
fn place_of(text: &str, source: &Source) -> Span {
    let in_quotes = [
        text.to_owned(),
        text.replace('\'', "''"),
        text.replace('\\', "\\\\").replace('"', "\\\""),
    ];
    let mut forms = in_quotes.iter();
    let found = forms.find_map(|form| Some((source.text().find(form.as_str())?, form.len())));
    let (start, length) = found.unwrap_or_default();
    source.span(start..start + length)
}
