//! Lists of values: “one of “a” for …, “b” or “c”” in, the values out.
//!
//! A list may explain its values, “a” for this, “b” for that, and an explanation may quote other
//! values; then only a quote right after a separator goes on with the list.

use std::collections::HashSet;

use schema::{Scalar, Type};

/// The values of a list, and the end of the last.
pub(super) struct ValueList {
    pub(super) values: Vec<Scalar>,
    pub(super) end: usize,
}

/// Reads the values of a list that starts with its first value. Where `explained`, words may
/// stand between a value and the next separator; else the list ends at the first other word.
///
/// Fewer than two values are no list.
pub(super) fn read_list(
    text: &str,
    ty: &Type,
    explained: bool,
    separators: &[String],
) -> Option<ValueList> {
    let mut scanner = Scanner { text, at: 0 };
    let (mut values, mut seen, mut end) = (Vec::new(), HashSet::new(), 0);
    while let Some(between) = scanner.next_value(ty) {
        let first = values.is_empty();
        if !first && !follows(&between, explained, separators) {
            if !explained || scanner.value(ty).is_none() {
                break;
            }
            continue;
        }
        match scanner.value(ty) {
            // By how it is printed, since numbers have fractions: a list can be a page long.
            Some(value) if seen.insert(format!("{value:?}")) => values.push(value),
            Some(_) => {}
            None => break,
        }
        end = scanner.at;
    }
    (values.len() > 1).then_some(ValueList { values, end })
}

/// Checks whether the text before a value lets it be the next of the list.
fn follows(between: &str, explained: bool, separators: &[String]) -> bool {
    let whole = between.trim();
    let mut rest = whole;
    while let Some(before) = before_separator(rest, separators) {
        rest = before.trim_end();
    }
    rest.len() < whole.len() && (explained || rest.is_empty())
}

/// The text before the separator at its end. A word in ASCII letters stands alone: “color” ends in
/// none.
fn before_separator<'t>(text: &'t str, separators: &[String]) -> Option<&'t str> {
    let is_letter = |c: char| c.is_alphanumeric();
    separators.iter().find_map(|separator| {
        let before = text.strip_suffix(separator.as_str())?;
        let is_word = separator.ends_with(|c: char| c.is_ascii_alphabetic());
        (!is_word || !before.ends_with(is_letter)).then_some(before)
    })
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl Scanner<'_> {
    /// Goes to the next value of the sentence; returns what stands before it, without what is in
    /// parentheses. `None` at the sentence's end.
    fn next_value(&mut self, ty: &Type) -> Option<String> {
        let mut between = String::new();
        let mut depth = 0_usize;
        for (offset, c) in self.text[self.at..].char_indices() {
            let rest = &self.text[self.at + offset..];
            match c {
                '(' | '（' => depth += 1,
                ')' | '）' => depth = depth.saturating_sub(1),
                _ if depth > 0 => {}
                _ if starts_value(rest, ty) => {
                    self.at += offset;
                    return Some(between);
                }
                '。' => return None,
                '.' if rest.len() == 1 || rest[1..].starts_with([' ', '\n']) => return None,
                c => between.push(c),
            }
        }
        None
    }

    /// Reads the value here, and goes past it.
    fn value(&mut self, ty: &Type) -> Option<Scalar> {
        let rest = &self.text[self.at..];
        if *ty == Type::Integer && !rest.starts_with('“') {
            let end = rest.find(|c: char| !c.is_ascii_digit() && c != '*' && c != ' ');
            let number = &rest[..end.unwrap_or(rest.len())];
            self.at += number.len();
            return product(number).map(Scalar::Integer);
        }
        let open = rest.chars().next()?;
        let inner = &rest[open.len_utf8()..];
        let close = inner.find('”')?;
        self.at += open.len_utf8() + close + '”'.len_utf8();
        match ty {
            Type::Integer => product(&inner[..close]).map(Scalar::Integer),
            _ => Some(Scalar::String(inner[..close].to_owned())),
        }
    }
}

fn starts_value(text: &str, ty: &Type) -> bool {
    match ty {
        // No more quotes than a slip has: this is asked at every letter.
        Type::Integer => {
            let mut letters = text.chars().take(4).skip_while(|c| *c == '“');
            letters.next().is_some_and(|c| c.is_ascii_digit())
        }
        Type::String => text.starts_with('“'),
        _ => false,
    }
}

/// A whole number, or a product of them: `6 * 3600`.
pub(super) fn product(text: &str) -> Option<i64> {
    text.split('*').try_fold(1_i64, |product, factor| {
        product.checked_mul(factor.trim().parse().ok()?)
    })
}
