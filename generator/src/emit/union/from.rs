//! The members of a union → the conversions that make a value of it.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use schema::ty::Type;

use crate::emit::rust_type;
use crate::emit::union::Variant;
use crate::resolve::api::Api;

/// The conversions from each member; none twice.
pub(crate) fn item(api: &Api<'_>, union: &Ident, variants: &[Variant<'_>]) -> Option<TokenStream> {
    let mut entries = Vec::new();
    let mut known = Vec::new();
    for variant in variants {
        for source in sources(api, variant.member) {
            let text = source.to_string();
            if !known.contains(&text) {
                known.push(text);
                let name = &variant.name;
                entries.push(quote!(#source => #name));
            }
        }
    }
    (!entries.is_empty()).then(|| quote!(from! { #union { #(#entries),* } }))
}

/// From what types a variant is made.
fn sources(api: &Api<'_>, member: &Type) -> Vec<TokenStream> {
    let own = rust_type::rust(api, member);
    match member {
        Type::True => Vec::new(),
        Type::Integer => vec![own, quote!(i32)],
        // What turns into a text, turns into a union that a text is part of.
        Type::String => vec![own, quote!(&str), quote!(&String)],
        _ => vec![own],
    }
}
