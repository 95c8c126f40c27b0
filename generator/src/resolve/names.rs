//! The Rust name of everything in one API. Types, unions and requests share one namespace, so
//! that a user can import any of them from the API's module.

use std::collections::BTreeMap;

use schema::model::Model;
use schema::ty::{Type, is_identifier};
use schema::union_names::{Match, UnionName, match_names, sorted, sorted_members};

use crate::error::GenerateError;
use crate::resolve::anonymous_union::Inline;
use crate::resolve::inherited::Lent;
use crate::resolve::prepare::Prepared;
use crate::resolve::string_enum::Words;
use crate::rust::ident::{Scope, camel, snake};
use crate::rust::reserved::{BOT_METHODS, RUST, SUPPORT};

/// The longest name that is made of others.
const LONGEST: usize = 50;

/// The names of one API.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    /// The type that stands for the API.
    pub(crate) marker: String,
    types: BTreeMap<String, String>,
    unions: BTreeMap<Vec<Type>, String>,
    /// The variants to which the manifest gives a name, by the members of their union.
    variants: BTreeMap<Vec<Type>, BTreeMap<Type, String>>,
    requests: BTreeMap<String, String>,
    calls: BTreeMap<String, String>,
}

impl Names {
    /// Names everything: what a base lends keeps its name, then types come first, since they are
    /// spoken of most, and requests last.
    pub(crate) fn new(
        prepared: &Prepared,
        inline: &[Inline],
        lent: &Lent,
    ) -> Result<Self, GenerateError> {
        let model = &prepared.model;
        let taken = RUST.iter().chain(SUPPORT).chain(&["Bot"]).copied();
        let lent_names = lent.types.values().chain(lent.unions.values());
        let mut scope = Scope::with(taken.chain(lent_names.map(String::as_str)));
        let marker = scope.take(camel(&model.api));
        let defined = model.schema.types.iter().map(|def| &def.name);
        let types = defined.chain(model.opaque.iter().map(|opaque| &opaque.name));
        let types = types.filter(|name| !lent.types.contains_key(*name));
        let mut types = take_all(types, camel, &mut scope);
        types.extend(lent.types.clone());
        let given = given_names(model, inline, lent, &mut scope)?;
        let unions = name_unions(inline, &given, lent, &mut scope);
        let variants = given
            .into_iter()
            .map(|(union, name)| (union, name.variants));
        name_words(&prepared.words, &mut types, &mut scope);
        let methods = || model.schema.methods.iter().map(|method| &method.name);
        let mut calls = Scope::with(BOT_METHODS.iter().copied());
        Ok(Self {
            marker,
            types,
            unions,
            variants: variants.collect(),
            requests: take_all(methods(), camel, &mut scope),
            calls: take_all(methods(), snake, &mut calls),
        })
    }

    /// The type that the page calls `name`.
    pub(crate) fn ty(&self, name: &str) -> String {
        self.types.get(name).cloned().unwrap_or_else(|| camel(name))
    }

    /// The union of these members.
    pub(crate) fn union(&self, members: &[Type]) -> String {
        let known = self.unions.get(&sorted(members)).cloned();
        known.unwrap_or_else(|| joined(members))
    }

    /// The variants of the union of these members to which the manifest gives a name.
    pub(crate) fn given_variants(&self, members: &[Type]) -> BTreeMap<Type, String> {
        let known = self.variants.get(&sorted(members)).cloned();
        known.unwrap_or_default()
    }

    /// The request of a method.
    pub(crate) fn request(&self, method: &str) -> String {
        let known = self.requests.get(method).cloned();
        known.unwrap_or_else(|| camel(method))
    }

    /// The method of `Bot` for a method.
    pub(crate) fn call(&self, method: &str) -> String {
        let known = self.calls.get(method).cloned();
        known.unwrap_or_else(|| snake(method))
    }

    /// Whether the API has something of this Rust name.
    pub(crate) fn has(&self, name: &str) -> bool {
        let all = [&self.types, &self.requests];
        let unions = self.unions.values();
        let mut all = all.iter().flat_map(|map| map.values()).chain(unions);
        name == "Bot" || name == self.marker || all.any(|known| known == name)
    }
}

