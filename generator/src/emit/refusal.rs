//! The known refusals → an enum that tells them apart by the server's text.

use proc_macro2::TokenStream;
use quote::quote;
use schema::refusals::Refusal;

use crate::doc::Doc;
use crate::emit::{Section, api_title, emit_macro_call};
use crate::resolve::api::Api;
use crate::rust::ident::ident;

/// Emits the enum of an API's refusals.
pub(crate) fn emit_refusals(api: &Api) -> Vec<TokenStream> {
    let name = ident(&api.names.refusal);
    let about = format!(
        "A known reason for which the {} refuses a request.",
        api_title(api)
    );
    let doc = Doc::new(None, &about)
        .and("The server has others, and may word these in another way one day.".to_owned())
        .tokens(0);
    let variants = api.model.refusals.iter().map(emit_variant);
    let patterns = api.model.refusals.iter().flat_map(emit_patterns);
    let head = quote!(#name);
    vec![
        quote! {
            #doc
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants)*
            }
        },
        emit_macro_call("refusals", &head, &[Section::new("variants", patterns)]),
    ]
}

fn emit_variant(refusal: &Refusal) -> TokenStream {
    let name = ident(&refusal.name);
    let doc = Doc::new(Some(&refusal.doc), "").tokens(4);
    quote!(#doc #name,)
}

fn emit_patterns(refusal: &Refusal) -> Vec<TokenStream> {
    let name = ident(&refusal.name);
    let patterns = refusal.patterns();
    patterns.map(|words| quote!(#name = #words)).collect()
}
