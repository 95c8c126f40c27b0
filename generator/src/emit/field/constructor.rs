//! A member → its place in the constructors of its owner, and the setter that stands in for one.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;
use schema::schema::Scalar;
use schema::ty::Type;

use super::Member;
use crate::doc::Doc;
use crate::emit::rust_type;
use crate::rust::ident::ident;

impl Member<'_> {
    /// The name of its setter.
    pub(crate) fn setter(&self) -> &Ident {
        &self.setter
    }

    /// Emits the constructor's argument: `chat_id: impl Into<ChatId>`.
    pub(crate) fn emit_argument(&self) -> TokenStream {
        let (name, ty) = (&self.ident, self.emit_argument_type());
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

    /// Emits the setter, where `new` can do without the member.
    pub(crate) fn emit_setter(&self) -> Option<TokenStream> {
        if self.field.required && !self.starts_false {
            return None;
        }
        let (doc, setter, name) = (self.doc.tokens(4), &self.setter, &self.ident);
        let ty = self.emit_argument_type();
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

    /// Emits a setter of another name, where there is a setter.
    pub(crate) fn emit_setter_as(&self, name: &str) -> Option<TokenStream> {
        if self.field.required {
            return None;
        }
        let (other, setter, argument) = (ident(name), &self.setter, &self.ident);
        let ty = self.emit_argument_type();
        let doc = Doc::new(None, &format!("Sets `{}`.", self.field.name)).tokens(4);
        Some(quote! {
            #doc
            pub fn #other(self, #argument: #ty) -> Self {
                self.#setter(#argument)
            }
        })
    }

    /// Emits the setter of a member that only the version before had.
    pub(crate) fn emit_removed_setter(&self) -> TokenStream {
        let (setter, ty) = (&self.setter, rust_type::emit_argument(self.api, &self.ty));
        let doc = Doc::new(None, "Does nothing: the server no longer takes it.").tokens(4);
        quote! {
            #doc
            #[deprecated = "the server no longer takes it: this does nothing, and is gone in the next version"]
            pub fn #setter(self, _: #ty) -> Self {
                self
            }
        }
    }

    /// Emits the type of its argument: `impl Into<UnixTime>` of a number that counts a moment.
    fn emit_argument_type(&self) -> TokenStream {
        if self.is_moment() {
            return quote!(impl Into<UnixTime>);
        }
        rust_type::emit_argument(self.api, &self.ty)
    }

    fn emit_value(&self) -> TokenStream {
        if self.is_moment() {
            let name = &self.ident;
            return quote!(#name.into().as_seconds());
        }
        rust_type::emit_value(self.api, &self.ty, &self.ident, self.boxed)
    }

    /// The value of a required member that the constructor does not ask for, as Rust.
    fn default_value(&self) -> Option<TokenStream> {
        if self.starts_false {
            return Some(quote!(false));
        }
        self.constant_value()
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
}
