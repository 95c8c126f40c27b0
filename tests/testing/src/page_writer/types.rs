//! Types in the words of a dialect: in cells, and in return sentences.

use schema::ty::Type;

use super::Words;

/// A type cell: “Array of A, B and C”, “Integer or String”.
pub(super) fn cell(ty: &Type, words: &Words) -> String {
    match ty {
        Type::Array(item) => match &**item {
            Type::Union(members) => format!("{}{}", words.array, listed(members, words)),
            item => format!("{}{}", words.array, cell(item, words)),
        },
        Type::Union(members) => {
            let members: Vec<String> = members.iter().map(|one| cell(one, words)).collect();
            members.join(words.or)
        }
        one => one.to_string(),
    }
}

fn listed(members: &[Type], words: &Words) -> String {
    let members: Vec<String> = members.iter().map(|one| cell(one, words)).collect();
    match members.as_slice() {
        [first @ .., last] => format!("{}{}{last}", first.join(words.and[0]), words.and[1]),
        [] => String::new(),
    }
}

/// A return sentence; a union has a clause for each member.
pub(super) fn sentence(ty: &Type, words: &Words) -> String {
    let [rest @ .., last] = ty.members() else {
        return String::new();
    };
    let clauses = rest
        .iter()
        .map(|one| words.otherwise.replace('@', &result(one, words)));
    let clauses: String = clauses.collect();
    format!(
        "{clauses}{}{}",
        words.returns.replace('@', &result(last, words)),
        words.stop
    )
}

fn result(ty: &Type, words: &Words) -> String {
    match ty {
        Type::Array(item) => words.list.replace('@', &cell(item, words)),
        one => one.to_string(),
    }
}
