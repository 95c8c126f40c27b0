//! Types in a sentence: the words that name them, and those that “or” joins.

use std::cmp::Reverse;
use std::ops::Range;

use super::text::ascii_words;
use crate::dialect::Dialect;
use crate::tables::type_cell;
use schema::Type;

/// A type that a text names.
pub(super) struct TypeWord {
    /// The words that name it.
    pub(super) range: Range<usize>,
    pub(super) ty: Type,
}

/// Finds the types that a text names. Those that stand side by side are one: “a String, an Integer
/// or an Array of String” is `String | Integer | Array<String>`.
///
/// `is_type` tells of a name whether the page has it as that of a type.
pub(super) fn find_runs(
    text: &str,
    dialect: &Dialect,
    is_type: impl Fn(&str) -> bool,
) -> Vec<TypeWord> {
    let mut runs: Vec<TypeWord> = Vec::new();
    for word in find_words(text, dialect, is_type) {
        match runs.last_mut() {
            Some(run) if run.range.end > word.range.start => {}
            Some(run) if joins(&text[run.range.end..word.range.start], dialect) => {
                let both = [run.ty.clone(), word.ty];
                run.ty = Type::union(both).unwrap_or_else(|| run.ty.clone());
                run.range.end = word.range.end;
            }
            _ => runs.push(word),
        }
    }
    runs
}

/// Checks whether a text between two types joins them: “ or an ”, “、”.
fn joins(between: &str, dialect: &Dialect) -> bool {
    let words = dialect.types.or.iter().chain(&dialect.types.and);
    let between = between.trim();
    words.into_iter().any(|word| word.trim() == between)
}

/// Finds the words that name a type, each with the list around it.
fn find_words(text: &str, dialect: &Dialect, is_type: impl Fn(&str) -> bool) -> Vec<TypeWord> {
    let words = ascii_words(text);
    let named = words.filter_map(|word| find_type(text, word, dialect, &is_type));
    // Chinese writes words without spaces: “整数或字符串”.
    let others = dialect.types.words.iter();
    let others = others.flat_map(|(ty, words)| words.iter().map(move |word| (ty, word)));
    let others = others.filter(|(_, word)| !word.is_ascii());
    let translated = others.flat_map(|(ty, word)| {
        let places = text.match_indices(word.as_str());
        places.map(|(start, _)| {
            let range = start..start + word.len();
            with_lists(text, range, Type::named(ty), dialect)
        })
    });
    let mut words: Vec<TypeWord> = named.chain(translated).collect();
    words.sort_by_key(|word| (word.range.start, Reverse(word.range.end)));
    words
}

/// Reads the type that a word names: “String”, “string”, a name of the page's, or any name in a list.
fn find_type(
    text: &str,
    word: Range<usize>,
    dialect: &Dialect,
    is_type: impl Fn(&str) -> bool,
) -> Option<TypeWord> {
    let name = &text[word.clone()];
    let is_plain = dialect.returns.plain_types.contains(&name.to_lowercase());
    let builtin = type_cell::builtin_type(name, dialect);
    let is_builtin = is_plain || builtin == Some(Type::InputFile);
    let ty = builtin
        .filter(|_| is_builtin)
        .unwrap_or_else(|| Type::named(name));
    let found = with_lists(text, word, ty, dialect);
    let is_item = is_name(name) && matches!(found.ty, Type::Array(_));
    (is_builtin || is_item || is_type(name)).then_some(found)
}

/// The type of a word, with the lists that the words beside it make of it.
fn with_lists(text: &str, word: Range<usize>, ty: Type, dialect: &Dialect) -> TypeWord {
    let (before, start) = lists_before(&text[..word.start], dialect);
    let (after, length) = list_after(&text[word.end..], dialect);
    TypeWord {
        range: start..word.end + length,
        ty: (0..before + after).fold(ty, |item, _| Type::array(item)),
    }
}

/// Checks whether a word could be a type's name. The word for a list is none.
pub(super) fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase()) && word != "Array"
}

/// The number of times that a text ends by saying that a list follows, “an Array of Array of ”, and
/// where that begins.
pub(super) fn lists_before(text: &str, dialect: &Dialect) -> (usize, usize) {
    let lower = text.to_ascii_lowercase();
    let mut rest = lower.as_str();
    for lists in 0..type_cell::MAX_DEPTH {
        let mut words = dialect.arrays.iter().filter_map(|form| form.prefix());
        match words.find_map(|words| rest.strip_suffix(words)) {
            Some(before) => rest = before,
            None => return (lists, rest.len()),
        }
    }
    (type_cell::MAX_DEPTH, rest.len())
}

/// The number of lists that a text opens by naming, one at most, and the length of their words. The
/// list in “An Array of String” is of what follows.
pub(super) fn list_after(text: &str, dialect: &Dialect) -> (usize, usize) {
    let rest = text.trim_start();
    let lower = rest.to_ascii_lowercase();
    let mut before = dialect.arrays.iter().filter_map(|form| form.prefix());
    if before.any(|word| lower.starts_with(word)) {
        return (0, 0);
    }
    let after = dialect.arrays.iter().filter_map(|form| form.suffix());
    let mut after = after.map(str::trim_start);
    match after.find(|word| lower.starts_with(word)) {
        Some(word) => (1, text.len() - rest.len() + word.len()),
        None => (0, 0),
    }
}
