//! Emitters: APIs in, files of Rust code out. One file for each kind of Rust item.

mod bot;
mod call;
mod collect_items;
pub(crate) mod compat_constructor;
mod conversion;
mod feature_gate;
pub(crate) mod field;
mod file_request;
pub(crate) mod files;
mod imports;
mod item;
mod long_poll;
mod method;
mod module;
mod raw_type;
mod refusal;
mod root;
pub(crate) mod rust_type;
mod string_enum;
mod structure;
mod targets;
mod text_entity;
mod union;
mod updates;
mod validate;

use proc_macro2::TokenStream;
use quote::quote;

use crate::doc::paragraph;
use crate::emit::files::{SourceFile, emit_kind};
use crate::emit::item::{Item, KINDS};
use crate::resolve::api::Api;
use crate::rust::ident::ident;

/// The most arguments of a function that clippy does not warn of (`too_many_arguments`).
const MAX_ARGUMENTS: usize = 7;

/// Collects the items of each API.
pub(crate) fn collect_items(apis: &[Api]) -> Vec<Vec<Item<'_>>> {
    apis.iter().map(collect_items::collect_items).collect()
}

/// Emits the files of all APIs, with the items of each.
pub(crate) fn emit_files<'a>(apis: &'a [Api], items: &'a [Vec<Item<'a>>]) -> Vec<SourceFile<'a>> {
    let files = apis.iter().zip(items);
    let files = files.flat_map(|(api, items)| emit_api(api, items));
    files
        .chain([root::emit_root(apis), root::emit_exports(apis)])
        .collect()
}

fn emit_api<'a>(api: &'a Api, items: &'a [Item<'a>]) -> Vec<SourceFile<'a>> {
    let mut files = vec![bot::emit_bot(api), module::emit_module(api, items)];
    for kind in KINDS {
        files.extend(emit_kind(api, kind, items));
    }
    files
}

/// The title of an API, as safe Markdown.
pub(crate) fn api_title(api: &Api) -> String {
    paragraph(&api.model.manifest.title)
}

/// Emits the call of a runtime macro: `object! { Chat, required { id } optional { title } }`.
fn emit_macro_call(name: &str, head: &TokenStream, sections: &[Section]) -> TokenStream {
    let name = ident(name);
    let sections: Vec<TokenStream> = sections
        .iter()
        .filter(|section| !section.entries.is_empty())
        .map(Section::tokens)
        .collect();
    if sections.is_empty() {
        return quote!(#name! { #head });
    }
    quote!(#name! { #head, #(#sections)* })
}

/// A section of a macro call, such as `required { id, name }`. It is left out if it is empty.
struct Section {
    name: &'static str,
    entries: Vec<TokenStream>,
}

impl Section {
    fn new(name: &'static str, entries: impl IntoIterator<Item = TokenStream>) -> Self {
        Self {
            name,
            entries: entries.into_iter().collect(),
        }
    }

    fn tokens(&self) -> TokenStream {
        let (name, entries) = (ident(self.name), &self.entries);
        quote!(#name { #(#entries),* })
    }
}

/// Emits the attribute that lets a function have this many arguments, where clippy would warn.
fn expect_many_arguments(count: usize) -> Option<TokenStream> {
    (count > MAX_ARGUMENTS)
        .then(|| quote!(#[expect(clippy::too_many_arguments, reason = "all of them are required")]))
}
