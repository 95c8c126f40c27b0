//! Unions: the types that a sentence names before its list, “a String, an Array of Text, or any of
//! the following”, in; members out.

use super::type_cell;
use super::words::{ascii_words, sentences};
use crate::block::Text;
use crate::dialect::Dialect;
use crate::source::Span;
use crate::ty::Type;

/// The members that the sentence which announces a list names itself, with the sentence's place.
pub(super) fn announced(paragraphs: &[&Text], dialect: &Dialect) -> Vec<(Type, Span)> {
    for text in paragraphs {
        let plain = text.plain();
        for range in sentences(&plain) {
            let sentence = &plain[range.clone()];
            let Some(list) = dialect.unions.find(sentence) else {
                continue;
            };
            let span = text.span_of(range);
            let members = named(&sentence[..list.start()], dialect).into_iter();
            return members.filter_map(|member| Some((member, span?))).collect();
        }
    }
    Vec::new()
}

/// The built-in types and the arrays that a text names.
fn named(text: &str, dialect: &Dialect) -> Vec<Type> {
    let words = ascii_words(text)
        .filter(|word| text[word.clone()].starts_with(|c: char| c.is_ascii_uppercase()));
    let members = words.filter_map(|word| {
        let (before, name, after) = (&text[..word.start], &text[word.clone()], &text[word.end..]);
        let before = before.to_ascii_lowercase();
        let array = dialect
            .types
            .array_before
            .iter()
            .any(|words| before.ends_with(words))
            || dialect
                .types
                .array_after
                .iter()
                .any(|words| after.trim_start().starts_with(words));
        let builtin = type_cell::builtin(name, &dialect.types);
        match (array, builtin) {
            (true, builtin) => Some(Type::array(builtin.unwrap_or_else(|| Type::named(name)))),
            (false, builtin) => builtin,
        }
    });
    members.collect()
}
