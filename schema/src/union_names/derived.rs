//! The name that a union gets where the manifest gives none: that of its members.

use crate::case::camel;
use crate::ty::Type;

/// The longest name that is made of others.
const LONGEST: usize = 50;

/// Joins the members' names with `Or`, as in `IntegerOrString`; where that is too long, names the
/// first of them: `InputMediaPhotoOrOther`.
pub fn derive_name(members: &[Type]) -> String {
    let names: Vec<String> = members.iter().map(type_word).collect();
    let all = camel(&names.join("Or"));
    match names.first() {
        Some(first) if all.len() > LONGEST => format!("{first}OrOther"),
        _ => all,
    }
}

/// Names a type inside a longer name: `ArrayOfInteger` in `StringOrArrayOfInteger`.
pub fn type_word(ty: &Type) -> String {
    match ty {
        Type::Array(item) => format!("ArrayOf{}", type_word(item)),
        Type::Union(members) => derive_name(members),
        other => camel(&other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_union_is_called_after_its_members() {
        for (union, name) in [
            ("Integer | String", "IntegerOrString"),
            ("PhotoURL | note_item", "PhotoUrlOrNoteItem"),
            ("String | Array<Integer | A>", "StringOrArrayOfIntegerOrA"),
            (
                "Letter | ParcelWithAVeryLongName | PostcardWithAnotherLongName",
                "LetterOrOther",
            ),
        ] {
            let union: Type = union.parse().unwrap();
            assert_eq!(derive_name(union.members()), name);
        }
    }
}
