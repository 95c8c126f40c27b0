//! Unions that gained members: code that names them goes on compiling where they keep their name,
//! since no code can match on all of their variants.

use schema::ty::Type;

use super::version::View;
use crate::compat::diff::{Change, ChangeKind};

/// Checks whether a change is of a type in which nothing but unions gained members, and whose Rust
/// name is the same: `Integer | String` becomes `Integer | String | Room` and stays `ChatId`.
pub(super) fn keeps_its_name(change: &Change, old: &View<'_>, new: &View<'_>) -> bool {
    let [was, is] = [old, new].map(|version| match change.kind {
        ChangeKind::TypeChanged => version.stated_type(&change.at),
        ChangeKind::ReturnsChanged => version.stated_returns(&change.at),
        _ => None,
    });
    let (Some(was), Some(is)) = (was, is) else {
        return false;
    };
    let rust_types = [old, new].map(|version| match change.kind {
        ChangeKind::TypeChanged => version.field_type(&change.at),
        _ => version.response_type(&change.at),
    });
    has_grown(was, is) && rust_types[0].is_some() && rust_types[0] == rust_types[1]
}

/// Checks whether a type is another but for members that unions in it gained.
fn has_grown(was: &Type, is: &Type) -> bool {
    match (was, is) {
        (Type::Array(was), Type::Array(is)) => has_grown(was, is),
        (Type::Union(was), Type::Union(is)) => was.iter().all(|member| is.contains(member)),
        _ => was == is,
    }
}
