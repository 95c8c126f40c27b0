//! An API → its `mod.rs`: what the API is, and a module for each kind of its items.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use crate::doc::{self, Doc};
use crate::emit::api_title;
use crate::emit::feature_gate::emit_condition;
use crate::emit::files::SourceFile;
use crate::emit::item::{Item, KINDS, Kind};
use crate::resolve::api::Api;
use crate::resolve::update::find_update;
use crate::rust::ident::ident;

/// Emits the module of an API with these items.
pub(crate) fn emit_module<'a>(api: &'a Api, items: &'a [Item<'a>]) -> SourceFile<'a> {
    let kinds: Vec<Kind> = KINDS
        .into_iter()
        .filter(|kind| items.iter().any(|item| item.kind == *kind))
        .collect();
    let doc = module_doc(api, &kinds);
    SourceFile::of_api(api, "mod.rs", Some(doc), move || {
        declare_kinds(api, &kinds, items)
    })
}

/// Declares and exports the bot and each kind of items.
fn declare_kinds(api: &Api, kinds: &[Kind], items: &[Item<'_>]) -> Vec<TokenStream> {
    let bot = emit_condition(api, &BTreeSet::from([api.model.api.clone()]));
    let mut code = vec![quote!(#bot mod bot;)];
    code.extend(kinds.iter().map(|kind| declare_kind(api, *kind, items)));
    code.push(quote!(#bot pub use self::bot::*;));
    code.extend(kinds.iter().map(|kind| export_kind(api, *kind, items)));
    code
}

fn declare_kind(api: &Api, kind: Kind, items: &[Item<'_>]) -> TokenStream {
    let (condition, module) = (
        emit_condition(api, &users_of_kind(kind, items)),
        ident(kind.module_name()),
    );
    quote!(#condition pub mod #module;)
}

fn export_kind(api: &Api, kind: Kind, items: &[Item<'_>]) -> TokenStream {
    let (condition, module) = (
        emit_condition(api, &users_of_kind(kind, items)),
        ident(kind.module_name()),
    );
    quote!(#condition #[doc(no_inline)] pub use self::#module::*;)
}

/// The APIs that use any item of a kind.
fn users_of_kind(kind: Kind, items: &[Item<'_>]) -> BTreeSet<String> {
    items
        .iter()
        .filter(|item| item.kind == kind)
        .flat_map(|item| item.users.iter().cloned())
        .collect()
}

fn module_doc(api: &Api, kinds: &[Kind]) -> Doc {
    let page = &api.model.manifest.page;
    let version = api.model.schema.version.as_deref();
    let title = match version {
        Some(version) => format!("The {} {}.", api_title(api), doc::paragraph(version)),
        None => format!("The {}.", api_title(api)),
    };
    let title = format!("{title} Needs the feature `{}`.", api.model.api);
    Doc::new(None, &title)
        .and(introduce_contents(api, kinds))
        .and(doc::reference_link(
            &api.model.manifest,
            page.url.as_deref(),
        ))
}

/// Introduces the reader to the contents: the bot, and what an update brings.
fn introduce_contents(api: &Api, kinds: &[Kind]) -> Option<String> {
    let types = if kinds.contains(&Kind::Types) {
        ", the types that they take and return in [`types`]"
    } else {
        ""
    };
    let methods = kinds.contains(&Kind::Methods).then(|| {
        format!("A [`Bot`] has a function for each method. The requests are in [`methods`]{types}.")
    });
    let update = find_update(api)
        .filter(|_| kinds.contains(&Kind::Updates))
        .map(|update| {
            let name = api.names.ty(update.name);
            format!("The server delivers [`{name}`]s; [`{name}::kind`] tells which event occurred.")
        });
    let sentences: Vec<String> = methods.into_iter().chain(update).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}
