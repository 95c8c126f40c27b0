//! A list of words → an enum with a variant per word, and one for all others.

use proc_macro2::TokenStream;
use quote::quote;

use crate::doc::Doc;
use crate::resolve::api::Api;
use crate::resolve::string_enum::StringEnum;
use crate::rust::ident::{Scope, camel, ident};

/// The items of one list.
pub(crate) fn items(api: &Api, one: &StringEnum) -> Vec<TokenStream> {
    let name = ident(&api.names.ty(&one.key()));
    let doc = doc(one).tokens(0);
    let mut scope = Scope::default();
    let variants: Vec<_> = one.values.iter().map(|word| camel(word)).collect();
    let variants: Vec<_> = variants
        .into_iter()
        .map(|v| ident(&scope.take(v)))
        .collect();
    let other = ident(&scope.take("Unknown".to_owned()));
    let docs = one.values.iter().map(|word| format!(" `{word}`."));
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

fn doc(one: &StringEnum) -> Doc {
    let places: Vec<String> = one
        .places()
        .map(|(owner, field)| format!("`{owner}.{field}`"))
        .collect();
    let (shown, rest) = places.split_at(places.len().min(MANY));
    let more = match rest.len() {
        0 => String::new(),
        count => format!(", and {count} more"),
    };
    let places = format!("The possible values of {}{more}.", shown.join(", "));
    match one.doc() {
        Some(text) => Doc::new(Some(text), "").and(places),
        None => Doc::new(None, &places),
    }
}

/// How many places are named.
const MANY: usize = 4;
