//! Items → files: one for each item, and a `mod.rs` for each kind of them that lists the others.
//!
//! ```text
//! telegram/mod.rs
//! telegram/bot.rs
//! telegram/methods/{mod, send_message, …}.rs
//! telegram/types/{mod, chat, …}.rs
//! ```
//!
//! An item that other APIs inherit is compiled if any of them is switched on. Only the conditions
//! in the `mod.rs` say so: when another API starts to use `Chat`, neither a file nor a line moves.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use crate::doc::Doc;
use crate::emit::api_title;
use crate::emit::feature_gate::emit_condition;
use crate::emit::imports::{import_items, import_runtime};
use crate::emit::item::{EmitCode, Item, Kind};
use crate::resolve::api::Api;
use crate::rust::ident::{Scope, ident, module_name};

/// A file before it is printed.
pub(crate) struct SourceFile<'a> {
    /// The path below the folder of the APIs: `telegram/types/chat.rs`.
    pub(crate) path: String,
    /// The folder that it is made from: `schema/apis/telegram/`.
    pub(crate) origin: String,
    /// The documentation of the module.
    pub(crate) doc: Option<Doc>,
    pub(crate) emit: EmitCode<'a>,
}

impl<'a> SourceFile<'a> {
    /// A file of an API, by its path below the folder of the API.
    pub(crate) fn of_api(
        api: &Api,
        path: &str,
        doc: Option<Doc>,
        emit: impl Fn() -> Vec<TokenStream> + Sync + 'a,
    ) -> Self {
        let name = &api.model.api;
        Self {
            path: format!("{name}/{path}"),
            origin: format!("schema/apis/{name}/"),
            doc,
            emit: Box::new(emit),
        }
    }
}

/// The files of one kind of items. The events of the one update are a file, the rest are folders.
pub(crate) fn emit_kind<'a>(
    api: &'a Api,
    kind: Kind,
    items: &'a [Item<'a>],
) -> Vec<SourceFile<'a>> {
    let items: Vec<&Item<'_>> = items.iter().filter(|item| item.kind == kind).collect();
    if items.is_empty() {
        return Vec::new();
    }
    let (own, inherited): (Vec<&Item<'_>>, Vec<&Item<'_>>) =
        items.iter().partition(|item| item.owner == api.model.api);
    let (folder, doc) = (kind.module_name(), Some(module_doc(api, kind)));
    if kind == Kind::Updates {
        let emit = move || {
            let mut code = export_inherited(api, kind, &inherited);
            code.extend(own.iter().flat_map(|item| emit_item(api, item)));
            code
        };
        return vec![SourceFile::of_api(api, &format!("{folder}.rs"), doc, emit)];
    }
    let modules = name_modules(&own);
    let files = modules.iter().map(|(module, &item)| {
        let path = format!("{folder}/{module}.rs");
        SourceFile::of_api(api, &path, None, move || emit_item(api, item))
    });
    let mut files: Vec<_> = files.collect();
    files.push(SourceFile::of_api(
        api,
        &format!("{folder}/mod.rs"),
        doc,
        move || {
            let mut code = export_inherited(api, kind, &inherited);
            code.extend(declare_modules(api, &modules));
            code
        },
    ));
    files
}

fn module_doc(api: &Api, kind: Kind) -> Doc {
    let doc = Doc::new(None, &kind.describe_module(&api_title(api)));
    doc.and((kind == Kind::Methods).then(|| crate::emit::method::ABOUT.to_owned()))
}

/// Names the module of each item. Two items whose names differ by their case alone would be the
/// same file for some file systems; the second of them gets a `_`.
fn name_modules<'a>(items: &[&'a Item<'a>]) -> BTreeMap<String, &'a Item<'a>> {
    let mut scope = Scope::default();
    let named = items.iter().map(|item| {
        let module = scope.take(module_name(&item.name));
        (module, *item)
    });
    named.collect()
}

/// `mod chat;` and `pub use self::chat::*;` of each module, under the condition of its item.
fn declare_modules(api: &Api, modules: &BTreeMap<String, &Item<'_>>) -> Vec<TokenStream> {
    let declare = modules.iter().map(|(module, item)| {
        let (condition, module) = (emit_condition(api, &item.users), ident(module));
        quote!(#condition mod #module;)
    });
    let export = modules.iter().map(|(module, item)| {
        let (condition, module) = (emit_condition(api, &item.users), ident(module));
        quote!(#condition pub use self::#module::*;)
    });
    declare.chain(export).collect()
}

/// Exports what the API inherits, so that users find all of its types in one module.
fn export_inherited(api: &Api, kind: Kind, items: &[&Item<'_>]) -> Vec<TokenStream> {
    let mut by_owner: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for item in items {
        by_owner.entry(&item.owner).or_default().insert(&item.name);
    }
    let condition = emit_condition(api, &BTreeSet::from([api.model.api.clone()]));
    let exports = by_owner.into_iter().map(|(owner, names)| {
        let (owner, module) = (ident(owner), ident(kind.module_name()));
        let names = names.into_iter().map(ident);
        quote!(#condition pub use crate::apis::#owner::#module::{#(#names),*};)
    });
    exports.collect()
}

/// Emits the code of an item below its imports.
fn emit_item(api: &Api, item: &Item<'_>) -> Vec<TokenStream> {
    let items = (item.emit)();
    let mut code = import_items(api, &item.imports);
    code.extend(import_runtime(&items));
    code.extend(items);
    code
}
