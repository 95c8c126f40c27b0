//! A resolved API: everything that the emitters need to know. Nothing in it changes any more.

use std::collections::{BTreeMap, BTreeSet};

use schema::call::Updates;
use schema::model::Model;
use schema::page_lock::BecameOptional;
use schema::schema::{Field, Shape, TypeDef};
use schema::ty::Type;

use crate::resolve::anonymous_union::{AnonymousUnion, field_type, list_item};
use crate::resolve::boxing::Boxes;
use crate::resolve::declarations::Declarations;
use crate::resolve::definitions::Definitions;
use crate::resolve::discriminator::find_tags;
use crate::resolve::limits::{self, Check, LimitedTypes};
use crate::resolve::names::Names;
use crate::resolve::sequence::{envelope_field, sequence_field};
use crate::resolve::string_enum::{StringEnum, is_key};
use crate::resolve::targets::Targets;
use crate::resolve::type_graph::TypeGraph;
use crate::resolve::uses::Uses;

/// The value that each type is made of, by the Rust name of the type.
pub(crate) type SoleArguments = BTreeMap<String, Field>;

/// An API with its names, and with what follows from its types.
pub(crate) struct Api {
    pub(crate) model: Model,
    pub(crate) string_enums: Vec<StringEnum>,
    pub(crate) anonymous_unions: Vec<AnonymousUnion>,
    pub(crate) names: Names,
    /// The members that ceased to be required, those of one version together, by their owner.
    was_required: BTreeMap<String, Vec<Vec<String>>>,
    graph: TypeGraph,
    /// The API that generates each inherited type, by Rust name.
    owners: BTreeMap<String, String>,
    uses: Uses,
    boxes: Boxes,
    limited: LimitedTypes,
    /// The fields that tell the members of a union apart by their constants, by the name of the
    /// member.
    tags: BTreeSet<(String, String)>,
    pub(super) sole_arguments: SoleArguments,
    /// What requests refer to by ids.
    pub(crate) targets: Targets,
}

impl Api {
    /// Puts an API together; `others` are those that it may extend.
    pub(crate) fn new(declared: Declarations, uses: Uses, others: &[Self]) -> Self {
        let owners = &declared.owners;
        let inherited = others.iter().flat_map(|other| {
            let boxed = other.boxes.iter().cloned();
            boxed.filter(|field| owners.get(&field.owner) == Some(&other.model.api))
        });
        let boxes = Boxes::decide(&declared, &uses, inherited);
        let limited = LimitedTypes::find(&declared, &uses);
        let Definitions {
            model,
            string_enums,
            anonymous_unions,
        } = declared.definitions;
        let tags = find_tags(&model.schema, &anonymous_unions);
        Self {
            was_required: group_by_owner(&model),
            model,
            string_enums,
            anonymous_unions,
            names: declared.names,
            graph: declared.graph,
            owners: declared.owners,
            uses,
            boxes,
            limited,
            tags,
            sole_arguments: SoleArguments::new(),
            targets: Targets::default(),
        }
    }

    /// Adds what the requests refer to; an item is its owner's, as its type is.
    pub(super) fn set_targets(&mut self, targets: Targets) {
        for item in &targets.items {
            let owner = self.owners.get(&self.names.ty(&item.ty)).cloned();
            let owner = owner.map(|owner| (item.rust_name.clone(), owner));
            self.owners.extend(owner);
        }
        self.targets = targets;
    }

    /// Checks whether the constant of a field tells its owner from the other members of a union.
    pub(crate) fn is_tag(&self, owner: &str, field: &str) -> bool {
        self.tags.contains(&(owner.to_owned(), field.to_owned()))
    }

