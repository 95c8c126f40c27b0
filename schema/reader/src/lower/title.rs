//! Titles: a heading in, the name of a method or a type out.

use crate::block::{Style, Text};
use crate::dialect::Dialects;
use schema::ty::is_method_name;
use schema::{Span, is_identifier};

/// The two kinds of item that a section defines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ItemKind {
    Method,
    Type,
}

/// The name in a heading.
pub(crate) struct Title {
    pub(crate) kind: ItemKind,
    pub(crate) name: String,
    pub(crate) span: Span,
}

/// Reads the name in a heading. A type's name begins with a capital, a method's does not.
///
/// | heading | name |
/// | --- | --- |
/// | `sendPhoto`, `sendPhoto (sends a photo)`, `sendPhoto（发送照片）` | `sendPhoto` |
/// | `Send a photo (sendPhoto)`, `照片对象（PhotoSize）` | the one in parentheses, which has a hump |
/// | `` `send_photo` 发送照片`` | `send_photo`, in code |
/// | `send_photo 发送照片`, `sendPhoto - sends a photo` | the first word, where no sentence goes on |
/// | `chat.post`, `/message/create`, `` `.reload` 重新加载`` | the words and their dots and slashes, but for the first slash |
/// | `3.1 sendPhoto`, `sendPhoto ¶` | without the number of a chapter, or a link to itself |
/// | `Photo object`, `Method sendPhoto` | the word beside that for a method or a type |
/// | `发送照片 sendPhoto` | the last word, where all others are of another script |
/// | `sendPhoto limits`, `` `sendPhoto` examples`` | none |
pub(crate) fn read_title(text: &Text, dialects: &Dialects) -> Option<Title> {
    let plain = text.plain();
    let heading = strip_marks(&plain);
    let name = alone(heading)
        .or_else(|| path_alone(text, heading))
        .or_else(|| in_parentheses(heading))
        .or_else(|| leading(text, heading, dialects))
        .or_else(|| beside_noun(heading, dialects))
        .or_else(|| trailing(heading))
        .filter(|name| is_identifier(name) || is_path(name))?;
    let start = plain.find(name)?;
    let span = text.span_of(start..start + name.len())?;
    let kind = if name.starts_with(|c: char| c.is_ascii_uppercase()) {
        ItemKind::Type
    } else {
        ItemKind::Method
    };
    Some(Title {
        kind,
        name: name.to_owned(),
        span,
    })
}

/// A heading without the number of its chapter, and without the sign that links to it.
///
/// For example, generators of documentation write `3.1. sendPhoto¶`, and some link with a space of
/// no width.
fn strip_marks(heading: &str) -> &str {
    let heading = heading.trim().trim_end_matches(is_link_sign);
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | '、' | '．');
    let rest = heading.trim_start_matches(is_number);
    let number = &heading[..heading.len() - rest.len()];
    // “3 sendPhoto” may count something.
    let is_chapter = number.starts_with(|c: char| c.is_ascii_digit())
        && number.contains(|c: char| !c.is_ascii_digit())
        && (rest.starts_with(char::is_whitespace) || number.ends_with('、'));
    if is_chapter {
        rest.trim_start()
    } else {
        heading
    }
}

fn is_link_sign(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '¶' | '#' | '§' | '🔗' | '\u{200b}'..='\u{200d}' | '\u{feff}'
        )
}

/// The whole heading, up to a parenthesis.
fn alone(heading: &str) -> Option<&str> {
    let name = heading.split(['（', '(']).next()?.trim();
    is_identifier(name).then_some(name)
}

/// A name with dots or slashes, alone or in code at the beginning.
fn path_alone<'t>(text: &Text, heading: &'t str) -> Option<&'t str> {
    let heading = heading.trim();
    let first = text.runs().iter().find(|run| !run.text.trim().is_empty())?;
    let end = match first.style {
        Style::Code => first.text.trim().len(),
        _ => heading.find(['（', '(']).unwrap_or(heading.len()),
    };
    let name = heading.get(..end)?.trim().trim_start_matches('/');
    let is_marked = name.contains(['.', '/']) || name.starts_with('_');
    (is_path(name) && is_marked).then_some(name)
}

