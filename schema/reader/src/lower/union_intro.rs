//! Unions: the types that a sentence names before its list, “a String, an Array of Text, or any of
//! the following”, in; members out.

use super::text::{ascii_words, sentences};
use crate::block::Text;
use crate::dialect::Dialect;
use crate::tables::type_cell;
use schema::source::Span;
use schema::ty::Type;

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
    let words = ascii_words(text).filter(|word| is_name(&text[word.clone()]));
    let members = words.filter_map(|word| {
        let (before, name, after) = (&text[..word.start], &text[word.clone()], &text[word.end..]);
        let mut behind = dialect.types.array_after.iter();
        let behind = behind.any(|words| after.trim_start().starts_with(words));
        let arrays = arrays_before(before, dialect) + usize::from(behind);
        let builtin = type_cell::builtin(name, &dialect.types);
        if arrays == 0 {
            return builtin;
        }
        let item = builtin.unwrap_or_else(|| Type::named(name));
        Some((0..arrays).fold(item, |item, _| Type::array(item)))
    });
    members.collect()
}

/// Whether a word could be a type's name. The word for a list is none.
fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase()) && word != "Array"
}

/// How often a text ends by saying that a list follows.
fn arrays_before(text: &str, dialect: &Dialect) -> usize {
    let lower = text.to_ascii_lowercase();
    let mut rest = lower.as_str();
    for arrays in 0..type_cell::MAX_DEPTH {
        let mut words = dialect.types.array_before.iter();
        match words.find_map(|words| rest.strip_suffix(words)) {
            Some(before) => rest = before,
            None => return arrays,
        }
    }
    type_cell::MAX_DEPTH
}