    /// The API that generates a type, by its Rust name: this one, or one that it extends.
    pub(crate) fn owner_of<'a>(&'a self, rust_name: &str) -> &'a str {
        self.owners.get(rust_name).unwrap_or(&self.model.api)
    }

    /// The APIs that use a type of this one, by its Rust name: itself, and those that inherit it.
    pub(crate) fn users_of(&self, rust_name: &str) -> BTreeSet<String> {
        let mut users = self.uses.users_of(rust_name);
        users.insert(self.model.api.clone());
        users
    }

    /// The other APIs that inherit something of this one.
    pub(crate) fn other_users(&self) -> &BTreeSet<String> {
        &self.uses.other_apis
    }

    /// The other generated types that a type refers to, by Rust name.
    pub(crate) fn parts_of(&self, rust_name: &str) -> BTreeSet<String> {
        let parts = self.graph.parts_of(rust_name);
        parts.filter(|part| *part != rust_name).cloned().collect()
    }

    /// The members of an owner that ceased to be required, those of one version together, by their
    /// names on the page.
    pub(crate) fn was_required(&self, owner: &str) -> &[Vec<String>] {
        let groups = self.was_required.get(owner);
        groups.map(Vec::as_slice).unwrap_or_default()
    }

    /// Checks whether a field is optional, and an earlier version required it.
    pub(crate) fn was_required_of(&self, owner: &str, field: &Field) -> bool {
        let mut groups = self.was_required(owner).iter();
        !field.required && groups.any(|names| names.contains(&field.name))
    }

    /// The one value that a type, by its Rust name, is made of.
    pub(crate) fn sole_argument(&self, rust_name: &str) -> Option<&Field> {
        self.sole_arguments.get(rust_name)
    }

    /// The members of an owner that only the version before had, by its name on the page.
    pub(crate) fn removed_members(&self, owner: &str) -> &[Field] {
        let removed = self.model.removed.get(owner);
        removed.map(Vec::as_slice).unwrap_or_default()
    }

    /// The Rust name of a type that is generated.
    pub(crate) fn rust_name(&self, ty: &Type) -> Option<String> {
        self.names.rust_name(ty)
    }

    /// The fields of a structure, by its name on the page.
    pub(crate) fn struct_fields(&self, name: &str) -> Option<&[Field]> {
        match &self.model.schema.type_def(name)?.shape {
            Shape::Struct(fields) => Some(fields),
            Shape::Union(_) => None,
        }
    }

    /// Checks whether a type is an object of flags. Without it, all its flags are false: a server that
    /// knows no gifts accepts none.
    pub(crate) fn is_flags(&self, name: &str) -> bool {
        let fields = self.struct_fields(name).unwrap_or_default();
        !fields.is_empty() && fields.iter().all(is_flag)
    }

    /// Checks whether a field or a variant needs a `Box`: its type contains its owner, or is large.
    pub(crate) fn is_boxed(&self, owner: &str, member: &str) -> bool {
        self.boxes.contains(owner, member)
    }

    /// Checks whether values of a type may hold files to upload.
    pub(crate) fn holds_files(&self, ty: &Type) -> bool {
        let holders = &self.graph.file_holders;
        let name = self.names.rust_name_in(ty);
        *list_item(ty) == Type::InputFile || name.is_some_and(|name| holders.contains(&name))
    }

    /// Checks whether users make values of a type, by its Rust name, to send them with a request.
    pub(crate) fn is_sent(&self, rust_name: &str) -> bool {
        self.uses.sent.contains(rust_name)
    }

    /// Checks whether values of a type, by its Rust name, are a part of some response.
    pub(crate) fn is_received(&self, rust_name: &str) -> bool {
        self.uses.received.contains(rust_name)
    }

    /// Checks whether an anonymous union, by its Rust name, is read from JSON.
    pub(crate) fn is_deserialized(&self, rust_name: &str) -> bool {
        self.uses.deserialized.contains(rust_name)
    }

    /// Checks whether a generated type, by its Rust name, holds anything that is validated.
    pub(crate) fn is_limited(&self, rust_name: &str) -> bool {
        self.limited.contains(rust_name)
    }

    /// Checks whether values of a type, or the items of a list, hold anything that is validated.
    pub(crate) fn holds_limits(&self, ty: &Type) -> bool {
        self.limited.contains_type(ty, &self.names)
    }

    /// The checks of a field among all fields of its owner, with those of what lies inside it.
    pub(crate) fn checks_of<'a>(&self, field: &Field, all: &'a [Field]) -> Vec<Check<'a>> {
        let mut checks = limits::checks_of_field(field, all);
        if self.holds_limits(&field_type(field)) {
            checks.push(Check::Inside);
        }
        checks
    }

    /// Checks whether limits inside the parameters of a method may depend on the server.
    pub(crate) fn has_local_limits_in_types(&self) -> bool {
        let mut fields = self.model.schema.types.iter().flat_map(TypeDef::fields);
        fields.any(|field| field.facts.local_limits.is_some())
    }

    /// Checks whether an argument of a type is `impl Into<…>`: it may be one of several types, with
    /// or without a name on the page, one of several strings, or what a type is made of.
    pub(crate) fn is_converted(&self, ty: &Type) -> bool {
        match ty {
            Type::Union(_) => true,
            Type::Named(name) => {
                let def = self.model.schema.type_def(name);
                is_key(name)
                    || def.is_some_and(|def| matches!(def.shape, Shape::Union(_)))
                    || self.sole_argument(&self.names.ty(name)).is_some()
            }
            _ => false,
        }
    }

    /// The field that numbers the values of a type which come in lists to be handled one by one.
    pub(crate) fn sequence_field(&self, name: &str) -> Option<&str> {
        sequence_field(&self.model.schema, self.updates(), name)
    }

    /// The field that numbers the values of a type whose other fields are all optional objects.
    pub(crate) fn envelope_field(&self, name: &str) -> Option<&str> {
        envelope_field(&self.model.schema, name)
    }

    /// The statement of the manifest about updates.
    pub(crate) fn updates(&self) -> Option<&Updates> {
        self.model.manifest.call.updates.as_ref()
    }
}

/// Checks whether a field may be `false` or absent, and is never anything but a boolean.
fn is_flag(field: &Field) -> bool {
    let is_free = field.facts.constant.is_none();
    let is_optional_true = field.ty == Type::True && !field.required;
    is_optional_true || (field.ty == Type::Boolean && is_free)
}

/// Groups the record of what was required by owner.
fn group_by_owner(model: &Model) -> BTreeMap<String, Vec<Vec<String>>> {
    let mut owners: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    for BecameOptional(group) in &model.was_required {
        for members in group.chunk_by(|one, next| one.owner == next.owner) {
            let names = members.iter().filter_map(|at| at.name.clone());
            let owner = members[0].owner.clone();
            owners.entry(owner).or_default().push(names.collect());
        }
    }
    owners
}
