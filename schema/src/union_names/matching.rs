//! Which union of a schema each name is for.
//!
//! `Integer | String: ChatId` names the union of these members. A newer page may have added a
//! member: then the name goes with the one union that grew from it, so that a type keeps its name.
//!
//! For example, `A | B: Pair` names `A | B | C` where the schema has no `A | B`, where no other
//! union has both members, and where `A | B | C` has no name of its own.

use std::collections::{BTreeMap, BTreeSet};

use super::{UnionMembers, UnionName, sorted_members};
use crate::ty::Type;

/// The union that a name is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// This union.
    Union(UnionMembers),
    /// None: no union has all of the name's members.
    Missing,
    /// One of several: these grew from it, or one grew from several that have names.
    Ambiguous(Vec<UnionMembers>),
}

/// Matches each name with one of the unions.
pub fn match_names(
    names: &BTreeMap<Type, UnionName>,
    unions: &BTreeSet<UnionMembers>,
) -> BTreeMap<Type, Match> {
    let named: BTreeSet<UnionMembers> = names.keys().map(sorted_members).collect();
    let mut matches: BTreeMap<Type, Match> = names
        .keys()
        .map(|ty| (ty.clone(), match_name(ty, &named, unions)))
        .collect();
    // A union that grew from two named ones, `A | B | C` from `A | B` and `A | C`, is neither's.
    let all: Vec<Match> = matches.values().cloned().collect();
    for found in matches.values_mut() {
        let claims = all.iter().filter(|other| *other == found).count();
        if let (Match::Union(union), true) = (&*found, claims > 1) {
            *found = Match::Ambiguous(vec![union.clone()]);
        }
    }
    matches
}

fn match_name(ty: &Type, named: &BTreeSet<UnionMembers>, unions: &BTreeSet<UnionMembers>) -> Match {
    let own = sorted_members(ty);
    if unions.contains(&own) {
        return Match::Union(own);
    }
    // A single member is in too many unions to tell which grew from it.
    if own.len() < 2 {
        return Match::Missing;
    }
    let mut grown: Vec<UnionMembers> = unions
        .iter()
        .filter(|union| !named.contains(*union))
        .filter(|union| own.iter().all(|member| union.contains(member)))
        .cloned()
        .collect();
    match grown.len() {
        0 => Match::Missing,
        1 => Match::Union(grown.remove(0)),
        _ => Match::Ambiguous(grown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn union(text: &str) -> UnionMembers {
        sorted_members(&text.parse().unwrap())
    }

    fn check(names: &[&str], unions: &[&str], expected: Match) {
        let name = |text: &&str| {
            let name = UnionName {
                name: "Name".to_owned(),
                variants: BTreeMap::new(),
            };
            (text.parse().unwrap(), name)
        };
        let names: BTreeMap<Type, UnionName> = names.iter().map(name).collect();
        let unions = unions.iter().map(|text| union(text)).collect();
        assert_eq!(
            match_names(&names, &unions)[&"A | B".parse().unwrap()],
            expected
        );
    }

    #[test]
    fn a_name_is_for_its_members_in_any_order() {
        check(
            &["A | B"],
            &["B | A", "A | B | C"],
            Match::Union(union("A | B")),
        );
    }

    #[test]
    fn a_name_goes_with_the_union_that_grew() {
        let grown = union("A | B | C");
        check(
            &["A | B"],
            &["C | A | B", "A | D"],
            Match::Union(grown.clone()),
        );
        check(&["A | B"], &["A | D"], Match::Missing);
        // A union that has a name of its own has not grown from another.
        check(&["A | B", "A | B | C"], &["A | B | C"], Match::Missing);
        let two = vec![grown.clone(), union("A | B | D")];
        check(
            &["A | B"],
            &["A | B | C", "A | B | D"],
            Match::Ambiguous(two),
        );
        check(
            &["A | B", "A | C"],
            &["A | B | C"],
            Match::Ambiguous(vec![grown]),
        );
    }
}
