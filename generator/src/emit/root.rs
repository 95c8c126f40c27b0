//! All APIs → `apis/mod.rs`: a module for each, behind the feature of its name.

use proc_macro2::TokenStream;
use quote::quote;

use crate::doc::Doc;
use crate::emit::files::{SourceFile, emit_any_feature};
use crate::resolve::api::Api;
use crate::rust::ident::ident;

/// Emits the module that holds those of the APIs.
pub(crate) fn emit_root(apis: &[Api]) -> SourceFile<'_> {
    let mut apis: Vec<&Api> = apis.iter().collect();
    apis.sort_by_key(|api| &api.model.api);
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
