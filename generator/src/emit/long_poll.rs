//! A method that asks for updates → what ties it to the loop that calls it again and again.

use proc_macro2::TokenStream;
use quote::quote;
use schema::schema::Method;

use crate::emit::field::{Member, params};
use crate::resolve::api::Api;
use crate::resolve::long_poll::{self, Poll};
use crate::rust::ident::ident;

/// `update_request! { GetUpdates of Telegram, update { Update } offset { offset } }`, if this is
/// the method that asks for the API's updates.
pub(super) fn item(api: &Api<'_>, method: &Method, members: &[Member<'_>]) -> Option<TokenStream> {
    let Poll {
        update,
        offset,
        limit,
        timeout,
    } = Poll::of(api, method, members).filter(|_| is_first(api, method))?;
    let (name, update) = (api.names.request(&method.name), api.names.ty(update));
    let [name, marker, update] = [&name, &api.names.marker, &update].map(|name| ident(name));
    let offset = &offset.ident;
    let limit = limit.map(|Member { ident, .. }| quote!(limit { #ident }));
    let timeout = timeout.map(|Member { ident, .. }| quote!(timeout { #ident }));
    Some(quote! {
        update_request! { #name of #marker, update { #update } offset { #offset } #limit #timeout }
    })
}

fn is_first(api: &Api<'_>, method: &Method) -> bool {
    let mut methods = api.model.schema.methods.iter();
    let first = methods.find(|other| Poll::of(api, other, &params(api, other).all).is_some());
    first.is_some_and(|first| first.name == method.name)
}

/// How long a request asks the server to wait.
pub(super) fn hold(api: &Api<'_>, method: &Method, members: &[Member<'_>]) -> Option<TokenStream> {
    let timeout = &long_poll::hold(api, method, members)?.ident;
    Some(quote! {
        fn long_poll_timeout(&self) -> std::time::Duration {
            duration_from_seconds(self.#timeout)
        }
    })
}
