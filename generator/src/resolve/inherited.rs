//! The types that an API inherits from the one that it extends: they are generated once, in the API
//! that defines them first, and compiled for each API that uses them.
//!
//! `schema::extend` has found the types that are the same in both to the last field. String enums
//! and anonymous unions follow them: a union is inherited if each of its members is.

use std::collections::{BTreeMap, BTreeSet};

use schema::ty::Type;
use schema::union_names::sorted;

use crate::resolve::definitions::Definitions;
use crate::resolve::string_enum::StringEnum;

/// The inherited types of one API, each with the API that generates it: its owner.
#[derive(Debug, Default)]
pub(crate) struct Inherited {
    /// By their name on the page, string enums by their key.
    pub(crate) types: BTreeMap<String, String>,
    /// By their members.
    pub(crate) unions: BTreeMap<Vec<Type>, String>,
}

impl Inherited {
    /// Finds what an API inherits from `base`, which may have inherited it itself.
    pub(crate) fn from_base(own: &Definitions, base: &Definitions, of_base: &Self) -> Self {
        let mut inherited = Self::default();
        for name in shared_types(own, base) {
            let owner = of_base.types.get(&name).unwrap_or(&base.model.api);
            inherited.types.insert(name, owner.clone());
        }
        for union in &own.anonymous_unions {
            let key = sorted(&union.members);
            let mut known = base.anonymous_unions.iter().map(|u| sorted(&u.members));
            if known.any(|known| known == key) && inherited.has_all(&key) {
                let owner = of_base.unions.get(&key).unwrap_or(&base.model.api);
                inherited.unions.insert(key, owner.clone());
            }
        }
        inherited
    }

    fn has_all(&self, members: &[Type]) -> bool {
        let mut names = members.iter().flat_map(Type::names);
        names.all(|name| self.types.contains_key(name))
    }
}

/// The keys of the types that both APIs have: types of the page, defined or not, and string enums.
fn shared_types(own: &Definitions, base: &Definitions) -> Vec<String> {
    let base_undefined = &base.model.opaque;
    let base_enums: BTreeSet<String> = base.string_enums.iter().map(StringEnum::key).collect();
    let undefined = own
        .model
        .opaque
        .iter()
        .map(|opaque| &opaque.name)
        .filter(|name| base_undefined.iter().any(|other| other.name == **name));
    let enums = own
        .string_enums
        .iter()
        .map(StringEnum::key)
        .filter(|key| base_enums.contains(key));
    let defined = own.model.inherited.iter();
    defined.chain(undefined).cloned().chain(enums).collect()
}
