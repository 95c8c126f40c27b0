//! Methods → the methods of `Bot`, which create requests that are ready to be awaited.

use proc_macro2::TokenStream;
use quote::quote;
use schema::schema::Method;

use crate::doc::Doc;
use crate::emit::field::{Member, params};
use crate::emit::{many, method, title};
use crate::error::GenerateError;
use crate::resolve::api::Api;
use crate::rust::ident::ident;

/// The file of a bot's methods; `None` where there are none.
pub(crate) fn file(api: &Api<'_>) -> Result<Option<String>, GenerateError> {
    let methods = &api.model.schema.methods;
    if methods.is_empty() {
        return Ok(None);
    }
    let calls = methods.iter().map(|method| call(api, method));
    let item = quote! {
        impl<T> Bot<T> {
            #(#calls)*
        }
    };
    let what = format!(
        "The methods of [`Bot`]: one for each method of the {}.",
        title(api)
    );
    super::file(api, &Doc::new(None, &what), vec![item]).map(Some)
}

fn call(api: &Api<'_>, method: &Method) -> TokenStream {
    let members = params(api, method);
    let asked: Vec<&Member<'_>> = members.all.iter().filter(|m| m.is_asked()).collect();
    let arguments = asked.iter().map(|member| member.argument());
    let values = asked.iter().map(|member| &member.ident);
    let call = ident(&api.names.call(&method.name));
    let request = ident(&api.names.request(&method.name));
    let note = method::compat_note(api, method);
    let doc = method::doc(api, method).and(note).tokens(4);
    let many = many(asked.len() + 1);
    quote! {
        #doc
        #many
        pub fn #call(&self, #(#arguments),*) -> #request<&Self> {
            #request::with_bot(self, #(#values),*)
        }
    }
}
