//! Parameters of requests and fields of types → the code that both need: a field, a setter, a place
//! in the constructor.

mod constructor;
mod moment;
mod names;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;
use schema::schema::{Field, Scalar};
use schema::ty::Type;

use crate::compat::constructor::has_one_value;
use crate::doc::Doc;
use crate::emit::rust_type;
use crate::resolve::anonymous_union::field_type;
use crate::resolve::api::Api;
use crate::resolve::string_enum::is_string_enum;
use crate::rust::ident::ident;

pub(crate) use self::names::{Members, field_ident, name_fields, name_params, name_removed};

/// A parameter or a field, with its Rust names.
pub(crate) struct Member<'a> {
    api: &'a Api,
    pub(crate) field: &'a Field,
    pub(crate) ident: Ident,
    setter: Ident,
    /// The function that returns the moment which it counts.
    moment: Option<Ident>,
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

impl<'a> Member<'a> {
    /// A member that nothing is known of yet but its name in Rust.
    fn new(api: &'a Api, field: &'a Field, name: &str) -> Self {
        Self {
            api,
            field,
            ident: ident(name),
            setter: ident(name),
            moment: None,
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

    /// Checks whether its value is in a `Box`.
    pub(crate) fn is_boxed(&self) -> bool {
        self.boxed
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
