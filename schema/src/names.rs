//! Names that a manifest gives to unions: which union of a schema each of them is for.
//!
//! `Integer | String: ChatId` is for the union of these members. Where there is none, because a
//! newer page has added a member, it is for the one union that grew from it: that has all of
//! these members, and more, and no name of its own. So a type keeps its name as it grows.

use std::collections::{BTreeMap, BTreeSet};

use crate::schema::Schema;
use crate::ty::Type;

/// The members of a union, sorted.
pub type Members = Vec<Type>;

/// What a name is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    /// This union.
    One(Members),
    /// No union: none has all these members.
    Nothing,
    /// One of several: these grew from it, or one grew from several that have names.
    Several(Vec<Members>),
}

/// What each of these names is for, among these unions.
pub fn holders(
    names: &BTreeMap<Type, String>,
    unions: &BTreeSet<Members>,
) -> BTreeMap<Type, Holder> {
    let named: BTreeSet<Members> = names.keys().map(members).collect();
    let mut holders: BTreeMap<Type, Holder> = BTreeMap::new();
    for ty in names.keys() {
        holders.insert(ty.clone(), holder(ty, &named, unions));
    }
    let all: Vec<Holder> = holders.values().cloned().collect();
    for holder in holders.values_mut() {
        let claims = all.iter().filter(|other| *other == holder).count();
        if let (Holder::One(union), true) = (&*holder, claims > 1) {
            *holder = Holder::Several(vec![union.clone()]);
        }
    }
    holders
}

fn holder(ty: &Type, named: &BTreeSet<Members>, unions: &BTreeSet<Members>) -> Holder {
    let own = members(ty);
    if unions.contains(&own) {
        return Holder::One(own);
    }
    let grew = |union: &&Members| own.iter().all(|member| union.contains(member));
    let free = unions.iter().filter(|union| !named.contains(*union));
    let mut grown: Vec<Members> = free.filter(grew).cloned().collect();
    match (grown.len(), grown.pop()) {
        (1, Some(union)) if own.len() > 1 => Holder::One(union),
        (_, Some(last)) if own.len() > 1 => {
            Holder::Several(grown.into_iter().chain([last]).collect())
        }
        _ => Holder::Nothing,
    }
}

/// The members of a type, sorted.
pub fn members(ty: &Type) -> Members {
    sorted(ty.members())
}

/// What two unions of the same members have in common, in whatever order they are.
pub fn sorted(members: &[Type]) -> Members {
    let mut sorted = members.to_vec();
    sorted.sort();
    sorted
}

/// Every union of a schema that has no name on the page.
pub fn unions(schema: &Schema) -> BTreeSet<Members> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&Type> = schema.type_exprs().collect();
    while let Some(ty) = open.pop() {
        match ty {
            Type::Array(item) => open.push(item),
            Type::Union(parts) => {
                found.insert(members(ty));
                open.extend(parts);
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn union(text: &str) -> Members {
        members(&text.parse().unwrap())
    }

    fn check(names: &[&str], unions: &[&str], expected: Holder) {
        let names = names
            .iter()
            .map(|text| (text.parse().unwrap(), String::new()));
        let names: BTreeMap<Type, String> = names.collect();
        let unions = unions.iter().map(|text| union(text)).collect();
        assert_eq!(
            holders(&names, &unions)[&"A | B".parse().unwrap()],
            expected
        );
    }

    #[test]
    fn a_name_is_for_its_members_in_any_order() {
        check(
            &["A | B"],
            &["B | A", "A | B | C"],
            Holder::One(union("A | B")),
        );
    }

    #[test]
    fn a_name_goes_with_the_union_that_grew() {
        let grown = union("A | B | C");
        check(
            &["A | B"],
            &["C | A | B", "A | D"],
            Holder::One(grown.clone()),
        );
        check(&["A | B"], &["A | D"], Holder::Nothing);
        // A union that has a name of its own has not grown from another.
        check(&["A | B", "A | B | C"], &["A | B | C"], Holder::Nothing);
        let two = vec![grown.clone(), union("A | B | D")];
        check(
            &["A | B"],
            &["A | B | C", "A | B | D"],
            Holder::Several(two),
        );
        check(
            &["A | B", "A | C"],
            &["A | B | C"],
            Holder::Several(vec![grown]),
        );
    }
}
