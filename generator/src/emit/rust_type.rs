//! Types of the schema → types of Rust, and how an argument becomes a value of one.

use proc_macro2::TokenStream;
use quote::quote;
use schema::ty::Type;

use crate::resolve::api::Api;
use crate::rust::ident::ident;

/// The forms in which a setter or a constructor takes a value.
enum ArgumentForm {
    /// As it is: a number, a flag, an object.
    Plain,
    /// Whatever turns into it: a text, a file, one of several types.
    Into,
    /// The items of a list.
    Items,
}

fn argument_form(api: &Api, ty: &Type) -> ArgumentForm {
    match ty {
        Type::Array(_) => ArgumentForm::Items,
        Type::String | Type::InputFile => ArgumentForm::Into,
        other if api.is_converted(other) => ArgumentForm::Into,
        _ => ArgumentForm::Plain,
    }
}

/// Emits the Rust type: `Vec<Message>`.
pub(crate) fn emit_type(api: &Api, ty: &Type) -> TokenStream {
    match ty {
        Type::Integer => quote!(i64),
        Type::Float => quote!(f64),
        Type::String => quote!(String),
        Type::Boolean | Type::True => quote!(bool),
        Type::InputFile => quote!(InputFile),
        Type::Array(item) => {
            let item = emit_type(api, item);
            quote!(Vec<#item>)
        }
        named => {
            let name = ident(&api.rust_name(named).unwrap_or_default());
            quote!(#name)
        }
    }
}

/// Emits the type of what a method returns: JSON as it is, where the page does not say.
pub(crate) fn emit_response(api: &Api, returns: Option<&Type>) -> TokenStream {
    match returns {
        Some(Type::Array(item)) if is_numbered(api, item) => {
            let item = emit_type(api, item);
            quote!(Vec<Incoming<#item>>)
        }
        Some(ty) => emit_type(api, ty),
        None => quote!(Raw),
    }
}

/// Checks whether values of a type are handled one by one: where one of ten updates can't be read,
/// the other nine are delivered.
fn is_numbered(api: &Api, item: &Type) -> bool {
    matches!(item, Type::Named(name) if api.sequence_field(name).is_some())
}

/// Emits the type of an argument: `impl Into<String>`.
pub(crate) fn emit_argument(api: &Api, ty: &Type) -> TokenStream {
    let rust = emit_type(api, ty);
    match (argument_form(api, ty), ty) {
        (ArgumentForm::Into, _) => quote!(impl Into<#rust>),
        (ArgumentForm::Items, Type::Array(item)) => {
            let item = emit_item_argument(api, item);
            quote!(impl IntoIterator<Item = #item>)
        }
        _ => rust,
    }
}

/// Emits the type of a list's items: that of the items themselves, so that `[]` is clear, unless
/// they are texts or one of several types.
fn emit_item_argument(api: &Api, item: &Type) -> TokenStream {
    match item {
        Type::Array(_) => emit_type(api, item),
        _ => emit_argument(api, item),
    }
}

/// Emits the argument `name` as a value of the type, boxed where asked for.
pub(crate) fn emit_value(
    api: &Api,
    ty: &Type,
    name: &proc_macro2::Ident,
    boxed: bool,
) -> TokenStream {
    let value = match argument_form(api, ty) {
        ArgumentForm::Plain => quote!(#name),
        ArgumentForm::Into => quote!(#name.into()),
        ArgumentForm::Items => quote!(#name.into_vec()),
    };
    if boxed {
        return quote!(Box::new(#value));
    }
    value
}
