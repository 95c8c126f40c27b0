//! Types in words: in a cell, and in a sentence about a result.

use schema::schema::Schema;
use schema::ty::Type;

use super::anchor;

/// A type in a cell: “Array of A, B and C”, “Integer or String”, with links to what the page has.
pub(super) fn describe_type(schema: &Schema, ty: &Type) -> String {
    match ty {
        Type::Array(item) => format!("Array of {}", describe_items(schema, item)),
        Type::Union(members) => join(schema, members, " or "),
        Type::Named(name) if schema.type_def(name).is_some() => {
            format!("[{name}]({})", anchor(name))
        }
        other => other.to_string(),
    }
}

/// The items of a list. They are joined by “and”, since “Array of A or B” is a list or a B.
fn describe_items(schema: &Schema, item: &Type) -> String {
    match item {
        Type::Union(members) => match members.split_last() {
            Some((last, rest)) => {
                let rest = join(schema, rest, ", ");
                format!("{rest} and {}", describe_type(schema, last))
            }
            None => String::new(),
        },
        one => describe_type(schema, one),
    }
}

fn join(schema: &Schema, members: &[Type], between: &str) -> String {
    let members = members.iter().map(|member| describe_type(schema, member));
    members.collect::<Vec<_>>().join(between)
}

/// The sentence about a result: a clause for each type that it may have.
pub(super) fn describe_result(schema: &Schema, ty: &Type) -> String {
    let Some((last, rest)) = ty.members().split_last() else {
        return String::new();
    };
    let clause = |member| {
        format!(
            "On success, if it can be, the {} is returned, otherwise ",
            describe_type(schema, member)
        )
    };
    let clauses: String = rest.iter().map(clause).collect();
    match rest.is_empty() {
        true => format!("Returns {}.", describe_type(schema, last)),
        false => format!("{clauses}the {} is returned.", describe_type(schema, last)),
    }
}
