//! A method that asks for updates → what ties it to the loop that calls it again and again.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use schema::schema::{Field, Method};

use crate::emit::field::Member;
use crate::resolve::api::Api;
use crate::resolve::long_poll::{find_long_poll, find_timeout};
use crate::rust::ident::ident;

/// Emits `update_request! { GetUpdates of Telegram, update { Update } offset { offset } }`, if this
/// is the method that asks for the API's updates.
pub(super) fn emit_update_request(
    api: &Api,
    method: &Method,
    members: &[Member<'_>],
) -> Option<TokenStream> {
    let poll = find_long_poll(api).filter(|poll| poll.method.name == method.name)?;
    let (name, update) = (api.names.request(&method.name), api.names.ty(poll.update));
    let [name, marker, update] = [&name, &api.names.marker, &update].map(|name| ident(name));
    let offset = member_ident(members, poll.offset);
    let limit = poll.limit.map(|limit| {
        let limit = member_ident(members, limit);
        quote!(limit { #limit })
    });
    let timeout = poll.timeout.map(|timeout| {
        let timeout = member_ident(members, timeout);
        quote!(timeout { #timeout })
    });
    Some(quote! {
        update_request! { #name of #marker, update { #update } offset { #offset } #limit #timeout }
    })
}

/// Emits the function that returns how long a request asks the server to wait.
pub(super) fn emit_timeout(
    api: &Api,
    method: &Method,
    members: &[Member<'_>],
) -> Option<TokenStream> {
    let timeout = member_ident(members, find_timeout(api, method)?);
    Some(quote! {
        fn long_poll_timeout(&self) -> std::time::Duration {
            duration_from_seconds(self.#timeout)
        }
    })
}

/// The Rust name of a parameter.
fn member_ident<'a>(members: &'a [Member<'_>], param: &Field) -> Option<&'a Ident> {
    members
        .iter()
        .find(|member| member.field.name == param.name)
        .map(|member| &member.ident)
}
