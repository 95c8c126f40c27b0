//! The APIs that use something → the `cfg` under which it is compiled.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use crate::resolve::api::Api;

/// Emits the condition under which something is compiled, in an API of which others inherit: where
/// any of its users is switched on. In other APIs, everything is compiled.
pub(crate) fn emit_condition(api: &Api, users: &BTreeSet<String>) -> Option<TokenStream> {
    let is_extended = !api.other_users().is_empty();
    is_extended.then(|| {
        let condition = emit_any_feature(users);
        quote!(#[cfg(#condition)])
    })
}

/// Emits `feature = "safew"`, or `any(…)` of several.
pub(crate) fn emit_any_feature(apis: &BTreeSet<String>) -> TokenStream {
    let apis: Vec<&String> = apis.iter().collect();
    match apis.as_slice() {
        [api] => quote!(feature = #api),
        apis => quote!(any(#(feature = #apis),*)),
    }
}
