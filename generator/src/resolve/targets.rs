//! Targets: what requests refer to by ids, and the values that hold such an id. `find_targets` says
//! what they are.

use std::collections::BTreeMap;

use schema::ty::Type;
use schema::union_names::sorted;

/// All that the requests of an API refer to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Targets {
    /// The holders of the id that an anonymous union is, by the members of the union.
    pub(super) places: BTreeMap<Vec<Type>, Vec<Holder>>,
    pub(crate) items: Vec<Item>,
}

/// An item that requests refer to.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    /// Its name on the page.
    pub(crate) ty: String,
    /// The name of the structure of both ids, in Rust.
    pub(crate) rust_name: String,
    /// The id of its place, and its own.
    pub(crate) place: Id,
    pub(crate) own: Id,
    pub(crate) holders: Vec<Holder>,
}

/// An id, by the name and the type that parameters have.
#[derive(Clone, Debug)]
pub(crate) struct Id {
    pub(crate) name: String,
    pub(crate) ty: Type,
}

/// A type whose values hold ids.
#[derive(Clone, Debug)]
pub(crate) struct Holder {
    /// Its name on the page.
    pub(crate) ty: String,
    /// The fields that lead from a structure to each id; none for a union, which is read by member.
    pub(crate) paths: Vec<Vec<String>>,
}

impl Targets {
    /// The holders of the id that an anonymous union is.
    pub(crate) fn holders_of_union(&self, members: &[Type]) -> &[Holder] {
        let known = self.places.get(&sorted(members));
        known.map(Vec::as_slice).unwrap_or_default()
    }

    /// The item whose own id a parameter or field of this name and type is.
    pub(crate) fn item_by_id(&self, name: &str, ty: &Type) -> Option<&Item> {
        let mut items = self.items.iter();
        items.find(|item| item.own.name == name && item.own.ty == *ty)
    }
}
