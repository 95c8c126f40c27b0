//! Type cells: “Array of Integer or String” in, a [`Type`] out.
//!
//! The grammar is that of prose, and where prose is ambiguous the page's habit decides:
//!
//! | cell | type | why |
//! | --- | --- | --- |
//! | `Integer or String` | `Integer \| String` | |
//! | `Array of A or B` | `Array<A> \| B` | “or” joins what stands beside it |
//! | `Array of A and B` | `Array<A \| B>` | “and” joins the items of one list |
//! | `Array of A, B or C` | `Array<A \| B \| C>` | a comma: a list, and “or” only ends it |
//! | `String or Array of String` | `String \| Array<String>` | the array has no list of its own |

use crate::dialect::{Dialect, TypeWords};
use schema::{Type, is_identifier};

/// Other names of the built-in types, on any page, in lower case.
const SYNONYMS: &[(&str, &str)] = &[
    ("integer", "Integer"),
    ("int", "Integer"),
    ("int8", "Integer"),
    ("int16", "Integer"),
    ("int32", "Integer"),
    ("int64", "Integer"),
    ("uint8", "Integer"),
    ("uint16", "Integer"),
    ("uint32", "Integer"),
    ("long", "Integer"),
    ("float", "Float"),
    ("float32", "Float"),
    ("float64", "Float"),
    ("float number", "Float"),
    ("double", "Float"),
    ("string", "String"),
    ("str", "String"),
    ("boolean", "Boolean"),
    ("bool", "Boolean"),
    ("true", "True"),
    ("inputfile", "InputFile"),
];

/// The marks between the members of a union, on any page.
pub(crate) const BARS: &[&str] = &["|", "/"];

/// The longest word for a built-in type, in bytes.
const LONGEST_WORD: usize = 40;

/// Marks around an array's items, in lower case: `Array<X>`.
const BRACKETS: &[(&str, char)] = &[
    ("array<", '>'),
    ("list<", '>'),
    ("array[", ']'),
    ("list[", ']'),
];

/// The most arrays around one another that are read.
pub(crate) const MAX_DEPTH: usize = 8;

/// The longest cell that is read, in bytes.
const LONGEST: usize = 4000;

/// Reads a type cell by the words of a dialect, else by those of another: a translated page may
/// have kept some cells as they were.
///
/// # Errors
///
/// The part of the cell that is no type.
pub(crate) fn read_type(text: &str, dialect: &'static Dialect) -> Result<Type, String> {
    parse(text, &dialect.types).or_else(|part| {
        let others = dialect.and_others().skip(1);
        let mut types = others.filter_map(|other| parse(text, &other.types).ok());
        types.next().ok_or(part)
    })
}

fn parse(text: &str, words: &TypeWords) -> Result<Type, String> {
    if text.len() > LONGEST {
        return Err(text.chars().take(40).chain(['…']).collect());
    }
    parse_union(text, words, 0)
}

/// The built-in type that a word stands for.
pub(crate) fn builtin_type(word: &str, words: &TypeWords) -> Option<Type> {
    if word.len() > LONGEST_WORD {
        return None;
    }
    let lower = word.to_lowercase();
    let mut all = SYNONYMS.iter().chain(words.builtin);
    all.find(|(synonym, _)| *synonym == lower)
        .map(|(_, name)| Type::named(name))
}

/// “A or B”, where either can be an array.
fn parse_union(text: &str, words: &TypeWords, depth: usize) -> Result<Type, String> {
    if depth > MAX_DEPTH {
        return Err(text.to_owned());
    }
    let parts = split_at(text, &[words.or, BARS].concat());
    if let Some((arrays, items)) = listed_items(text, &parts, words) {
        let item = parse_list(items, words, depth)?;
        return Ok((0..arrays).fold(item, |item, _| Type::array(item)));
    }
    let members: Result<Vec<Type>, String> = parts
        .iter()
        .map(|part| parse_member(part, words, depth))
        .collect();
    Type::union(members?).ok_or_else(|| text.to_owned())
}

/// The items of “Array of A, B or C”, and of how many arrays: a comma after “Array of” goes on with
/// its items, so that “or” ends their list, unless another array follows it.
fn listed_items<'t>(text: &'t str, parts: &[&str], words: &TypeWords) -> Option<(usize, &'t str)> {
    let (arrays, first_items) = strip_arrays(parts[0], words);
    let is_list = arrays > 0 && split_at(first_items, words.and).len() > 1;
    let is_last = parts[1..]
        .iter()
        .all(|part| array_items(part, words).is_none());
    (is_list && is_last).then(|| strip_arrays(text, words))
}

