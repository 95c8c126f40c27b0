//! An API → its module: the type that stands for it, its bot, and what its files hold.

use proc_macro2::TokenStream;
use quote::quote;

use crate::doc::{self, Doc};
use crate::emit::{header, inner_doc, render, title};
use crate::error::GenerateError;
use crate::resolve::api::Api;
use crate::resolve::update::update;
use crate::rust::ident::ident;

/// `mod.rs`, for an API with these files.
pub(crate) fn file(api: &Api<'_>, files: &[&str]) -> Result<String, GenerateError> {
    let header = format!("{}{}", header(api), inner_doc(&module_doc(api, files)));
    let modules = files.iter().map(|name| module(name));
    let public = files.iter().filter(|name| is_public(name));
    let exports = public.map(|name| {
        let name = ident(name);
        quote!(#[doc(no_inline)] pub use self::#name::*;)
    });
    let items = modules.chain(exports).chain(markers(api));
    render(api, &header, items.collect())
}

fn module(name: &str) -> TokenStream {
    let ident = ident(name);
    match is_public(name) {
        true => quote! { pub mod #ident; },
        false => quote! { mod #ident; },
    }
}

/// Whether a file has something to import.
fn is_public(name: &str) -> bool {
    name != "bot"
}

fn module_doc(api: &Api<'_>, files: &[&str]) -> Doc {
    let page = &api.model.manifest.page;
    let version = api.model.schema.version.as_deref();
    let title = match version {
        Some(version) => format!("The {} {}.", title(api), doc::paragraph(version)),
        None => format!("The {}.", title(api)),
    };
    let title = format!("{title} Needs the feature `{}`.", api.model.api);
    Doc::new(None, &title)
        .and(tour(api, files))
        .and(doc::link(&api.model.manifest, page.url.as_deref()))
}

/// Where to start reading: the bot, and what an update brings.
fn tour(api: &Api<'_>, files: &[&str]) -> Option<String> {
    let has = |name: &str| files.contains(&name);
    let types = match has("types") {
        true => ", the types that they take and return in [`types`]",
        false => "",
    };
    let methods = has("methods").then(|| {
        format!("A [`Bot`] has a function for each method. The requests are in [`methods`]{types}.")
    });
    let update = update(api).filter(|_| has("updates")).map(|update| {
        let name = api.names.ty(update.name);
        format!("The server delivers [`{name}`]s; [`{name}::kind`] tells which event occurred.")
    });
    let sentences: Vec<String> = methods.into_iter().chain(update).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

fn markers(api: &Api<'_>) -> [TokenStream; 3] {
    let marker = ident(&api.names.marker);
    let (name, base_url) = (&api.model.api, &api.model.manifest.base_url);
    let title = title(api);
    let doc = format!("Marker type for the {title}, the type parameter of its bots.");
    let bot = format!("A bot for the {title}, which sends its requests through the transport `T`.");
    let [doc, bot] = [doc, bot].map(|text| Doc::new(None, &text).tokens(0));
    [
        quote! {
            #doc
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            pub enum #marker {}
        },
        quote! {
            impl crate::Api for #marker {
                const NAME: &'static str = #name;
                const BASE_URL: &'static str = #base_url;
            }
        },
        quote!(#bot pub type Bot<T = crate::DefaultTransport> = crate::Bot<#marker, T>;),
    ]
}
