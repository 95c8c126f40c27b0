//! What an API shares with those that extend it → a module of its own for each group of them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::FOLDER;
use crate::doc::Doc;
use crate::emit::files::{Layout, Place};
use crate::emit::item::Kind;
use crate::emit::{defined, header, imports_of_runtime, inner_doc, mentions, render, title};
use crate::error::GenerateError;
use crate::print::fileset::FileSet;
use crate::resolve::api::Api;
use crate::rust::ident::ident;

/// Adds the files of all groups that an API shares something with.
pub(crate) fn put(
    files: &mut FileSet,
    layout: &Layout<'_>,
    api: &Api<'_>,
) -> Result<(), GenerateError> {
    for group in api.groups() {
        let places: Vec<Place> = layout.kinds(&api.model.api, &group).collect();
        for place in &places {
            let path = format!("{FOLDER}/{}/{}.rs", place.module(), place.kind.name());
            files.put(path, file(layout, api, place)?);
        }
        if let Some(place) = places.first() {
            let path = format!("{FOLDER}/{}/mod.rs", place.module());
            files.put(path, module(api, place, &places)?);
        }
    }
    Ok(())
}

fn module(api: &Api<'_>, group: &Place, places: &[Place]) -> Result<String, GenerateError> {
    let borrowers: Vec<String> = group.borrowers.iter().map(|b| format!("`{b}`")).collect();
    let what = format!(
        "What the {} shares with {}.",
        title(api),
        borrowers.join(" and ")
    );
    let header = format!("{}{}", header(api), inner_doc(&Doc::new(None, &what)));
    let modules = places.iter().map(|place| {
        let name = ident(place.kind.name());
        quote! { pub(super) mod #name; }
    });
    render(api, &header, modules.collect())
}

fn file(layout: &Layout<'_>, api: &Api<'_>, place: &Place) -> Result<String, GenerateError> {
    let pieces = layout.pieces(place).iter();
    let items: Vec<TokenStream> = pieces.flat_map(|piece| piece.items.clone()).collect();
    let what = Doc::new(None, &place.kind.about(&title(api)));
    let header = format!("{}{}", header(api), inner_doc(&what));
    let imports = imports(layout, place, &items);
    render(api, &header, imports.into_iter().chain(items).collect())
}

/// The shared files that the items speak of, and the runtime.
fn imports(layout: &Layout<'_>, place: &Place, items: &[TokenStream]) -> Vec<TokenStream> {
    let own: Vec<String> = items.iter().filter_map(defined).collect();
    // Words speak of no type.
    let has_types = place.kind != Kind::Words;
    let others = layout
        .shared()
        .filter(|(other, _)| has_types && *other != place);
    let needed = others.filter(|(_, pieces)| {
        let is_there = |name: &str| pieces.iter().any(|piece| piece.name == name);
        mentions(items, &|name| {
            is_there(name) && !own.iter().any(|own| own == name)
        })
    });
    let needed = needed.map(|(other, _)| {
        let (module, file) = (ident(&other.module()), ident(other.kind.name()));
        quote! { use crate::apis::#module::#file::*; }
    });
    needed.chain(imports_of_runtime(items)).collect()
}
