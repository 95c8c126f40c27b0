//! The Rust name of everything in one API. Types, unions and requests share one namespace, so
//! that a user can import any of them from the API's module.

use std::collections::BTreeMap;

use schema::model::Model;
use schema::ty::Type;
use schema::union_names::{Match, UnionName, derive_name, match_names, sorted, sorted_members};

use crate::error::GenerateError;
use crate::resolve::anonymous_union::{AnonymousUnion, list_item};
use crate::resolve::definitions::Definitions;
use crate::resolve::inherited::Inherited;
use crate::resolve::string_enum::StringEnum;
use crate::rust::ident::{Scope, camel, snake};
use crate::rust::reserved::{BOT_METHODS, RUST, SUPPORT};

/// The names of one API.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    /// The type that stands for the API.
    pub(crate) marker: String,
    /// The enum of the known refusals.
    pub(crate) refusal: String,
    types: BTreeMap<String, String>,
    unions: BTreeMap<Vec<Type>, String>,
    /// The variants to which the manifest gives a name, by the members of their union.
    variants: BTreeMap<Vec<Type>, BTreeMap<Type, String>>,
    requests: BTreeMap<String, String>,
    calls: BTreeMap<String, String>,
}

impl Names {
    /// Names everything: what an API inherits keeps its name in the base, then types come first,
    /// since they are used most, and requests last.
    pub(crate) fn new(
        definitions: &Definitions,
        inherited: &Inherited,
        base: Option<&Self>,
    ) -> Result<Self, GenerateError> {
        let model = &definitions.model;
        let mut types = inherited_names(inherited.types.keys(), base, |base, name| base.ty(name));
        let mut unions =
            inherited_names(inherited.unions.keys(), base, |base, key| base.union(key));
        let reserved = RUST.iter().chain(SUPPORT).chain(&["Bot"]).copied();
        let taken = types.values().chain(unions.values()).map(String::as_str);
        let mut scope = Scope::with(reserved.chain(taken));
        let marker = scope.take(camel(&model.api));
        let defined = model.schema.types.iter().map(|def| &def.name);
        let undefined = model.opaque.iter().map(|opaque| &opaque.name);
        let own = defined.chain(undefined);
        let own = own.filter(|name| !inherited.types.contains_key(*name));
        types.extend(take_all(own, camel, &mut scope));
        let given = given_names(model, &definitions.anonymous_unions, &unions, &mut scope)?;
        name_unions(
            &definitions.anonymous_unions,
            &given,
            &mut unions,
            &mut scope,
        );
        let variants = given
            .into_iter()
            .map(|(union, name)| (union, name.variants));
        name_string_enums(&definitions.string_enums, &mut types, &mut scope);
        let refusal = scope.take("Refusal".to_owned());
        let methods = || model.schema.methods.iter().map(|method| &method.name);
        let mut calls = Scope::with(BOT_METHODS.iter().copied());
        Ok(Self {
            marker,
            refusal,
            types,
            unions,
            variants: variants.collect(),
            requests: take_all(methods(), camel, &mut scope),
            calls: take_all(methods(), snake, &mut calls),
        })
    }

    /// The Rust name of a type that is generated.
    pub(crate) fn rust_name(&self, ty: &Type) -> Option<String> {
        match ty {
            Type::Named(name) => Some(self.ty(name)),
            Type::Union(members) => Some(self.union(members)),
            _ => None,
        }
    }

    /// The same of a type or, of a list, of its items.
    pub(crate) fn rust_name_in(&self, ty: &Type) -> Option<String> {
        self.rust_name(list_item(ty))
    }

    /// The type that the page calls `name`.
    pub(crate) fn ty(&self, name: &str) -> String {
        self.types.get(name).cloned().unwrap_or_else(|| camel(name))
    }

    /// The union of these members.
    pub(crate) fn union(&self, members: &[Type]) -> String {
        let known = self.unions.get(&sorted(members)).cloned();
        known.unwrap_or_else(|| derive_name(members))
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

    /// Checks whether the API has something of this Rust name.
    pub(crate) fn has(&self, name: &str) -> bool {
        let types = self.types.values();
        let mut generated = types
            .chain(self.requests.values())
            .chain(self.unions.values());
        let fixed = ["Bot", &self.marker, &self.refusal];
        fixed.contains(&name) || generated.any(|known| known == name)
    }
}

/// The names that the base gives to what an API inherits from it.
fn inherited_names<'a, K: Clone + Ord + 'a>(
    keys: impl Iterator<Item = &'a K>,
    base: Option<&Names>,
    name: impl Fn(&Names, &K) -> String,
) -> BTreeMap<K, String> {
    let Some(base) = base else {
        return BTreeMap::new();
    };
    keys.map(|key| (key.clone(), name(base, key))).collect()
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

/// Names each string enum: after the field that has it, or after what all of them are called.
fn name_string_enums(
    enums: &[StringEnum],
    types: &mut BTreeMap<String, String>,
    scope: &mut Scope,
) {
    let own = enums.iter().filter(|one| one.common_name().is_none());
    let common = enums.iter().filter(|one| one.common_name().is_some());
    for one in own.chain(common) {
        let common = one.common_name().filter(|name| !scope.has(name));
        let name = common.unwrap_or_else(|| one.own_name());
        types.entry(one.key()).or_insert_with(|| scope.take(name));
    }
}

/// Names each union as the manifest says or, where it says nothing, after its members. `names` has
/// the names of the inherited ones.
fn name_unions(
    unions: &[AnonymousUnion],
    given: &BTreeMap<Vec<Type>, UnionName>,
    names: &mut BTreeMap<Vec<Type>, String>,
    scope: &mut Scope,
) {
    for union in unions {
        let key = sorted(&union.members);
        if names.contains_key(&key) {
            continue;
        }
        let name = match given.get(&key) {
            Some(given) => given.name.clone(),
            None => scope.take(derive_name(&union.members)),
        };
        names.insert(key, name);
    }
}

/// The names that the manifest gives to unions of this API's own.
fn given_names(
    model: &Model,
    unions: &[AnonymousUnion],
    inherited: &BTreeMap<Vec<Type>, String>,
    scope: &mut Scope,
) -> Result<BTreeMap<Vec<Type>, UnionName>, GenerateError> {
    let unions = unions.iter().map(|union| sorted(&union.members));
    let matches = match_names(&model.manifest.names, &unions.collect());
    let mut names = BTreeMap::new();
    for (ty, given) in &model.manifest.names {
        let name = &given.name;
        let error = |why| GenerateError::new(&model.api, "names", format!("`{ty}`: {why}"));
        given.check(ty).map_err(|invalid| error(invalid.reason))?;
        let own = sorted_members(ty);
        let union = match matches.get(ty) {
            Some(Match::Union(union)) => union.clone(),
            _ => own.clone(),
        };
        match inherited.get(&union) {
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