fn parse_member(text: &str, words: &TypeWords, depth: usize) -> Result<Type, String> {
    match array_items(text, words) {
        Some(items) if depth < MAX_DEPTH => match array_items(items, words) {
            Some(_) => Ok(Type::array(parse_member(items, words, depth + 1)?)),
            None => Ok(Type::array(parse_list(items, words, depth)?)),
        },
        Some(_) => Err(text.to_owned()),
        None => parse_list(text, words, depth),
    }
}

/// “A, B and C”: one type, or a union of them.
fn parse_list(text: &str, words: &TypeWords, depth: usize) -> Result<Type, String> {
    let parts = split_at(text, &[words.and, words.or, BARS].concat());
    if parts.len() == 1 {
        return parse_name(text, words);
    }
    let members: Result<Vec<Type>, String> = parts
        .iter()
        .map(|part| parse_member(part, words, depth + 1))
        .collect();
    Type::union(members?).ok_or_else(|| text.to_owned())
}

/// The number of arrays that a text opens with, one in another, and the items of the innermost.
fn strip_arrays<'t>(text: &'t str, words: &TypeWords) -> (usize, &'t str) {
    std::iter::successors(Some(text), |text| array_items(text, words))
        .take(MAX_DEPTH)
        .enumerate()
        .last()
        .unwrap_or((0, text))
}

/// Reads a cell that says “object”, and of what fields the next rows say: the number of arrays around
/// it. “array” alone is one of objects there.
pub(crate) fn read_object(text: &str, dialect: &'static Dialect) -> Option<usize> {
    dialect.and_others().find_map(|one| {
        let words = &one.types;
        let (arrays, item) = strip_arrays(text, words);
        let item = item.trim().trim_matches(['`', '*']).to_lowercase();
        let is_in = |list: &[&str]| list.contains(&item.as_str());
        if is_in(words.objects) {
            Some(arrays)
        } else {
            is_in(words.object_arrays).then_some(arrays + 1)
        }
    })
}

/// The items of an array: “Array of X”, “X 数组”, `Array<X>`, `X[]`.
fn array_items<'t>(text: &'t str, words: &TypeWords) -> Option<&'t str> {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let mut before = words.array_before.iter();
    if let Some(before) = before.find(|word| lower.starts_with(**word)) {
        return text.get(before.len()..);
    }
    let mut brackets = BRACKETS.iter();
    let is_open =
        |(open, close): &&(&str, char)| lower.starts_with(open) && lower.ends_with(*close);
    if let Some((open, _)) = brackets.find(is_open) {
        return text.get(open.len()..text.len() - 1);
    }
    let mut after = words.array_after.iter().chain(&["[]"]);
    let items = after.find_map(|word| text.strip_suffix(*word))?;
    (!items.trim().is_empty()).then_some(items)
}

fn parse_name(text: &str, words: &TypeWords) -> Result<Type, String> {
    let whole = text.trim().trim_matches(['`', '*', '“', '”', '"']);
    // “Update object” is the type `Update`.
    let mut nouns = words.nouns.iter();
    let name = nouns.find_map(|noun| whole.strip_suffix(*noun));
    let name = name.unwrap_or(whole).trim();
    // “Array of Strings”.
    let singular = name.strip_suffix('s').unwrap_or(name);
    if let Some(ty) = builtin_type(name, words).or_else(|| builtin_type(singular, words)) {
        return Ok(ty);
    }
    let named = is_identifier(name) && name.starts_with(|c: char| c.is_ascii_uppercase());
    // “Array” alone says nothing of its items.
    if named && name != "Array" {
        Ok(Type::Named(name.to_owned()))
    } else {
        Err(name.to_owned())
    }
}

/// Splits a text at any of the words. Bars inside `Array<A | B>` are left alone.
fn split_at<'t>(text: &'t str, words: &[&str]) -> Vec<&'t str> {
    let mut parts = Vec::new();
    let (mut start, mut at, mut depth) = (0, 0, 0_usize);
    while let Some(next) = text[at..].chars().next() {
        match next {
            '<' | '[' => depth += 1,
            '>' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let word = words
            .iter()
            .filter(|_| depth == 0)
            .find(|word| text[at..].starts_with(**word));
        at += word.map_or(next.len_utf8(), |word| word.len());
        if let Some(word) = word {
            parts.push(&text[start..at - word.len()]);
            start = at;
        }
    }
    parts.push(&text[start..]);
    parts
}
