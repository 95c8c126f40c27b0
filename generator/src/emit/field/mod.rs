//! Parameters of requests and fields of types → the code that both need: a field, a setter, a place
//! in the constructor.

mod constructor;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;
use schema::schema::{Field, Method, Scalar};
use schema::ty::Type;

use crate::compat::constructor::{Constructor, has_one_value};
use crate::doc::Doc;
use crate::emit::rust_type;
use crate::resolve::anonymous_union::field_type;
use crate::resolve::api::Api;
use crate::resolve::string_enum::is_string_enum;
use crate::rust::ident::{Scope, ident, snake};

/// A parameter or a field, with its Rust names.
pub(crate) struct Member<'a> {
    api: &'a Api,
    pub(crate) field: &'a Field,
    pub(crate) ident: Ident,
    setter: Ident,
    ty: Type,
    boxed: bool,
    /// Its constant is written and not read: it tells nothing but the type of its owner, or it is the
    /// parameter of a method.
    is_fixed: bool,
    was_required: bool,
    /// It is `false` until it is set, though it is required.
    starts_false: bool,
    /// There is no value of its owner without it.
    is_needed: bool,
    doc: Doc,
}

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
            was_required: was_required(api, owner, field),
            is_needed: Constructor::of_method().asks_for(field),
            doc: Doc::of_field(field, kind.member_noun()),
            ..Member::new(api, field, &field_names.take(name))
        });
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

/// Checks whether a field is optional, and an earlier version required it.
fn was_required(api: &Api, owner: &str, field: &Field) -> bool {
    let mut groups = api.was_required(owner).iter();
    !field.required && groups.any(|names| names.contains(&field.name))
}

/// Names the fields of a type. Where many of them are flags, those start as `false`.
pub(crate) fn name_fields<'a>(
    api: &'a Api,
    name: &str,
    rust: &str,
    fields: &'a [Field],
) -> Members<'a> {
    let mut found = name_members(api, OwnerKind::Type, name, rust, fields);
    let constructor = Constructor::of_type(fields);
    for member in &mut found.all {
        member.starts_false = constructor.starts_false(member.field);
        member.is_needed = constructor.asks_for(member.field);
    }
    found
}

/// Names the parameters of a method.
pub(crate) fn name_params<'a>(api: &'a Api, method: &'a Method) -> Members<'a> {
    let rust = api.names.request(&method.name);
    name_members(api, OwnerKind::Method, &method.name, &rust, &method.params)
}

impl<'a> Member<'a> {
    /// A member that nothing is known of yet but its name in Rust.
    fn new(api: &'a Api, field: &'a Field, name: &str) -> Self {
        Self {
            api,
            field,
            ident: ident(name),
            setter: ident(name),
            ty: field_type(field),
            boxed: false,
            is_fixed: false,
            was_required: false,
            starts_false: false,
            is_needed: false,
            doc: Doc::default(),
        }
    }
}

impl Member<'_> {
    /// Emits the field: `pub caption: Option<String>,`.
    pub(crate) fn emit_field(&self) -> TokenStream {
        let (doc, name, ty) = (self.doc.tokens(4), &self.ident, self.emit_field_type());
        quote!(#doc pub #name: #ty,)
    }

    /// Emits the type of the field: `Option<String>`.
    pub(crate) fn emit_field_type(&self) -> TokenStream {
        let ty = self.emit_type();
        if self.field.required {
            return ty;
        }
        quote!(Option<#ty>)
    }

    /// Emits the field with its name on the wire, where that is another: `r#type: "type"`.
    pub(crate) fn emit_entry(&self) -> TokenStream {
        let (name, wire) = (&self.ident, self.field.wire_name());
        if name == wire {
            return quote!(#name);
        }
        quote!(#name: #wire)
    }

    /// Checks whether its type has a default for a required field that a server leaves out.
    pub(crate) fn has_default_if_missing(&self) -> bool {
        match &self.ty {
            Type::Named(name) => is_string_enum(&self.ty) || self.api.is_flags(name),
            Type::Union(_) | Type::InputFile => false,
            _ => true,
        }
    }

    /// Emits its constant in JSON, if it has no field: `"type" = "photo"`.
    pub(crate) fn emit_constant(&self) -> Option<TokenStream> {
        if !self.is_constant() {
            return None;
        }
        let wire = self.field.wire_name();
        let value = match self.field.facts.constant.as_ref()? {
            Scalar::Boolean(value) => quote!(#value),
            Scalar::Integer(value) => {
                let value = Literal::i64_suffixed(*value);
                quote!(#value)
            }
            Scalar::String(text) => quote!(#text),
            Scalar::Float(_) => return None,
        };
        Some(quote!(#wire = #value))
    }

    /// Checks whether it has one value and so needs no field.
    ///
    /// A constant that is not the tag of a union has a field: of a price `currency: "XTR"`, a newer
    /// server may send another value, which must not be read as `XTR`.
    pub(crate) fn is_constant(&self) -> bool {
        let is_untyped = self.ty != Type::True && has_one_value(self.field);
        self.field.required && is_untyped && self.is_fixed
    }

    /// Checks whether `new` asks for it: it is required and could be more than one value, or an
    /// earlier version required it.
    pub(crate) fn is_asked(&self) -> bool {
        self.was_required || self.is_needed()
    }

    /// Checks whether there is no value of its owner without it.
    pub(crate) fn is_needed(&self) -> bool {
        self.is_needed
    }

    /// Checks whether it is optional, and an earlier version required it.
    pub(crate) fn was_required(&self) -> bool {
        self.was_required
    }

    fn emit_type(&self) -> TokenStream {
        let ty = rust_type::emit_type(self.api, &self.ty);
        if self.boxed {
            return quote!(Box<#ty>);
        }
        ty
    }

    /// Checks whether it is `false` until it is set, though it is required.
    pub(crate) fn starts_false(&self) -> bool {
        self.starts_false
    }

    /// Emits the statement of a request that collects the files in a parameter: the parameter may
    /// be a file itself, or contain some.
    pub(crate) fn emit_add_files(&self) -> Option<TokenStream> {
        let (name, wire) = (&self.ident, self.field.wire_name());
        if !self.api.holds_files(&self.ty) {
            return None;
        }
        if self.ty.members().contains(&Type::InputFile) {
            return Some(quote!(files.add_parameter(#wire, &self.#name);));
        }
        Some(quote!(files.add_nested(&self.#name);))
    }

    /// Emits the statement of a structure that visits the files in a field.
    pub(crate) fn emit_visit_files(&self) -> Option<TokenStream> {
        let name = &self.ident;
        self.api
            .holds_files(&self.ty)
            .then(|| quote!(self.#name.visit_files(visit);))
    }
}
