//! The members of a union → the conversions from each of them to the union.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use schema::ty::Type;

use crate::emit::rust_type;
use crate::emit::union::Variant;
use crate::resolve::api::Api;

/// Emits the conversions from the members. Two members of one Rust type have one conversion, to
/// the first of them.
pub(crate) fn emit_conversions(
    api: &Api,
    union: &Ident,
    variants: &[Variant<'_>],
) -> Option<TokenStream> {
    let mut entries = Vec::new();
    let mut known = Vec::new();
    for variant in variants {
        for source in source_types(api, variant.member) {
            let text = source.to_string();
            if !known.contains(&text) {
                known.push(text);
                let name = &variant.name;
                entries.push(quote!(#source => #name));
            }
        }
    }
    (!entries.is_empty()).then(|| quote!(impl_from! { #union { #(#entries),* } }))
}

/// Lists the types that can be converted to a variant.
fn source_types(api: &Api, member: &Type) -> Vec<TokenStream> {
    let own = rust_type::emit_type(api, member);
    match member {
        Type::True => Vec::new(),
        Type::Integer => vec![own, quote!(i32)],
        // Callers pass strings as literals mostly, and as references.
        Type::String => vec![own, quote!(&str), quote!(&String)],
        _ => vec![own],
    }
}
