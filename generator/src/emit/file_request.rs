//! The method that returns the path of a file → what lets a bot download a file by its id.

use proc_macro2::TokenStream;
use quote::quote;
use schema::schema::Method;

use crate::emit::field::{Member, field_ident};
use crate::resolve::api::Api;
use crate::resolve::file_request::find_file_request;
use crate::rust::ident::ident;

/// Emits what ties a method to the API's downloads, if it is the one that asks for files.
pub(super) fn emit_file_request(
    api: &Api,
    method: &Method,
    members: &[Member<'_>],
) -> Option<TokenStream> {
    let found = find_file_request(api).filter(|found| found.method.name == method.name)?;
    // What an earlier version required is an argument too.
    if members.iter().filter(|member| member.is_asked()).count() != 1 {
        return None;
    }
    let file = api.names.ty(found.file);
    let path = field_ident(api, found.file, found.path);
    let name = api.names.request(&method.name);
    let [name, marker, file] = [&name, &api.names.marker, &file].map(|name| ident(name));
    let value = if found.path.required {
        quote!(Some(response.#path))
    } else {
        quote!(response.#path)
    };
    Some(quote! {
        impl crate::FileApi for #marker {
            type FileRequest = #name;
            fn file_request(file_id: String) -> #name {
                #name::new(file_id)
            }
            fn file_path(response: #file) -> Option<String> {
                #value
            }
        }
    })
}
