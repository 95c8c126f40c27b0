//! How large the generated types are, and what is put behind a pointer for that: an object in what
//! a server sends, where it is larger than the pointer and optional or in a large structure, and a
//! variant that would make its whole union large.
//!
//! The sizes are those of a 64-bit machine, and estimates: a union's is never less than it is.

use std::collections::{BTreeMap, BTreeSet};

use schema::schema::{Field, Shape};
use schema::ty::Type;

use crate::resolve::anonymous_union::field_type;
use crate::resolve::api::Api;
use crate::resolve::inherited::is_words;
use crate::resolve::type_graph::Place;

/// The largest variant, in bytes, that has its place in its union.
const VARIANT: usize = 192;
/// The largest structure, in bytes, in which required objects have their place.
const STRUCTURE: usize = 1024;
/// The size of a pointer.
const POINTER: usize = 8;

/// The size of a type, and whether it leaves a value free that can stand for its absence.
#[derive(Clone, Copy, Debug)]
struct Size {
    bytes: usize,
    spare: bool,
}

const fn size(bytes: usize, spare: bool) -> Size {
    Size { bytes, spare }
}

/// The places that need a `Box` for their size, besides those that are boxed already.
pub(crate) fn boxed(api: &Api<'_>) -> BTreeSet<Place> {
    let mut sizes = Sizes {
        api,
        known: BTreeMap::new(),
        boxed: BTreeSet::new(),
    };
    for def in &api.model.schema.types {
        sizes.of(&Type::Named(def.name.clone()));
    }
    for union in &api.inline {
        sizes.of(&Type::Union(union.members.clone()));
    }
    sizes.boxed
}

struct Sizes<'a> {
    api: &'a Api<'a>,
    known: BTreeMap<String, Size>,
    boxed: BTreeSet<Place>,
}

impl Sizes<'_> {
    fn of(&mut self, ty: &Type) -> Size {
        match ty {
            Type::Integer | Type::Float => size(8, false),
            Type::Boolean | Type::True => size(1, true),
            Type::String | Type::Array(_) => size(24, true),
            Type::InputFile => size(56, true),
            words if is_words(words) => size(16, true),
            Type::Union(members) => self.union(ty, members),
            Type::Named(name) => match self.api.model.schema.type_def(name).map(|def| &def.shape) {
                Some(Shape::Struct(fields)) => self.structure(ty, fields),
                Some(Shape::Union(union)) => self.union(ty, &union.one_of),
                None => size(16, true),
            },
        }
    }

    fn structure(&mut self, ty: &Type, fields: &[Field]) -> Size {
        let name = self.api.rust_name(ty).unwrap_or_default();
        if let Some(known) = self.known.get(&name) {
            return *known;
        }
        let mut whole = self.sum(&name, fields, false);
        if whole.bytes > STRUCTURE && self.api.is_received(&name) {
            whole = self.sum(&name, fields, true);
        }
        self.known.insert(name, whole);
        whole
    }

    /// The size of a structure with these fields, which is large or not.
    fn sum(&mut self, owner: &str, fields: &[Field], large: bool) -> Size {
        // The pointer is that to the members which the crate does not know.
        let (mut bytes, mut spare) = (POINTER, false);
        for field in fields {
            let part = self.part(owner, field, large);
            bytes += part.bytes;
            spare |= part.spare;
        }
        size(bytes.next_multiple_of(8), spare)
    }

    fn part(&mut self, owner: &str, field: &Field, large: bool) -> Size {
        if self.api.is_boxed(owner, &field.name) {
            return size(POINTER, field.required);
        }
        let ty = field_type(field);
        let own = self.of(&ty);
        let whole = match field.required || own.spare {
            true => own,
            false => size(own.bytes + POINTER, true),
        };
        let is_object = self.api.rust_name(&ty).is_some() && !is_words(&ty);
        let may_box = is_object && whole.bytes > POINTER && self.api.is_received(owner);
        if may_box && (large || !field.required) {
            self.boxed.insert(Place::new(owner, &field.name));
            return size(POINTER, field.required);
        }
        whole
    }

    fn union(&mut self, ty: &Type, members: &[Type]) -> Size {
        let name = self.api.rust_name(ty).unwrap_or_default();
        if let Some(known) = self.known.get(&name) {
            return *known;
        }
        let mut largest = 0;
        for member in members {
            largest = largest.max(self.variant(&name, member));
        }
        let whole = size((largest + 1).next_multiple_of(8), true);
        self.known.insert(name, whole);
        whole
    }

    fn variant(&mut self, union: &str, member: &Type) -> usize {
        let wire = member.to_string();
        if self.api.is_boxed(union, &wire) {
            return POINTER;
        }
        let bytes = self.of(member).bytes;
        if bytes <= VARIANT {
            return bytes;
        }
        self.boxed.insert(Place::new(union, &wire));
        POINTER
    }
}
