//! A list of words → an enum with a variant per word, and one for all others.

use proc_macro2::TokenStream;
use quote::quote;
use schema::union_names::UNKNOWN_VARIANT;

use crate::doc::Doc;
use crate::resolve::api::Api;
use crate::resolve::string_enum::StringEnum;
use crate::rust::ident::{Scope, ident};

/// Emits the items of one list.
pub(crate) fn emit_string_enum(api: &Api, one: &StringEnum) -> Vec<TokenStream> {
    let name = ident(&api.names.ty(&one.key()));
    let doc = describe_places(one).tokens(0);
    let names = one.variant_names();
    let variants: Vec<_> = names.iter().map(|name| ident(name)).collect();
    let mut scope = Scope::with(names.iter().map(String::as_str));
    let other = ident(&scope.take(UNKNOWN_VARIANT.to_owned()));
    let docs = one.values.iter().map(|value| format!(" `{value}`."));
    let literals = &one.values;
    vec![
        quote! {
            #doc
            #[derive(Clone, Debug, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum #name {
                #(#[doc = #docs] #variants,)*
                /// A value that this version of the crate does not know.
                #other(UnknownWord),
            }
        },
        quote! {
            string_enum! { #name, variants { #(#variants = #literals),* } unknown { #other } }
        },
    ]
}

/// Describes the values: by the text that the fields have in common, and by the names of the
/// fields.
fn describe_places(one: &StringEnum) -> Doc {
    let places: Vec<String> = one
        .places()
        .map(|(owner, field)| format!("`{owner}.{field}`"))
        .collect();
    let (shown, rest) = places.split_at(places.len().min(MAX_PLACES));
    let more = if rest.is_empty() {
        String::new()
    } else {
        format!(", and {} more", rest.len())
    };
    let note = format!("The possible values of {}{more}.", shown.join(", "));
    match one.common_doc() {
        Some(text) => Doc::new(Some(text), "").and(note),
        None => Doc::new(None, &note),
    }
}

/// The most fields that are named: a value such as a parse mode is that of a dozen.
const MAX_PLACES: usize = 4;
