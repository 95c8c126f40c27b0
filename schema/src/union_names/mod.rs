//! The unions of a schema that have no name on the page, and the names that a manifest gives to
//! them.

mod derived;
mod matching;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::case::camel;
use crate::schema::Schema;
use crate::source::{Source, Span};
use crate::ty::{Type, is_identifier};
use crate::yaml::unique_keys;
pub use derived::{derive_name, type_word};
pub use matching::{Match, match_names};

/// The variant of every union with a tag that keeps a value which is no known member.
pub const UNKNOWN_VARIANT: &str = "Unknown";

/// The Rust name of a union, and those of its variants that are not named after their members.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(from = "Form")]
pub struct UnionName {
    /// The name of the union.
    pub name: String,
    /// The names of variants, by member.
    #[schemars(with = "BTreeMap<String, String>")]
    pub variants: BTreeMap<Type, String>,
}

/// The forms in `api.yaml`: `ChatId`, or `{name: ChatId, variants: {Integer: Id}}`.
#[derive(Deserialize, schemars::JsonSchema)]
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
        #[schemars(with = "BTreeMap<String, String>")]
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

/// A name that can't be given.
#[derive(Clone, Debug, PartialEq)]
pub struct InvalidName {
    /// The member whose variant has it; `None` where the union itself has it.
    pub member: Option<Type>,
    /// The reason.
    pub reason: String,
}

impl UnionName {
    /// Checks the name of a union and those of its variants.
    ///
    /// # Errors
    ///
    /// The first name that no Rust type or variant can have, that is of no member of `union`, or
    /// that another variant has.
    pub fn check(&self, union: &Type) -> Result<(), InvalidName> {
        if !is_type_name(&self.name) {
            return Err(InvalidName {
                member: None,
                reason: "its name is no name of a Rust type".to_owned(),
            });
        }
        let members = union.members();
        let unnamed = members
            .iter()
            .filter(|one| !self.variants.contains_key(one));
        let mut taken: BTreeSet<String> = unnamed.map(Type::to_string).collect();
        taken.insert(UNKNOWN_VARIANT.to_owned());
        for (member, variant) in &self.variants {
            let reason = if !is_type_name(variant) {
                format!("`{variant}` is no name of a Rust variant")
            } else if !members.contains(member) {
                format!("`{union}` has no member `{member}`")
            } else if !taken.insert(variant.clone()) {
                format!("two variants of `{union}` would be called `{variant}`")
            } else {
                continue;
            };
            let member = Some(member.clone());
            return Err(InvalidName { member, reason });
        }
        Ok(())
    }

    /// Finds the line of `api.yaml` that gives the name: `Integer | String: RoomId`, or one with
    /// `name: RoomId`. The first line where there is none.
    pub fn find_line(&self, source: &Source) -> Span {
        let gives_name = |line: &str| {
            line.split(':').skip(1).any(|value| {
                let value = value.split([',', '#', '}']).next().unwrap_or_default();
                value.trim().trim_matches(['"', '\'']) == self.name
            })
        };
        let line = source.text().lines().position(gives_name).unwrap_or(0);
        source.line_span(line + 1)
    }

    /// Finds the place that names the variant of a member, `Integer: Id`, in whichever YAML style;
    /// the line of the union's name where there is none behind it.
    pub fn find_variant(&self, source: &Source, member: &Type) -> Span {
        let line = self.find_line(source);
        let end = source.text().len();
        let rest = source.slice(source.span(line.start()..end));
        let (member, variant) = (member.to_string(), self.variants.get(member));
        let mut places = rest.match_indices(&member).filter_map(|(at, _)| {
            let quotes = ['"', '\''];
            let after = rest[at + member.len()..].trim_start_matches(quotes);
            let value = after
                .strip_prefix(':')?
                .trim_start()
                .trim_start_matches(quotes);
            let behind = value.strip_prefix(variant?.as_str())?;
            Some(line.start() + at..end - behind.len())
        });
        places.next().map_or(line, |place| source.span(place))
    }
}

/// Checks that a name is one that Rust types and variants have: `ChatId`.
fn is_type_name(name: &str) -> bool {
    is_identifier(name) && camel(name) == name
}

/// The members of a union, sorted.
pub type UnionMembers = Vec<Type>;

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
    let schema = schema.with_alternatives();
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
            let checked = name("Id", variants).check(&union);
            checked.map_err(|invalid| invalid.reason)
        };
        assert_eq!(check(&[("Integer", "Number"), ("String", "Text")]), Ok(()));
        assert_eq!(
            check(&[("Integer", "String"), ("String", "Integer")]),
            Ok(())
        );
        let twice = |name: &str| {
            Err(format!(
                "two variants of `Integer | String` would be called `{name}`"
            ))
        };
        assert_eq!(check(&[("Integer", "A"), ("String", "A")]), twice("A"));
        assert_eq!(check(&[("Integer", "String")]), twice("String"));
        assert_eq!(check(&[("Integer", "Unknown")]), twice("Unknown"));
        let absent = "`Integer | String` has no member `Float`".to_owned();
        assert_eq!(check(&[("Float", "A")]), Err(absent));
        let lower = "`a` is no name of a Rust variant".to_owned();
        assert_eq!(check(&[("Integer", "a")]), Err(lower));
    }

    #[test]
    fn a_variant_is_found_in_any_style() {
        let id = name("Id", &[("Integer", "A"), ("True", "B")]);
        let find = |text: &str, member: &str| {
            let source = Source::new("api.yaml", text);
            let span = id.find_variant(&source, &member.parse().unwrap());
            source.slice(span).to_owned()
        };
        let flow = "x: {Integer: A}\nInteger | True: {name: Id, variants: {Integer: A, 'True': B}}";
        assert_eq!(find(flow, "Integer"), "Integer: A");
        assert_eq!(find(flow, "True"), "True': B");
        let block = "Integer | True:\n  name: Id\n  variants:\n    Integer: \"A\"\n    True: B";
        assert_eq!(find(block, "Integer"), "Integer: \"A");
        assert_eq!(find(block, "True"), "True: B");
        let reversed = "{variants: {Integer: A}}\nname: Id";
        assert_eq!(find(reversed, "Integer"), "name: Id");
    }
}
