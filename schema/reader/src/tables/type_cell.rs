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

use crate::dialect::{Dialect, DialectRef};
use schema::{Type, is_identifier};

/// The longest word for a built-in type, in bytes.
const LONGEST_WORD: usize = 40;

/// The most arrays around one another that are read.
pub(crate) const MAX_DEPTH: usize = 8;

/// The longest cell that is read, in bytes.
const LONGEST: usize = 4000;

/// Takes from a type cell what says nothing of the type, and the mark of what may be left out: the
/// rest, and whether there was such a mark.
pub(super) fn strip_marks(text: &str, dialect: DialectRef<'_>) -> (String, bool) {
    let mut text = text.to_owned();
    for one in dialect.and_others() {
        text = one.types.noise.remove(&text).into_owned();
        let lower = text.to_ascii_lowercase();
        let forms = &one.get().optional_forms;
        let inner = forms
            .iter()
            .find_map(|form| form.strip(text.trim(), lower.trim()));
        if let Some(inner) = inner {
            return (inner.to_owned(), true);
        }
    }
    (text, false)
}

/// Reads a type cell by the words of a dialect, else by those of another: a translated page may
/// have kept some cells as they were.
///
/// # Errors
///
/// The part of the cell that is no type.
pub(crate) fn read_type(text: &str, dialect: DialectRef<'_>) -> Result<Type, String> {
    parse(text, &dialect).or_else(|part| {
        let others = dialect.and_others().skip(1);
        let mut types = others.filter_map(|other| parse(text, &other).ok());
        types.next().ok_or(part)
    })
}

fn parse(text: &str, words: &Dialect) -> Result<Type, String> {
    if text.len() > LONGEST {
        return Err(text.chars().take(40).chain(['…']).collect());
    }
    parse_union(text, words, 0)
}

/// The built-in type that a word stands for.
pub(crate) fn builtin_type(word: &str, words: &Dialect) -> Option<Type> {
    if word.len() > LONGEST_WORD {
        return None;
    }
    let name = words.type_of_word(&word.to_lowercase())?;
    Some(name.parse().unwrap_or_else(|_| Type::named(name)))
}

/// “A or B”, where either can be an array.
fn parse_union(text: &str, words: &Dialect, depth: usize) -> Result<Type, String> {
    if depth > MAX_DEPTH {
        return Err(text.to_owned());
    }
    let parts = split_at(text, &[&words.types.or]);
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
fn listed_items<'t>(text: &'t str, parts: &[&str], words: &Dialect) -> Option<(usize, &'t str)> {
    let (arrays, first_items) = strip_arrays(parts[0], words);
    let is_list = arrays > 0 && split_at(first_items, &[&words.types.and]).len() > 1;
    let is_last = parts[1..]
        .iter()
        .all(|part| array_items(part, words).is_none());
    (is_list && is_last).then(|| strip_arrays(text, words))
}

fn parse_member(text: &str, words: &Dialect, depth: usize) -> Result<Type, String> {
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
fn parse_list(text: &str, words: &Dialect, depth: usize) -> Result<Type, String> {
    let parts = split_at(text, &[&words.types.and, &words.types.or]);
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
fn strip_arrays<'t>(text: &'t str, words: &Dialect) -> (usize, &'t str) {
    std::iter::successors(Some(text), |text| array_items(text, words))
        .take(MAX_DEPTH)
        .enumerate()
        .last()
        .unwrap_or((0, text))
}

/// Reads a cell that says “object”, and of what fields the next rows say: the number of arrays around
/// it. “array” alone is one of objects there.
pub(crate) fn read_object(text: &str, dialect: DialectRef<'_>) -> Option<usize> {
    dialect.and_others().find_map(|one| {
        let (arrays, item) = strip_arrays(text, &one);
        let item = item.trim().trim_matches(['`', '*']).to_lowercase();
        if one.types.objects.contains(&item) {
            Some(arrays)
        } else {
            let is_array = one.types.object_arrays.contains(&item);
            is_array.then_some(arrays + 1)
        }
    })
}

/// The items of an array: “Array of X”, “X 数组”, `Array<X>`, `X[]`.
fn array_items<'t>(text: &'t str, words: &Dialect) -> Option<&'t str> {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let mut forms = words.arrays.iter();
    forms.find_map(|form| form.strip(text, &lower))
}

fn parse_name(text: &str, words: &Dialect) -> Result<Type, String> {
    let whole = text.trim().trim_matches(['`', '*', '“', '”', '"']);
    // “Update object” is the type `Update`.
    let lower = whole.to_ascii_lowercase();
    let mut forms = words.plain.iter();
    let name = forms.find_map(|form| form.strip(whole, &lower));
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

/// Splits a text at any of the words of some lists. Bars inside `Array<A | B>` are left alone.
fn split_at<'t>(text: &'t str, lists: &[&[String]]) -> Vec<&'t str> {
    let mut parts = Vec::new();
    let (mut start, mut at, mut depth) = (0, 0, 0_usize);
    while let Some(next) = text[at..].chars().next() {
        match next {
            '<' | '[' => depth += 1,
            '>' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let mut words = lists.iter().copied().flatten().filter(|_| depth == 0);
        let word = words.find(|word| text[at..].starts_with(word.as_str()));
        at += word.map_or(next.len_utf8(), String::len);
        if let Some(word) = word {
            parts.push(&text[start..at - word.len()]);
            start = at;
        }
    }
    parts.push(&text[start..]);
    parts
}
