//! What an API takes from the one that it extends: Rust types that are made once, under the feature
//! of either.
//!
//! A thing is known by its Rust name, for that is the same in both.

use std::collections::{BTreeMap, BTreeSet};

use schema::model::Model;
use schema::ty::Type;
use schema::union_names::sorted;

use crate::resolve::anonymous_union::Inline;
use crate::resolve::api::Api;
use crate::resolve::string_enum::{Words, is_key};

/// What a base lends: Rust names by what the page calls the types, and by members of unions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lent {
    pub(crate) types: BTreeMap<String, String>,
    pub(crate) unions: BTreeMap<Vec<Type>, String>,
    /// The API that makes each of them, by Rust name.
    homes: BTreeMap<String, String>,
}

impl Lent {
    /// What an API with these parts takes from `base`.
    pub(crate) fn new(model: &Model, words: &[Words], inline: &[Inline], base: &Api<'_>) -> Self {
        let mut lent = Self::default();
        let opaque = model.opaque.iter().map(|opaque| &opaque.name);
        let opaque = opaque.filter(|name| base.model.opaque.iter().any(|o| o.name == **name));
        let types = model.inherited.iter().chain(opaque).cloned();
        let words = words.iter().map(Words::key);
        let words = words.filter(|key| base.words.iter().any(|words| words.key() == *key));
        for name in types.chain(words) {
            let rust = base.names.ty(&name);
            lent.settle(&rust, base);
            lent.types.insert(name, rust);
        }
        for union in inline {
            let key = sorted(&union.members);
            if base.has_inline(&key) && lent.has_all(&key) {
                let rust = base.names.union(&key);
                lent.settle(&rust, base);
                lent.unions.insert(key, rust);
            }
        }
        lent
    }

    /// The API that makes a thing, where it is another's.
    pub(crate) fn home(&self, rust: &str) -> Option<&str> {
        self.homes.get(rust).map(String::as_str)
    }

    /// The things that other APIs make, each with its API.
    pub(crate) fn homes(&self) -> impl Iterator<Item = (&String, &String)> {
        self.homes.iter()
    }

    fn settle(&mut self, rust: &str, base: &Api<'_>) {
        let home = base.lent.home(rust).unwrap_or(&base.model.api).to_owned();
        self.homes.insert(rust.to_owned(), home);
    }

    fn has_all(&self, members: &[Type]) -> bool {
        let mut names = members.iter().flat_map(Type::names);
        names.all(|name| self.types.contains_key(name))
    }
}

/// The APIs that share a thing with its home, by the thing's Rust name.
pub(crate) type Borrowers = BTreeMap<String, BTreeSet<String>>;

/// Tells every home who borrows what, and for what. Bases come before those that extend them.
pub(crate) fn settle(apis: &mut [Api<'_>]) {
    for at in 0..apis.len() {
        let borrower = apis[at].model.api.clone();
        let homes: Vec<(String, String)> = apis[at]
            .lent
            .homes()
            .map(|(rust, home)| (rust.clone(), home.clone()))
            .collect();
        for (rust, home) in homes {
            let uses = apis[at].uses(&rust);
            if let Some(home) = apis.iter_mut().find(|api| api.model.api == home) {
                home.lend(&rust, &borrower, uses);
            }
        }
    }
}

/// The module of what an API shares with these others.
pub(crate) fn module(home: &str, borrowers: &BTreeSet<String>) -> String {
    let borrowers: Vec<&str> = borrowers.iter().map(String::as_str).collect();
    format!("{home}_with_{}", borrowers.join("_"))
}

/// The models with bases before those that extend them.
pub(crate) fn in_order<'a>(models: &[&'a Model]) -> Vec<&'a Model> {
    let mut order: Vec<&Model> = Vec::new();
    while order.len() < models.len() {
        let is_done = |name: &str| order.iter().any(|done| done.api == name);
        let is_ready = |model: &&&Model| {
            let base = base_of(model, models);
            !is_done(&model.api) && base.is_none_or(is_done)
        };
        // Where all that is left extends itself, the first goes without its base.
        let left = || models.iter().find(|model| !is_done(&model.api));
        match models.iter().find(is_ready).or_else(left) {
            Some(model) => order.push(model),
            None => break,
        }
    }
    order
}

fn base_of<'a>(model: &'a Model, models: &[&Model]) -> Option<&'a str> {
    let base = model.manifest.extends.as_deref()?;
    models.iter().any(|one| one.api == base).then_some(base)
}

/// Whether a thing is a list of words rather than a type of the page's.
pub(crate) fn is_words(ty: &Type) -> bool {
    matches!(ty, Type::Named(name) if is_key(name))
}
