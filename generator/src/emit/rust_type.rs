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

/// Emits the type of an argument: `impl Into<String>`. The items of a list are taken as an argument
/// is: `[["Yes", "No"]]` where each is made of a text, and `[]` where each is an object.
pub(crate) fn emit_argument(api: &Api, ty: &Type) -> TokenStream {
    let rust = emit_type(api, ty);
    match (argument_form(api, ty), ty) {
        (ArgumentForm::Into, _) => quote!(impl Into<#rust>),
        (ArgumentForm::Items, Type::Array(item)) => {
            let item = emit_argument(api, item);
            quote!(impl IntoIterator<Item = #item>)
        }
        _ => rust,
    }
}

/// Lists the types that convert to a value of a type by themselves: a text from a literal.
pub(crate) fn source_types(api: &Api, ty: &Type) -> Vec<TokenStream> {
    let own = emit_type(api, ty);
    match ty {
        Type::True => Vec::new(),
        Type::Integer => vec![own, quote!(i32)],
        // Callers pass strings as literals mostly, and as references.
        Type::String => vec![own, quote!(&str), quote!(&String)],
        _ => vec![own],
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
        ArgumentForm::Items => emit_list(ty, &quote!(#name)),
    };
    if boxed {
        return quote!(Box::new(#value));
    }
    value
}

/// Emits a list of a list's type, each item converted. A list of lists takes each of them apart.
fn emit_list(ty: &Type, list: &TokenStream) -> TokenStream {
    let Type::Array(item) = ty else {
        return list.clone();
    };
    match item.as_ref() {
        Type::Array(_) => {
            let row = emit_list(item, &quote!(row));
            quote!(#list.into_iter().map(|row| #row).collect())
        }
        _ => quote!(#list.into_vec()),
    }
}
