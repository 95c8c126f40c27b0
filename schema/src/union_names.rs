//! The names that a manifest gives to the unions of a schema that have none, and which of the
//! unions each name is for.
//!
//! `Integer | String: ChatId` names the union of these members. A newer page may have added a
//! member: then the name goes with the one union that grew from it, so that a type keeps its name.
//!
//! For example, `A | B: Pair` names `A | B | C` where the schema has no `A | B`, where no other
//! union has both members, and where `A | B | C` has no name of its own.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::schema::Schema;
use crate::ty::Type;
use crate::yaml::unique_keys;

/// The variant of every union with a tag that keeps a value which is no known member.
pub const UNKNOWN_VARIANT: &str = "Unknown";

/// The Rust name of a union, and those of its variants that are not named after their members.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "Form")]
pub struct UnionName {
    /// The name of the union.
    pub name: String,
    /// The names of variants, by member.
    pub variants: BTreeMap<Type, String>,
}

/// The forms in `api.yaml`: `ChatId`, or `{name: ChatId, variants: {Integer: Id}}`.
#[derive(Deserialize)]
#[serde(
    untagged,
    deny_unknown_fields,
    expecting = "expected a name, or `{name: UnionName, variants: {Member: VariantName}}`"
)]
enum Form {
    Name(String),
    WithVariants {
        name: String,
        #[serde(deserialize_with = "unique_keys")]
        variants: BTreeMap<Type, String>,
    },
}

impl From<Form> for UnionName {
    fn from(form: Form) -> Self {
        match form {
            Form::Name(name) => Self {
                name,
                variants: BTreeMap::new(),
            },
            Form::WithVariants { name, variants } => Self { name, variants },
        }
    }
}

impl UnionName {
    /// Finds a variant that can't be, and says why: it is that of no member of `union`, or its
    /// name is taken.
    pub fn invalid_variant(&self, union: &Type) -> Option<String> {
        let members = union.members();
        let mut taken: BTreeSet<String> = members
            .iter()
            .filter(|member| !self.variants.contains_key(member))
            .map(Type::to_string)
            .collect();
        taken.insert(UNKNOWN_VARIANT.to_owned());
        self.variants.iter().find_map(|(member, variant)| {
            if !members.contains(member) {
                return Some(format!("`{union}` has no member `{member}`"));
            }
            let is_free = taken.insert(variant.clone());
            (!is_free).then(|| format!("two variants of `{union}` would be called `{variant}`"))
        })
    }
}

/// The members of a union, sorted.
pub type UnionMembers = Vec<Type>;

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

/// The members of a type, sorted.
pub fn sorted_members(ty: &Type) -> UnionMembers {
    sorted(ty.members())
}

/// Sorts members: the same for two unions of the same members, in whatever order they are.
pub fn sorted(members: &[Type]) -> UnionMembers {
    let mut sorted = members.to_vec();
    sorted.sort();
    sorted
}

/// Collects every union of a schema that has no name on the page.
pub fn anonymous_unions(schema: &Schema) -> BTreeSet<UnionMembers> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&Type> = schema.type_exprs().collect();
    while let Some(ty) = open.pop() {
        match ty {
            Type::Array(item) => open.push(item),
            Type::Union(parts) => {
                found.insert(sorted_members(ty));
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

    fn union(text: &str) -> UnionMembers {
        sorted_members(&text.parse().unwrap())
    }

    fn name(name: &str, variants: &[(&str, &str)]) -> UnionName {
        let variants = variants
            .iter()
            .map(|(member, variant)| (member.parse().unwrap(), (*variant).to_owned()));
        UnionName {
            name: name.to_owned(),
            variants: variants.collect(),
        }
    }

    #[test]
    fn a_name_may_come_with_those_of_variants() {
        let load = |text: &str| crate::yaml::load::<UnionName>(text);
        assert_eq!(load("Id").unwrap(), name("Id", &[]));
        let long = load("{name: Id, variants: {Integer: Number}}").unwrap();
        assert_eq!(long, name("Id", &[("Integer", "Number")]));
        for wrong in ["[Id]", "{variants: {}}", "{name: Id, variant: {A: B}}"] {
            let message = load(wrong).unwrap_err().to_string();
            assert!(
                message.contains("expected a name, or `{name: "),
                "{message}"
            );
        }
    }

    #[test]
    fn a_variant_is_of_one_member_and_has_a_name_of_its_own() {
        let check = |variants: &[(&str, &str)]| {
            let union = "Integer | String".parse().unwrap();
            name("Id", variants).invalid_variant(&union)
        };
        assert_eq!(check(&[("Integer", "Number"), ("String", "Text")]), None);
        assert_eq!(check(&[("Integer", "String"), ("String", "Integer")]), None);
        let twice = |name: &str| {
            Some(format!(
                "two variants of `Integer | String` would be called `{name}`"
            ))
        };
        assert_eq!(check(&[("Integer", "A"), ("String", "A")]), twice("A"));
        assert_eq!(check(&[("Integer", "String")]), twice("String"));
        assert_eq!(check(&[("Integer", "Unknown")]), twice("Unknown"));
        let absent = "`Integer | String` has no member `Float`";
        assert_eq!(check(&[("Float", "A")]).as_deref(), Some(absent));
    }

    fn check(names: &[&str], unions: &[&str], expected: Match) {
        let name = |text: &&str| (text.parse().unwrap(), name("Name", &[]));
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
