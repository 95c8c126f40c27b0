//! The fields that are behind a `Box`: those of recursive types and, for their size, those that
//! would make what a server sends large.
//!
//! In a type that is received, an object is boxed where it is larger than a pointer and either
//! optional or in a large structure. A variant is boxed that would make its whole union large. So a
//! `Message`, with a hundred optional objects of which two are present, takes hundreds of bytes
//! instead of many thousands, and moving an `Update` is cheap.
//!
//! The sizes are those of a 64-bit machine, and estimates: a union's is never less than it is.

use std::collections::{BTreeMap, BTreeSet};

use schema::schema::{Field, Shape};
use schema::ty::Type;

use crate::resolve::anonymous_union::field_type;
use crate::resolve::declarations::Declarations;
use crate::resolve::string_enum::is_string_enum;
use crate::resolve::type_graph::FieldRef;
use crate::resolve::uses::Uses;

/// The largest variant, in bytes, that is not boxed. Clippy warns of unions in which one variant is
/// 200 bytes larger than the others (`large_enum_variant`). Of `Message | True`, the `Message` is
/// boxed.
const MAX_VARIANT: usize = 192;
/// The largest structure, in bytes, in which required objects are not boxed: a `Message` is above
/// it, a `User` or a `PhotoSize` far below.
const MAX_STRUCTURE: usize = 1024;
/// The size of a pointer, in bytes, and of the tag that an `Option<i64>` adds to an `i64`.
const POINTER: usize = 8;

/// The boxed fields and variants of one API.
#[derive(Debug)]
pub(crate) struct Boxes(BTreeSet<FieldRef>);

impl Boxes {
    /// Decides what is boxed; `inherited` has been decided for the types of other APIs.
    pub(crate) fn decide(
        api: &Declarations,
        uses: &Uses,
        inherited: impl Iterator<Item = FieldRef>,
    ) -> Self {
        let mut sizes = Sizes {
            api,
            uses,
            known: BTreeMap::new(),
            boxed: api.graph.recursive_fields(),
        };
        sizes.boxed.extend(inherited);
        for def in &api.definitions.model.schema.types {
            sizes.size_of(&Type::Named(def.name.clone()));
        }
        for union in &api.definitions.anonymous_unions {
            sizes.size_of(&Type::Union(union.members.clone()));
        }
        Self(sizes.boxed)
    }

    /// Checks whether a field or a variant is boxed.
    pub(crate) fn contains(&self, owner: &str, member: &str) -> bool {
        self.0.contains(&FieldRef::new(owner, member))
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &FieldRef> {
        self.0.iter()
    }
}

/// The size of a type, and whether it leaves a value free that can stand for its absence: an
/// `Option<String>` is as large as a `String`, an `Option<i64>` is larger than an `i64`.
#[derive(Clone, Copy, Debug)]
struct Size {
    bytes: usize,
    spare: bool,
}

impl Size {
    fn new(bytes: usize, spare: bool) -> Self {
        Self { bytes, spare }
    }
}

/// The sizes that are known so far. A field that is boxed has the size of a pointer.
struct Sizes<'a> {
    api: &'a Declarations,
    uses: &'a Uses,
    known: BTreeMap<String, Size>,
    boxed: BTreeSet<FieldRef>,
}

impl Sizes<'_> {
    fn size_of(&mut self, ty: &Type) -> Size {
        let schema = &self.api.definitions.model.schema;
        match ty {
            Type::Integer | Type::Float => Size::new(8, false),
            Type::Boolean | Type::True => Size::new(1, true),
            Type::String | Type::Array(_) => Size::new(24, true),
            Type::InputFile => Size::new(56, true),
            _ if is_string_enum(ty) => Size::new(16, true),
            Type::Union(members) => self.size_of_union(ty, members),
            Type::Named(name) => match schema.type_def(name).map(|def| &def.shape) {
                Some(Shape::Struct(fields)) => self.size_of_struct(ty, fields),
                Some(Shape::Union(union)) => self.size_of_union(ty, &union.one_of),
                None => Size::new(16, true),
            },
        }
    }

    fn size_of_struct(&mut self, ty: &Type, fields: &[Field]) -> Size {
        let name = self.api.names.rust_name(ty).unwrap_or_default();
        if let Some(known) = self.known.get(&name) {
            return *known;
        }
        let mut whole = self.sum_fields(&name, fields, false);
        if whole.bytes > MAX_STRUCTURE && self.uses.received.contains(&name) {
            whole = self.sum_fields(&name, fields, true);
        }
        self.known.insert(name, whole);
        whole
    }

    /// Adds up the fields of a structure. In a large one, required objects are boxed as well:
    /// `Message.chat`, but not `ChatMember.user`.
    fn sum_fields(&mut self, owner: &str, fields: &[Field], is_large: bool) -> Size {
        // The pointer is that to the members which the crate does not know.
        let (mut bytes, mut spare) = (POINTER, false);
        for field in fields {
            let part = self.size_of_field(owner, field, is_large);
            bytes += part.bytes;
            spare |= part.spare;
        }
        Size::new(bytes.next_multiple_of(8), spare)
    }

    fn size_of_field(&mut self, owner: &str, field: &Field, is_large: bool) -> Size {
        let boxed = FieldRef::new(owner, &field.name);
        if self.boxed.contains(&boxed) {
            return Size::new(POINTER, field.required);
        }
        let ty = field_type(field);
        let own = self.size_of(&ty);
        // `Option<i64>` needs a tag beside the number, `Option<String>` needs none.
        let whole = if field.required || own.spare {
            own
        } else {
            Size::new(own.bytes + POINTER, true)
        };
        let is_object = self.api.names.rust_name(&ty).is_some() && !is_string_enum(&ty);
        let may_box = is_object && whole.bytes > POINTER && self.uses.received.contains(owner);
        if may_box && (is_large || !field.required) {
            self.boxed.insert(boxed);
            return Size::new(POINTER, field.required);
        }
        whole
    }

    fn size_of_union(&mut self, ty: &Type, members: &[Type]) -> Size {
        let name = self.api.names.rust_name(ty).unwrap_or_default();
        if let Some(known) = self.known.get(&name) {
            return *known;
        }
        let sizes = members
            .iter()
            .map(|member| self.size_of_variant(&name, member));
        let largest = sizes.max().unwrap_or(0);
        let whole = Size::new((largest + 1).next_multiple_of(8), true);
        self.known.insert(name, whole);
        whole
    }

    fn size_of_variant(&mut self, union: &str, member: &Type) -> usize {
        let boxed = FieldRef::new(union, &member.to_string());
        if self.boxed.contains(&boxed) {
            return POINTER;
        }
        let bytes = self.size_of(member).bytes;
        if bytes <= MAX_VARIANT {
            return bytes;
        }
        self.boxed.insert(boxed);
        POINTER
    }
}
