//! Parts that several rules share: suggested overrides, and places within a cell.

use std::sync::Arc;

use schema::diagnostic::Diagnostic;
use schema::overrides::Override;
use schema::path::ItemPath;
use schema::source::{Source, Span};
use schema::ty::Type;
use serde_yaml::Value;

/// Builds the override that sets a key of an item.
pub(super) fn value_override(
    at: &ItemPath,
    set: &str,
    docs: Value,
    value: Value,
    reason: String,
) -> Override {
    Override {
        at: at.clone(),
        set: set.to_owned(),
        docs,
        value,
        reason,
    }
}

/// States which type was expected, and how to correct the cell or override it.
pub(super) fn expect_type(
    diagnostic: Diagnostic,
    at: &ItemPath,
    found: &Type,
    expected: &Type,
    reason: String,
) -> Diagnostic {
    let words = cell_text(expected);
    let help = format!("write `{words}` in the cell, or paste into overrides.yaml:");
    let (docs, value) = (found.to_string().into(), expected.to_string().into());
    diagnostic
        .expected(expected.to_string())
        .patch(words)
        .help(help)
        .suggest_override(value_override(at, "type", docs, value, reason))
}

/// Prints a type as a cell has it, in words that every dialect knows. A bar, as in
/// `Integer | String`, would end the cell.
fn cell_text(ty: &Type) -> String {
    match ty {
        Type::Array(item) => match &**item {
            Type::Union(items) => {
                let items: Vec<String> = items.iter().map(cell_text).collect();
                format!("Array of {}", items.join(", "))
            }
            item => format!("Array of {}", cell_text(item)),
        },
        Type::Union(members) => {
            let members: Vec<String> = members.iter().map(cell_text).collect();
            members.join(" or ")
        }
        other => other.to_string(),
    }
}

/// Narrows a place to the first occurrence of a word in it; the whole place where there is none.
pub(super) fn place_of_word<'a>(
    place: Option<(&'a Arc<Source>, Span)>,
    word: &str,
) -> Option<(&'a Arc<Source>, Span)> {
    let (source, span) = place?;
    let start = source
        .slice(span)
        .find(word)
        .map(|from| span.start() + from);
    let narrow = start.map(|start| source.span(start..start + word.len()));
    Some((source, narrow.unwrap_or(span)))
}
