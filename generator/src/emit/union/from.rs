//! The members of a union → the conversions from each of them to the union.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

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
        for source in rust_type::source_types(api, variant.member) {
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
