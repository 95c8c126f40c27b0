//! The types of an API → a file of each kind, with those that it shares with others.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use crate::doc::Doc;
use crate::emit::files::{Layout, Place};
use crate::emit::item::Kind;
use crate::emit::{header, imports, imports_of_runtime, inner_doc, render, title};
use crate::error::GenerateError;
use crate::resolve::api::Api;
use crate::rust::ident::ident;

/// The file of one kind; `None` where there is nothing in it.
pub(crate) fn file(
    layout: &Layout<'_>,
    api: &Api<'_>,
    kind: Kind,
) -> Result<Option<String>, GenerateError> {
    let own = Place {
        home: api.model.api.clone(),
        borrowers: BTreeSet::new(),
        kind,
    };
    let shared = layout.shared_by(&api.model.api);
    let shared: Vec<&Place> = shared.filter(|place| place.kind == kind).collect();
    let here = shared.iter().flat_map(|place| layout.pieces(place));
    let here: Vec<String> = here.map(|piece| piece.name.clone()).collect();
    let items: Vec<TokenStream> = layout
        .pieces(&own)
        .iter()
        .flat_map(|piece| piece.items.clone())
        .collect();
    // Words speak of no type.
    let imports = match kind {
        Kind::Words => imports_of_runtime(&items),
        _ => imports(api, &items, &here),
    };
    let all = imports.into_iter().chain(shared.into_iter().map(export));
    let all: Vec<TokenStream> = all.chain(items).collect();
    if all.is_empty() {
        return Ok(None);
    }
    let what = Doc::new(None, &kind.about(&title(api)));
    let header = format!("{}{}", header(api), inner_doc(&what));
    render(api, &header, all).map(Some)
}

fn export(place: &Place) -> TokenStream {
    let (module, file) = (ident(&place.module()), ident(place.kind.name()));
    quote! { pub use crate::apis::#module::#file::*; }
}
