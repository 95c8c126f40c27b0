//! Shared parts of the rules' messages: what to write in a type's cell, and the override that sets
//! a type.

use schema::overrides::Override;
use schema::path::ItemPath;
use schema::ty::Type;

/// The override that sets a type.
pub(super) fn type_override(
    at: &ItemPath,
    found: &Type,
    expected: &Type,
    reason: String,
) -> Override {
    Override {
        at: at.clone(),
        set: "type".to_owned(),
        docs: found.to_string().into(),
        value: expected.to_string().into(),
        reason,
    }
}

/// What to do about a cell that should have another type.
pub(super) fn cell_help(expected: &Type) -> String {
    let words = in_cell_words(expected);
    format!("write `{words}` in the cell, or paste into overrides.yaml:")
}

/// A type in the words of a cell, which every dialect knows; a bar would end the cell.
pub(super) fn in_cell_words(ty: &Type) -> String {
    match ty {
        Type::Array(item) => match &**item {
            Type::Union(items) => {
                let items: Vec<String> = items.iter().map(in_cell_words).collect();
                format!("Array of {}", items.join(", "))
            }
            item => format!("Array of {}", in_cell_words(item)),
        },
        Type::Union(members) => {
            let members: Vec<String> = members.iter().map(in_cell_words).collect();
            members.join(" or ")
        }
        one => one.to_string(),
    }
}
