//! Union introductions: the members that a sentence names before its list, “a String, an Array of
//! Text, or any of the following”.

use super::text::{ascii_words, sentences};
use super::type_words::{is_name, list_after, lists_before};
use crate::block::Text;
use crate::dialect::Dialect;
use crate::tables::type_cell;
use schema::{Span, Type};

/// Finds the members that the sentence which announces a list names itself, each with the
/// sentence's place.
pub(super) fn announced_members(paragraphs: &[&Text], dialect: &Dialect) -> Vec<(Type, Span)> {
    for text in paragraphs {
        let plain = text.plain();
        for range in sentences(&plain) {
            let sentence = &plain[range.clone()];
            let Some(list) = dialect.unions.find(sentence) else {
                continue;
            };
            let Some(span) = text.span_of(range) else {
                return Vec::new();
            };
            let members = named_types(&sentence[..list.start()], dialect).into_iter();
            return members.map(|member| (member, span)).collect();
        }
    }
    Vec::new()
}

/// The built-in types and the arrays that a text names. Another name alone may be that of the union:
/// “This object is a RichText. It can be a String or one of …” names the `String` only.
fn named_types(text: &str, dialect: &Dialect) -> Vec<Type> {
    ascii_words(text)
        .filter(|word| is_name(&text[word.clone()]))
        .filter_map(|word| {
            let before = &text[..word.start];
            named_type(before, &text[word.clone()], &text[word.end..], dialect)
        })
        .collect()
}

fn named_type(before: &str, name: &str, after: &str, dialect: &Dialect) -> Option<Type> {
    let builtin = type_cell::builtin_type(name, dialect);
    let (arrays_before, _) = lists_before(before, dialect);
    let arrays = arrays_before + list_after(after, dialect).0;
    if arrays == 0 {
        return builtin;
    }
    let item = builtin.unwrap_or_else(|| Type::named(name));
    Some((0..arrays).fold(item, |item, _| Type::array(item)))
}
