//! Parameters of requests and fields of types → the code that both need: a field, a setter, a place
//! in the constructor.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;
use schema::path::ItemPath;
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
            api,
            field,
            setter: ident(&functions.take(name.clone())),
            ident: ident(&field_names.take(name)),
            ty: field_type(field),
            boxed: api.is_boxed(rust, &field.name),
            was_required: !field.required
                && api
                    .model
                    .was_required
                    .contains(&ItemPath::member(owner, &field.name)),
            starts_false: false,
            is_needed: Constructor::of_method().asks_for(field),
            doc: Doc::of_field(field, kind.member_noun()),
        });
    }
    Members { all, functions }
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

impl Member<'_> {
    /// Emits the field: `pub caption: Option<String>,`.
    pub(crate) fn emit_field(&self) -> TokenStream {
        let (doc, name, ty) = (self.doc.tokens(4), &self.ident, self.emit_type());
        if self.field.required {
            return quote!(#doc pub #name: #ty,);
        }
        quote!(#doc pub #name: Option<#ty>,)
    }

    /// Emits the field with its name on the wire, where that is another: `r#type: "type"`.
    pub(crate) fn emit_entry(&self) -> TokenStream {
        let (name, wire) = (&self.ident, &self.field.name);
        if name == wire {
            return quote!(#name);
        }
        quote!(#name: #wire)
    }

    /// Checks whether its type has a default for a required field that a server leaves out.
    pub(crate) fn has_default_if_missing(&self) -> bool {
        match &self.ty {
            Type::Named(_) => is_string_enum(&self.ty),
            Type::Union(_) | Type::InputFile => false,
            _ => true,
        }
    }

    /// Emits its constant in JSON, if it has no field: `"type" = "photo"`.
    pub(crate) fn emit_constant(&self) -> Option<TokenStream> {
        if !self.is_constant() {
            return None;
        }
        let wire = &self.field.name;
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
    pub(crate) fn is_constant(&self) -> bool {
        self.field.required && self.ty != Type::True && has_one_value(self.field)
    }

    /// Emits the setter, where `new` can do without the member.
    pub(crate) fn emit_setter(&self) -> Option<TokenStream> {
        if self.field.required && !self.starts_false {
            return None;
        }
        let (doc, setter, name) = (self.doc.tokens(4), &self.setter, &self.ident);
        let ty = rust_type::emit_argument(self.api, &self.ty);
        let mut value = self.emit_value();
        if !self.field.required {
            value = quote!(Some(#value));
        }
        Some(quote! {
            #doc
            pub fn #setter(mut self, #name: #ty) -> Self {
                self.#name = #value;
                self
            }
        })
    }

    /// Checks whether `new` asks for it: it is required and could be more than one value, or it
    /// was.
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

    /// Emits the constructor's argument: `chat_id: impl Into<ChatId>`.
    pub(crate) fn emit_argument(&self) -> TokenStream {
        let (name, ty) = (&self.ident, rust_type::emit_argument(self.api, &self.ty));
        quote!(#name: #ty)
    }

    /// Emits its initial value in a constructor: `chat_id: chat_id.into()`.
    pub(crate) fn emit_initial(&self) -> TokenStream {
        self.emit_initial_if(self.was_required)
    }

    /// Emits its initial value in a constructor that asks for it, where it is optional, or does
    /// not.
    pub(crate) fn emit_initial_if(&self, is_asked: bool) -> TokenStream {
        let (name, own) = (&self.ident, self.emit_value());
        let value = if self.field.required {
            self.default_value().unwrap_or(own)
        } else if is_asked {
            quote!(Some(#own))
        } else {
            quote!(None)
        };
        if *name == value.to_string() {
            return quote!(#name);
        }
        quote!(#name: #value)
    }

    fn emit_type(&self) -> TokenStream {
        let ty = rust_type::emit_type(self.api, &self.ty);
        if self.boxed {
            return quote!(Box<#ty>);
        }
        ty
    }

    fn emit_value(&self) -> TokenStream {
        rust_type::emit_value(self.api, &self.ty, &self.ident, self.boxed)
    }

    /// The value of a required member that the constructor does not ask for, as Rust.
    fn default_value(&self) -> Option<TokenStream> {
        if self.starts_false {
            return Some(quote!(false));
        }
        self.constant_value()
    }

    /// Checks whether it is `false` until it is set, though it is required.
    pub(crate) fn starts_false(&self) -> bool {
        self.starts_false
    }

    /// The one value that it has, as Rust.
    fn constant_value(&self) -> Option<TokenStream> {
        match (&self.ty, &self.field.facts.constant) {
            (Type::True, _) => Some(quote!(true)),
            (Type::Boolean, Some(Scalar::Boolean(value))) => Some(quote!(#value)),
            (Type::Integer, Some(Scalar::Integer(value))) => {
                let value = Literal::i64_unsuffixed(*value);
                Some(quote!(#value))
            }
            (Type::String, Some(Scalar::String(text))) => Some(quote!(#text.to_owned())),
            _ => None,
        }
    }

    /// Emits the statement of a request that collects the files in a parameter: the parameter may
    /// be a file itself, or contain some.
    pub(crate) fn emit_add_files(&self) -> Option<TokenStream> {
        let (name, wire) = (&self.ident, &self.field.name);
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