fn take_all<'a>(
    names: impl Iterator<Item = &'a String>,
    case: fn(&str) -> String,
    scope: &mut Scope,
) -> BTreeMap<String, String> {
    names
        .map(|name| (name.clone(), scope.take(case(name))))
        .collect()
}

/// Names each list of words: after the field that has it, or after what all of them are called.
fn name_words(words: &[Words], types: &mut BTreeMap<String, String>, scope: &mut Scope) {
    let own = words.iter().filter(|words| words.common_name().is_none());
    let common = words.iter().filter(|words| words.common_name().is_some());
    for words in own.chain(common) {
        let common = words.common_name().filter(|name| !scope.has(name));
        let name = common.unwrap_or_else(|| words.own_name());
        let key = words.key();
        types.entry(key).or_insert_with(|| scope.take(name));
    }
}

/// Names each union as the manifest says or, where it says nothing, after its members.
fn name_unions(
    inline: &[Inline],
    given: &BTreeMap<Vec<Type>, UnionName>,
    lent: &Lent,
    scope: &mut Scope,
) -> BTreeMap<Vec<Type>, String> {
    let mut names = lent.unions.clone();
    for union in inline {
        let key = sorted(&union.members);
        let name = match given.get(&key) {
            _ if names.contains_key(&key) => continue,
            Some(given) => given.name.clone(),
            None => scope.take(joined(&union.members)),
        };
        names.insert(key, name);
    }
    names
}

fn given_names(
    model: &Model,
    inline: &[Inline],
    lent: &Lent,
    scope: &mut Scope,
) -> Result<BTreeMap<Vec<Type>, UnionName>, GenerateError> {
    let unions = inline.iter().map(|union| sorted(&union.members));
    let matches = match_names(&model.manifest.names, &unions.collect());
    let mut names = BTreeMap::new();
    for (ty, given) in &model.manifest.names {
        let name = &given.name;
        let error = |why| GenerateError::new(&model.api, "names", format!("`{ty}`: {why}"));
        if !is_identifier(name) || camel(name) != *name {
            return Err(error("its name is no name of a Rust type".to_owned()));
        }
        if let Some(why) = invalid_variant(ty, given) {
            return Err(error(why));
        }
        let own = sorted_members(ty);
        let union = match matches.get(ty) {
            Some(Match::Union(union)) => union.clone(),
            _ => own.clone(),
        };
        match lent.unions.get(&union) {
            Some(_) if !given.variants.is_empty() => {
                return Err(error(
                    "its variants have names in what this extends".to_owned(),
                ));
            }
            // What has grown is the base's to name.
            Some(known) if known == name || union != own => continue,
            Some(known) => return Err(error(format!("it is `{known}` in what this extends"))),
            None if scope.has(name) => return Err(error(format!("the name `{name}` is taken"))),
            None => {
                scope.take(name.clone());
                names.insert(union, given.clone())
            }
        };
    }
    Ok(names)
}

/// Says why a variant can't have the name that the manifest gives to it.
fn invalid_variant(union: &Type, given: &UnionName) -> Option<String> {
    let is_bad = |name: &&String| !is_identifier(name) || camel(name) != **name;
    match given.variants.values().find(is_bad) {
        Some(name) => Some(format!("`{name}` is no name of a Rust variant")),
        None => given.invalid_variant(union),
    }
}

/// The members' names with `Or` between them, or the first of them where that is too long.
fn joined(members: &[Type]) -> String {
    let names: Vec<String> = members.iter().map(word).collect();
    let all = camel(&names.join("Or"));
    match names.first() {
        Some(first) if all.len() > LONGEST => format!("{first}OrOther"),
        _ => all,
    }
}

/// What a type is called inside a longer name.
pub(crate) fn word(ty: &Type) -> String {
    match ty {
        Type::Array(item) => format!("ArrayOf{}", word(item)),
        Type::Union(members) => joined(members),
        other => camel(&other.to_string()),
    }
}
