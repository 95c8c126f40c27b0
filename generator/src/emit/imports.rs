//! The imports of a file: the generated types that it refers to, and the runtime.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;

use crate::resolve::api::Api;
use crate::rust::ident::ident;
use crate::rust::reserved::SUPPORT;

/// Imports types by their Rust names from the APIs that generate them.
pub(crate) fn import_items(api: &Api, names: &BTreeSet<String>) -> Vec<TokenStream> {
    let mut by_owner: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for name in names {
        by_owner.entry(api.owner_of(name)).or_default().push(name);
    }
    let imports = by_owner.into_iter().map(|(owner, names)| {
        let owner = ident(owner);
        let names: Vec<_> = names.into_iter().map(ident).collect();
        match names.as_slice() {
            [name] => quote!(use crate::apis::#owner::#name;),
            names => quote!(use crate::apis::#owner::{#(#names),*};),
        }
    });
    imports.collect()
}

/// Imports the runtime, where the code needs it.
pub(crate) fn import_runtime(code: &[TokenStream]) -> Option<TokenStream> {
    let needs_runtime = code.iter().any(|tokens| calls_runtime(tokens.clone()));
    needs_runtime.then(|| {
        quote!(
            use crate::support::*;
        )
    })
}

/// Checks whether tokens need the runtime: by one of its types and traits, or by a call of one of
/// its functions and macros. A parameter may have the name of a function.
fn calls_runtime(tokens: TokenStream) -> bool {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    tokens.iter().enumerate().any(|(index, token)| match token {
        TokenTree::Group(group) => calls_runtime(group.stream()),
        TokenTree::Ident(ident) => {
            let name = ident.to_string();
            let is_type = name.starts_with(|c: char| c.is_ascii_uppercase());
            SUPPORT.contains(&name.as_str()) && (is_type || is_called(&tokens, index))
        }
        _ => false,
    })
}

/// Checks whether the name here is called, as a function or as a macro, and is neither a method nor
/// a definition.
fn is_called(tokens: &[TokenTree], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|index| tokens.get(index));
    let is_method_or_definition =
        before.is_some_and(|token| matches!(token.to_string().as_str(), "." | "fn"));
    let is_called = tokens.get(index + 1).is_some_and(|token| match token {
        TokenTree::Punct(mark) => mark.as_char() == '!',
        TokenTree::Group(group) => group.delimiter() == Delimiter::Parenthesis,
        _ => false,
    });
    is_called && !is_method_or_definition
}
