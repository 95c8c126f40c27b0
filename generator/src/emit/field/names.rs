//! An owner → its members with their Rust names: of the fields, the setters and the constructors.

use proc_macro2::Ident;
use schema::schema::{Field, Method};

use super::Member;
use super::moment::name_moments;
use crate::compat::constructor::Constructor;
use crate::doc::Doc;
use crate::resolve::api::Api;
use crate::rust::ident::{Scope, ident, snake};

/// The members of one owner, and which names of functions are still free.
pub(crate) struct Members<'a> {
    pub(crate) all: Vec<Member<'a>>,
    /// The names of its functions.
    pub(crate) functions: Scope,
}

/// The kinds of owners. Each has a field and functions of its own, whose names are taken: a
/// member of the page that is called `extra` becomes the field `extra_`.
#[derive(Clone, Copy, Debug)]
enum OwnerKind {
    Type,
    Method,
}

impl OwnerKind {
    /// The word for its members in prose.
    fn member_noun(self) -> &'static str {
        match self {
            Self::Type => "field",
            Self::Method => "parameter",
        }
    }

    /// The field of the struct that is not a member of the page.
    fn own_field(self) -> &'static str {
        match self {
            Self::Type => "extra",
            Self::Method => "bot",
        }
    }

    /// The functions of the struct that are not setters.
    fn own_functions(self) -> &'static [&'static str] {
        match self {
            Self::Type => &["new"],
            Self::Method => &["new", "with_bot"],
        }
    }
}

/// Names the members of `owner`, by its name on the page and in Rust.
fn name_members<'a>(
    api: &'a Api,
    kind: OwnerKind,
    owner: &str,
    rust: &str,
    fields: &'a [Field],
) -> Members<'a> {
    let mut field_names = Scope::with([kind.own_field()]);
    let mut functions = Scope::with(kind.own_functions().iter().copied());
    let mut all = Vec::new();
    for field in fields {
        let name = snake(&field.name);
        all.push(Member {
            setter: ident(&functions.take(name.clone())),
            boxed: api.is_boxed(rust, &field.name),
            is_fixed: matches!(kind, OwnerKind::Method) || api.is_tag(owner, field.wire_name()),
            was_required: api.was_required_of(owner, field),
            is_needed: Constructor::of_method().asks_for(field),
            doc: Doc::of_field(field, kind.member_noun()),
            ..Member::new(api, field, &field_names.take(name))
        });
    }
    if matches!(kind, OwnerKind::Type) {
        name_moments(&mut all, &mut functions);
    }
    Members { all, functions }
}

/// Names the members of an owner that only the version before had, and that another function does
/// not have the name of.
pub(crate) fn name_removed<'a>(
    api: &'a Api,
    owner: &str,
    functions: &mut Scope,
) -> Vec<Member<'a>> {
    let removed = api.removed_members(owner).iter();
    let free = removed.filter(|field| {
        let name = snake(&field.name);
        functions.take(name.clone()) == name
    });
    free.map(|field| Member::new(api, field, &snake(&field.name)))
        .collect()
}

/// Names the fields of a type. Where many of them are flags, those start as `false`.
pub(crate) fn name_fields<'a>(api: &'a Api, name: &str, fields: &'a [Field]) -> Members<'a> {
    let rust = api.names.ty(name);
    let mut found = name_members(api, OwnerKind::Type, name, &rust, fields);
    let constructor = Constructor::of_type(fields);
    for member in &mut found.all {
        member.starts_false = constructor.starts_false(member.field);
        member.is_needed = constructor.asks_for(member.field);
    }
    found
}

/// Finds the Rust name of a field of a structure.
pub(crate) fn field_ident(api: &Api, owner: &str, field: &Field) -> Ident {
    let fields = api.struct_fields(owner).unwrap_or_default();
    let mut members = name_fields(api, owner, fields).all.into_iter();
    members
        .find(|member| member.field.name == field.name)
        .map_or_else(|| ident(&field.name), |member| member.ident)
}

/// Names the parameters of a method.
pub(crate) fn name_params<'a>(api: &'a Api, method: &'a Method) -> Members<'a> {
    let rust = api.names.request(&method.name);
    name_members(api, OwnerKind::Method, &method.name, &rust, &method.params)
}
