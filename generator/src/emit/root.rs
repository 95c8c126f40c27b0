//! All APIs → `apis/mod.rs`: a module for each, behind the feature of its name. And
//! `apis/exports.rs`: the name of each module, for the root of the crate.

use proc_macro2::TokenStream;
use quote::quote;

use crate::doc::Doc;
use crate::emit::feature_gate::emit_any_feature;
use crate::emit::files::SourceFile;
use crate::resolve::api::Api;
use crate::rust::ident::ident;

/// Emits the module that holds those of the APIs.
pub(crate) fn emit_root(apis: &[Api]) -> SourceFile<'_> {
    let apis = sort_by_name(apis);
    let doc = Doc::new(None, "The APIs, each behind the feature of its name.");
    SourceFile {
        path: "mod.rs".to_owned(),
        origin: "schema/apis/".to_owned(),
        doc: Some(doc),
        emit: Box::new(move || {
            let own = apis.iter().map(|api| declare_api(api));
            let shared = apis.iter().filter_map(|api| declare_shared(api));
            own.chain(shared).collect()
        }),
    }
}

/// Emits what `lib.rs` includes.
///
/// Where a program uses an API that is off, rustc looks for what was left out in the module of the path
/// alone, so with `pub use apis::*` it would find nothing. With `#[cfg(feature = "birds")] pub use
/// apis::birds`, it says that the item is gated behind the feature `birds`.
pub(crate) fn emit_exports(apis: &[Api]) -> SourceFile<'_> {
    let apis = sort_by_name(apis);
    SourceFile {
        path: "exports.rs".to_owned(),
        origin: "schema/apis/".to_owned(),
        doc: None,
        emit: Box::new(move || apis.iter().map(|api| export_api(api)).collect()),
    }
}

fn sort_by_name(apis: &[Api]) -> Vec<&Api> {
    let mut apis: Vec<&Api> = apis.iter().collect();
    apis.sort_by_key(|api| &api.model.api);
    apis
}

fn export_api(api: &Api) -> TokenStream {
    let (feature, name) = (&api.model.api, ident(&api.model.api));
    quote! {
        #[cfg(feature = #feature)]
        pub use apis::#name;
    }
}

fn declare_api(api: &Api) -> TokenStream {
    let (feature, name) = (&api.model.api, ident(&api.model.api));
    quote! {
        #[cfg(feature = #feature)]
        pub mod #name;
    }
}

/// Declares the part of an API that others inherit, for these alone where the API is switched off.
fn declare_shared(api: &Api) -> Option<TokenStream> {
    let (feature, name) = (&api.model.api, ident(&api.model.api));
    let others = api.other_users();
    let condition = emit_any_feature(others);
    (!others.is_empty()).then(|| {
        quote! {
            #[cfg(all(not(feature = #feature), #condition))]
            #[allow(unreachable_pub, unused_imports, reason = "an API uses what it inherits")]
            mod #name;
        }
    })
}
