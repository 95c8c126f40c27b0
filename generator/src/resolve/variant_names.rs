//! The names of a union's variants: those that the manifest gives or, where it gives none, the
//! names of the members without the words that tell nothing.
//!
//! | union | members | variants | why |
//! | --- | --- | --- | --- |
//! | `Shape` | `ShapeLine`, `ShapeArc`, `Note` | `Line`, `Arc`, `Note` | the union's own name |
//! | `Media` | `InputPhoto`, `InputVideo` | `Photo`, `Video` | a common beginning |
//! | `Content` | `TextContent`, `MapContent` | `Text`, `Map` | a common end that the union has too |
//! | `Either` | `Message`, `LostMessage` | `Message`, `LostMessage` | `Message` would be empty |

use std::collections::BTreeMap;

use schema::ty::Type;
use schema::union_names::{UNKNOWN_VARIANT, type_word};

use crate::rust::ident::{Scope, camel};

/// Names the variants of a union, in the order of its members.
pub(crate) fn variant_names(
    union: &str,
    members: &[Type],
    given: &BTreeMap<Type, String>,
) -> Vec<String> {
    let taken = given.values().map(String::as_str);
    let mut scope = Scope::with(taken.chain([UNKNOWN_VARIANT]));
    let derived = derived_names(union, members);
    members
        .iter()
        .zip(derived)
        .map(|(member, name)| match given.get(member) {
            Some(given) => given.clone(),
            None => scope.take(name),
        })
        .collect()
}

fn derived_names(union: &str, members: &[Type]) -> Vec<String> {
    let full: Vec<String> = members.iter().map(type_word).collect();
    let short = without_own_name(union, &full)
        .or_else(|| without_common_words(union, members, &full))
        .unwrap_or_else(|| full.clone());
    short
        .into_iter()
        .zip(full)
        .map(|(short, full)| {
            if short == UNKNOWN_VARIANT {
                full
            } else {
                camel(&short)
            }
        })
        .collect()
}

/// Removes the name of the union from the members that begin with it; `None` if none does.
fn without_own_name(union: &str, names: &[String]) -> Option<Vec<String>> {
    let short: Vec<Option<&str>> = names.iter().map(|name| strip_word(name, union)).collect();
    if short.iter().all(Option::is_none) {
        return None;
    }
    let names = short
        .into_iter()
        .zip(names)
        .map(|(short, name)| short.unwrap_or(name).to_owned());
    Some(names.collect())
}

/// Removes a prefix that ends where a word does: `Line` is left of `ShapeLine` without `Shape`, but
/// `Shapely` stays whole.
fn strip_word<'a>(name: &'a str, prefix: &str) -> Option<&'a str> {
    name.strip_prefix(prefix)
        .filter(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// Removes the first words that all members have in common, and the last ones that the union has
/// as well; `None` if there are none, or nothing would be left of a member.
fn without_common_words(union: &str, members: &[Type], names: &[String]) -> Option<Vec<String>> {
    let are_named = members
        .iter()
        .all(|member| matches!(member, Type::Named(_)));
    if !are_named || members.len() < 2 {
        return None;
    }
    let names: Vec<Vec<&str>> = names.iter().map(|name| split_words(name)).collect();
    let shortest = names.iter().map(Vec::len).min()?;
    let first = names.first()?;
    let start = (0..shortest)
        .rev()
        .find(|count| names.iter().all(|name| name.starts_with(&first[..*count])))?;
    let union = split_words(union);
    let longest_end = union.len().min(shortest - start - 1);
    let end = (0..=longest_end).rev().find(|count| {
        let common = &union[union.len() - count..];
        names.iter().all(|name| name.ends_with(common))
    })?;
    (start + end > 0).then(|| {
        names
            .iter()
            .map(|name| name[start..name.len() - end].concat())
            .collect()
    })
}

/// Splits a name before each capital letter: `InputMedia` into `Input` and `Media`.
fn split_words(name: &str) -> Vec<&str> {
    let starts = name
        .char_indices()
        .filter(|(index, c)| *index == 0 || c.is_ascii_uppercase())
        .map(|(index, _)| index);
    let ends = starts.clone().skip(1).chain([name.len()]);
    starts
        .zip(ends)
        .map(|(start, end)| &name[start..end])
        .collect()
}
