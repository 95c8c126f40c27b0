//! The members of a union → the conversions that make a value of it.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use schema::ty::Type;

use crate::api::Api;
use crate::emit::union::Variant;
use crate::ty;

/// The conversions from each member; none twice.
pub(crate) fn items(api: &Api<'_>, union: &Ident, variants: &[Variant<'_>]) -> Vec<TokenStream> {
    let mut items = Vec::new();
    let mut sources = Vec::new();
    for variant in variants {
        for (source, value) in conversions(api, variant) {
            let text = source.to_string();
            if !sources.contains(&text) {
                sources.push(text);
                items.push(item(union, &variant.name, &source, &value));
            }
        }
    }
    items
}

fn item(union: &Ident, variant: &Ident, source: &TokenStream, value: &TokenStream) -> TokenStream {
    quote! {
        impl From<#source> for #union {
            fn from(value: #source) -> Self {
                Self::#variant(#value)
            }
        }
    }
}

/// From what types a variant is made, and how.
fn conversions(api: &Api<'_>, variant: &Variant<'_>) -> Vec<(TokenStream, TokenStream)> {
    let own = ty::rust(api, variant.member);
    match variant.member {
        Type::True => Vec::new(),
        Type::Integer => vec![(own, quote!(value)), (quote!(i32), quote!(value.into()))],
        Type::String => vec![
            (own, quote!(value)),
            (quote!(&str), quote!(value.to_owned())),
        ],
        _ if variant.boxed => vec![(own, quote!(Box::new(value)))],
        _ => vec![(own, quote!(value))],
    }
}