/// Checks whether a name is some words with dots or slashes between them, or a dot before them.
fn is_path(name: &str) -> bool {
    let words = name.strip_prefix('.').unwrap_or(name);
    is_method_name(name)
        && words.split(['.', '/']).all(is_identifier)
        && words.starts_with(|c: char| c.is_ascii_lowercase() || c == '_')
}

/// The name in parentheses at the end of a heading.
fn in_parentheses(heading: &str) -> Option<&str> {
    let inner = heading.trim().strip_suffix([')', '）'])?;
    let (before, name) = inner.rsplit_once(['(', '（'])?;
    Some(name.trim()).filter(|name| is_compound(name) || stands_apart(before, name))
}

/// The name that a heading begins with, in code or else before anything but a sentence.
fn leading<'t>(text: &Text, heading: &'t str, dialects: &Dialects) -> Option<&'t str> {
    let heading = heading.trim_start();
    let end = heading.find(|c: char| !c.is_ascii_alphanumeric() && c != '_')?;
    let (name, rest) = heading.split_at(end);
    let rest = rest.trim_start();
    let first = text.runs().iter().find(|run| !run.text.trim().is_empty())?;
    let is_code = first.style == Style::Code && first.text.trim() == name;
    let goes_on = rest.starts_with(|c: char| c.is_ascii());
    let is_apart = !goes_on || rest.starts_with(['-', ':', '|']);
    let is_name = is_code || (is_apart && is_compound(name));
    (is_name && !dialects.is_part_alone(rest)).then_some(name)
}

/// The one word beside those that say what it is the name of: “Object: Photo”.
fn beside_noun<'t>(heading: &'t str, dialects: &Dialects) -> Option<&'t str> {
    let words = heading.split(|c: char| c.is_whitespace() || [':', '：', '`'].contains(&c));
    let words = words.filter(|word| !word.is_empty());
    let (nouns, others): (Vec<&str>, Vec<&str>) =
        words.partition(|word| dialects.is_item_noun(word));
    match others.as_slice() {
        [name] if !nouns.is_empty() => Some(name),
        _ => None,
    }
}

/// The name at the end, where everything before it is of another script.
fn trailing(heading: &str) -> Option<&str> {
    let (before, name) = heading.rsplit_once(char::is_whitespace)?;
    (is_other_script(before) && (is_compound(name) || stands_apart(before, name))).then_some(name)
}

/// Checks whether a text has letters, and none of them is ASCII's.
fn is_other_script(text: &str) -> bool {
    text.contains(char::is_alphabetic) && !text.contains(|c: char| c.is_ascii_alphabetic())
}

/// Checks whether a word is set apart from a text of another script as the name of a type is: `Guild`
/// in “公会 Guild”, and not `API`.
fn stands_apart(before: &str, name: &str) -> bool {
    is_other_script(before)
        && name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.contains(|c: char| c.is_ascii_lowercase())
}

/// Checks whether a name has a hump or an underscore, `sendPhoto`, `send_photo`: no word of prose
/// has.
pub(super) fn is_compound(name: &str) -> bool {
    (is_identifier(name) || is_path(name)) && (name.contains('_') || has_hump(name))
}

/// Checks whether a name has a hump, `sendPhoto`, `PhotoSize`: no word of prose has.
pub(crate) fn has_hump(name: &str) -> bool {
    let mut any_lower = name.starts_with(|c: char| c.is_ascii_lowercase());
    for c in name.chars().skip(1) {
        if any_lower && c.is_ascii_uppercase() {
            return true;
        }
        any_lower |= c.is_ascii_lowercase();
    }
    false
}
