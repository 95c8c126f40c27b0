//! An API → its bot: the type that marks the API, and a method of `Bot` for each method, which
//! creates a request that is ready to be awaited.

use proc_macro2::TokenStream;
use quote::quote;
use schema::schema::Method;

use crate::doc::Doc;
use crate::emit::field::{Member, name_params};
use crate::emit::files::SourceFile;
use crate::emit::imports::import_runtime;
use crate::emit::{api_title, call, expect_many_arguments, method};
use crate::resolve::api::Api;
use crate::rust::ident::ident;

/// Emits the file of the bot.
pub(crate) fn emit_bot(api: &Api) -> SourceFile<'_> {
    let title = format!(
        "The methods of [`Bot`]: one for each method of the {}.",
        api_title(api)
    );
    let doc = Doc::new(None, &title);
    SourceFile::of_api(api, "bot.rs", Some(doc), || emit_code(api))
}

fn emit_code(api: &Api) -> Vec<TokenStream> {
    let calls = emit_calls(api);
    let mut code = Vec::new();
    if calls.is_some() {
        let api = ident(&api.model.api);
        code.push(quote!(use crate::apis::#api::*;));
    }
    code.extend(import_runtime(calls.as_slice()));
    code.extend(emit_markers(api));
    code.extend(calls);
    code
}

/// Emits the methods of `Bot`; `None` where the API has none.
fn emit_calls(api: &Api) -> Option<TokenStream> {
    let methods = &api.model.schema.methods;
    let calls = methods.iter().map(|method| emit_call(api, method));
    (!methods.is_empty()).then(|| {
        quote! {
            impl<T> Bot<T> {
                #(#calls)*
            }
        }
    })
}

fn emit_call(api: &Api, method: &Method) -> TokenStream {
    let members = name_params(api, method);
    let asked: Vec<&Member<'_>> = members.all.iter().filter(|m| m.is_asked()).collect();
    let arguments = asked.iter().map(|member| member.emit_argument());
    let values = asked.iter().map(|member| &member.ident);
    let call = ident(&api.names.call(&method.name));
    let request = ident(&api.names.request(&method.name));
    let note = method::compat_note(api, method);
    let doc = method::request_doc(api, method).and(note).tokens(4);
    let expect = expect_many_arguments(asked.len() + 1);
    quote! {
        #doc
        #expect
        pub fn #call(&self, #(#arguments),*) -> #request<&Self> {
            #request::with_bot(self, #(#values),*)
        }
    }
}

fn emit_markers(api: &Api) -> Vec<TokenStream> {
    let marker = ident(&api.names.marker);
    let (name, base_url) = (&api.model.api, &api.model.manifest.base_url);
    let title = api_title(api);
    let doc = format!("Marker type for the {title}, the type parameter of its bots.");
    let bot = format!("A bot for the {title}, which sends its requests through the transport `T`.");
    let [doc, bot] = [doc, bot].map(|text| Doc::new(None, &text).tokens(0));
    let call = call::emit_format(&api.model.manifest.call);
    let mut markers = vec![
        quote! {
            #doc
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            pub enum #marker {}
        },
        quote! {
            impl crate::Api for #marker {
                const NAME: &'static str = #name;
                const BASE_URL: &'static str = #base_url;
                #call
            }
        },
        quote!(#bot pub type Bot<T = crate::DefaultTransport> = crate::Bot<#marker, T>;),
    ];
    markers.extend(call::emit_environments(&marker, &api.model.manifest.call));
    markers
}
