//! How large the generated types are, and what is put behind a pointer for that: an optional object
//! in what a server sends, where it is larger than the pointer, and a variant that would make its
//! whole union large.
//!
//! The sizes are those of a 64-bit machine, and estimates: a union's is never less than it is.

use std::collections::{BTreeMap, BTreeSet};

use schema::schema::Shape;
use schema::ty::Type;

use crate::api::Api;
use crate::graph::Place;
use crate::inline::field_type;
use crate::share::is_words;

/// The largest variant, in bytes, that has its place in its union.
const VARIANT: usize = 192;
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

    fn structure(&mut self, ty: &Type, fields: &[schema::schema::Field]) -> Size {
        let name = self.api.rust_name(ty).unwrap_or_default();
        if let Some(known) = self.known.get(&name) {
            return *known;
        }
        // The pointer is that to the members which the crate does not know.
        let (mut bytes, mut spare) = (POINTER, false);
        for field in fields {
            let part = self.part(&name, &field.name, &field_type(field), field.required);
            bytes += part.bytes;
            spare |= part.spare;
        }
        let whole = size(bytes.next_multiple_of(8), spare);
        self.known.insert(name, whole);
        whole
    }

    fn part(&mut self, owner: &str, name: &str, ty: &Type, required: bool) -> Size {
        if self.api.is_boxed(owner, name) {
            return size(POINTER, required);
        }
        let own = self.of(ty);
        let optional = match own.spare {
            true => own,
            false => size(own.bytes + POINTER, true),
        };
        let is_object = self.api.rust_name(ty).is_some() && !is_words(ty);
        if required {
            return own;
        }
        if is_object && optional.bytes > POINTER && self.api.is_received(owner) {
            self.boxed.insert(Place::new(owner, name));
            return size(POINTER, false);
        }
        optional
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
