//! Types in the words of a dialect: in cells, and in return sentences.

use schema::ty::Type;

use super::Words;

/// A type cell: “Array of A, B and C”, “Integer or String”.
pub(super) fn write_cell(ty: &Type, words: &Words) -> String {
    match ty {
        Type::Array(item) => match &**item {
            Type::Union(members) => format!("{}{}", words.array, write_array(members, words)),
            item => format!("{}{}", words.array, write_cell(item, words)),
        },
        Type::Union(members) => {
            let members: Vec<String> = members.iter().map(|one| write_cell(one, words)).collect();
            members.join(words.or)
        }
        one => one.to_string(),
    }
}

fn write_array(members: &[Type], words: &Words) -> String {
    let members: Vec<String> = members.iter().map(|one| write_cell(one, words)).collect();
    match members.as_slice() {
        [first @ .., last] => format!("{}{}{last}", first.join(words.and[0]), words.and[1]),
        [] => String::new(),
    }
}

/// A return sentence; a union has a clause for each member.
pub(super) fn write_sentence(ty: &Type, words: &Words) -> String {
    let [rest @ .., last] = ty.members() else {
        return String::new();
    };
    let clauses = rest
        .iter()
        .map(|one| words.otherwise.replace('@', &write_result(one, words)));
    let clauses: String = clauses.collect();
    format!(
        "{clauses}{}{}",
        words.returns.replace('@', &write_result(last, words)),
        words.stop
    )
}

fn write_result(ty: &Type, words: &Words) -> String {
    match ty {
        Type::Array(item) => words.list.replace('@', &write_cell(item, words)),
        one => one.to_string(),
    }
}
