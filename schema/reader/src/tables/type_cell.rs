//! Type cells: “Array of Integer or String” in, a [`Type`] out.

use crate::dialect::{Dialect, TypeWords};
use schema::ty::{Type, is_identifier};

/// Other names of the built-in types, on any page, in lower case.
const SYNONYMS: &[(&str, &str)] = &[
    ("integer", "Integer"),
    ("int", "Integer"),
    ("int32", "Integer"),
    ("int64", "Integer"),
    ("long", "Integer"),
    ("float", "Float"),
    ("float number", "Float"),
    ("double", "Float"),
    ("string", "String"),
    ("str", "String"),
    ("boolean", "Boolean"),
    ("bool", "Boolean"),
    ("true", "True"),
    ("inputfile", "InputFile"),
];

/// What separates the members of a union on any page.
const BARS: &[&str] = &["|", "/"];

/// How many arrays around one another are read.
pub(crate) const MAX_DEPTH: usize = 8;

/// The longest cell that is read, in bytes.
const LONGEST: usize = 4000;

/// Reads a type cell by the words of a dialect, else by those of another.
///
/// # Errors
///
/// The part of the cell that is no type.
pub(crate) fn read(text: &str, dialect: &'static Dialect) -> Result<Type, String> {
    let found = parse(text, &dialect.types);
    let others = || dialect.and_others().skip(1);
    found.or_else(|part| {
        others()
            .find_map(|other| parse(text, &other.types).ok())
            .ok_or(part)
    })
}

fn parse(text: &str, words: &TypeWords) -> Result<Type, String> {
    if text.len() > LONGEST {
        return Err(text.chars().take(40).chain(['…']).collect());
    }
    union(text, words, 0)
}

/// The built-in type that a word stands for.
pub(crate) fn builtin(word: &str, words: &TypeWords) -> Option<Type> {
    let lower = word.to_lowercase();
    let mut all = SYNONYMS.iter().chain(words.builtin);
    all.find(|(synonym, _)| *synonym == lower)
        .map(|(_, name)| Type::named(name))
}

/// “A or B”, where either can be an array. A comma after “Array of” goes on with its items.
fn union(text: &str, words: &TypeWords, depth: usize) -> Result<Type, String> {
    if depth > MAX_DEPTH {
        return Err(text.to_owned());
    }
    let parts: Vec<&str> = separate(text, &[words.or, BARS].concat());
    let (arrays, items) = nested(parts[0], words);
    let listed = arrays > 0 && separate(items, words.and).len() > 1;
    if listed
        && parts
            .iter()
            .skip(1)
            .all(|part| array_of(part, words).is_none())
    {
        let (arrays, items) = nested(text, words);
        let ty = list(items, words, depth)?;
        return Ok((0..arrays).fold(ty, |ty, _| Type::array(ty)));
    }
    let members: Result<Vec<Type>, String> = parts
        .iter()
        .map(|part| member(part, words, depth))
        .collect();
    Type::union(members?).ok_or_else(|| text.to_owned())
}

fn member(text: &str, words: &TypeWords, depth: usize) -> Result<Type, String> {
    match array_of(text, words) {
        Some(items) if depth < MAX_DEPTH => match array_of(items, words) {
            Some(_) => Ok(Type::array(member(items, words, depth + 1)?)),
            None => Ok(Type::array(list(items, words, depth)?)),
        },
        Some(_) => Err(text.to_owned()),
        None => list(text, words, depth),
    }
}

/// “A, B and C”: one type, or a union of them.
fn list(text: &str, words: &TypeWords, depth: usize) -> Result<Type, String> {
    let parts = separate(text, &[words.and, words.or, BARS].concat());
    if parts.len() > 1 {
        let members: Result<Vec<Type>, String> = parts
            .iter()
            .map(|part| member(part, words, depth + 1))
            .collect();
        return Type::union(members?).ok_or_else(|| text.to_owned());
    }
    leaf(text, words)
}

/// How many arrays a text opens with, one in another, and what the innermost holds.
fn nested<'t>(text: &'t str, words: &TypeWords) -> (usize, &'t str) {
    let inner = std::iter::successors(Some(text), |text| array_of(text, words));
    let inner = inner.take(MAX_DEPTH).enumerate().last();
    inner.unwrap_or((0, text))
}

/// What an array's items are called: “Array of X”, “X 数组”, `Array<X>`, `X[]`.
fn array_of<'t>(text: &'t str, words: &TypeWords) -> Option<&'t str> {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    if let Some(before) = words
        .array_before
        .iter()
        .find(|word| lower.starts_with(**word))
    {
        return text.get(before.len()..);
    }
    if let Some(items) = lower
        .strip_prefix("array<")
        .and_then(|rest| rest.strip_suffix('>'))
    {
        return text.get("array<".len().."array<".len() + items.len());
    }
    let after = words
        .array_after
        .iter()
        .chain(&["[]"])
        .find(|word| text.ends_with(**word))?;
    text.strip_suffix(after)
        .filter(|items| !items.trim().is_empty())
}

fn leaf(text: &str, words: &TypeWords) -> Result<Type, String> {
    let name = text.trim().trim_matches(['`', '*', '“', '”', '"']);
    if let Some(ty) = builtin(name, words) {
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
fn separate<'t>(text: &'t str, words: &[&str]) -> Vec<&'t str> {
    let mut parts = Vec::new();
    let (mut start, mut at, mut depth) = (0, 0, 0_usize);
    while let Some(next) = text[at..].chars().next() {
        match next {
            '<' => depth += 1,
            '>' => depth = depth.saturating_sub(1),
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
