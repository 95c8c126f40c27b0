//! Types of the schema → types of Rust, and how an argument becomes a value of one.

use proc_macro2::TokenStream;
use quote::quote;
use schema::ty::Type;

use crate::resolve::api::Api;
use crate::rust::ident::ident;

/// How a setter or a constructor takes a value.
enum Taken {
    /// As it is: a number, a flag, an object.
    Plain,
    /// Whatever turns into it: a text, a file, one of several types.
    Into,
    /// The items of a list.
    Items,
}

fn taken(api: &Api, ty: &Type) -> Taken {
    match ty {
        Type::Array(_) => Taken::Items,
        Type::String | Type::InputFile => Taken::Into,
        other if api.is_converted(other) => Taken::Into,
        _ => Taken::Plain,
    }
}

/// The Rust type: `Vec<Message>`.
pub(crate) fn rust(api: &Api, ty: &Type) -> TokenStream {
    match ty {
        Type::Integer => quote!(i64),
        Type::Float => quote!(f64),
        Type::String => quote!(String),
        Type::Boolean | Type::True => quote!(bool),
        Type::InputFile => quote!(InputFile),
        Type::Array(item) => {
            let item = rust(api, item);
            quote!(Vec<#item>)
        }
        named => {
            let name = ident(&api.rust_name(named).unwrap_or_default());
            quote!(#name)
        }
    }
}

/// What a method returns: JSON as it is, where the page does not say.
pub(crate) fn response(api: &Api, returns: Option<&Type>) -> TokenStream {
    match returns {
        Some(Type::Array(item)) if is_numbered(api, item) => {
            let item = rust(api, item);
            quote!(Vec<Incoming<#item>>)
        }
        Some(ty) => rust(api, ty),
        None => quote!(Raw),
    }
}

/// Whether values of a type are handled one by one, each whether the others can be read or not.
fn is_numbered(api: &Api, item: &Type) -> bool {
    matches!(item, Type::Named(name) if api.sequence_field(name).is_some())
}

/// The type of an argument: `impl Into<String>`.
pub(crate) fn argument(api: &Api, ty: &Type) -> TokenStream {
    let rust = rust(api, ty);
    match (taken(api, ty), ty) {
        (Taken::Into, _) => quote!(impl Into<#rust>),
        (Taken::Items, Type::Array(item)) => {
            let item = item_argument(api, item);
            quote!(impl IntoIterator<Item = #item>)
        }
        _ => rust,
    }
}

/// The type of a list's items: that of the items themselves, so that `[]` is clear, unless they
/// are texts or one of several types.
fn item_argument(api: &Api, item: &Type) -> TokenStream {
    match item {
        Type::Array(_) => rust(api, item),
        _ => argument(api, item),
    }
}

/// The argument `name` as a value of the type, boxed where asked for.
pub(crate) fn value(api: &Api, ty: &Type, name: &proc_macro2::Ident, boxed: bool) -> TokenStream {
    let value = match taken(api, ty) {
        Taken::Plain => quote!(#name),
        Taken::Into => quote!(#name.into()),
        Taken::Items => quote!(#name.into_vec()),
    };
    if boxed {
        return quote!(Box::new(#value));
    }
    value
}
