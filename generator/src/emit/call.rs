//! The way in which an API is called → the constants that say so, where it is not the usual way.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;
use schema::call::{BodyFormat, Call, Envelope, Success, Template};
use schema::schema::{Method, Place, Scalar, Verb};

use crate::doc::Doc;
use crate::resolve::api::Api;
use crate::rust::ident::ident;

/// Emits the constant for the way in which all methods of an API are called.
pub(super) fn emit_format(call: &Call) -> Option<TokenStream> {
    let usual = Call::default();
    let is_usual = call.url == usual.url
        && call.file_url() == usual.file_url()
        && call.headers.is_empty()
        && call.body == usual.body
        && call.response == usual.response;
    (!is_usual).then(|| {
        let urls = emit_urls(&call.url, call.file_url().as_ref());
        let headers = call.headers.iter().map(|(name, value)| {
            let value = value.0.as_str();
            quote!((#name, #value))
        });
        let headers = (!call.headers.is_empty()).then(|| quote!(.with_headers(&[#(#headers),*])));
        let envelope = emit_envelope(&call.response);
        let body = (call.body == BodyFormat::Form).then(|| quote!(.with_form_body()));
        quote! {
            const CALL: &'static crate::CallFormat =
                &crate::CallFormat::new(#urls) #headers .with_envelope(#envelope) #body;
        }
    })
}

fn emit_urls(method: &Template, file: Option<&Template>) -> TokenStream {
    let method = method.as_str();
    let file = file.map(|file| {
        let file = file.as_str();
        quote!(.with_files(#file))
    });
    quote!(crate::Urls::new(#method) #file)
}

fn emit_envelope(envelope: &Envelope) -> TokenStream {
    let success = envelope.success.as_ref().map(emit_success);
    let result = envelope.result.iter();
    let code = envelope.code.iter();
    let message = envelope.message.iter();
    let without_result = envelope.without_result.iter();
    quote! {
        crate::Envelope::new()
            #success
            #(.with_result(#result))*
            #(.with_code(#code))*
            #(.with_message(#message))*
            #(.without_result(#without_result))*
    }
}

fn emit_success(success: &Success) -> TokenStream {
    let member = &success.member;
    let values = success.values.iter().filter_map(|value| match value {
        Scalar::Boolean(flag) => Some(quote!(crate::SuccessValue::Flag(#flag))),
        Scalar::Integer(number) => {
            let number = Literal::i64_unsuffixed(*number);
            Some(quote!(crate::SuccessValue::Number(#number)))
        }
        Scalar::String(text) => Some(quote!(crate::SuccessValue::Text(#text))),
        Scalar::Float(_) => None, // A manifest has none.
    });
    quote!(.with_success(#member, &[#(#values),*]))
}

/// Emits a constant of the marker type for each other environment.
pub(super) fn emit_environments(marker: &Ident, call: &Call) -> Option<TokenStream> {
    let constants = call.environments.iter().map(|(name, environment)| {
        let doc = format!(
            "The URLs of the environment `{name}`, for [`Bot::with_urls`](crate::Bot::with_urls)."
        );
        let doc = Doc::new(None, &doc).tokens(4);
        let constant = ident(&name.to_uppercase());
        let urls = emit_urls(&environment.url, environment.files.as_ref());
        quote!(#doc pub const #constant: crate::Urls = #urls;)
    });
    (!call.environments.is_empty()).then(|| quote!(impl #marker { #(#constants)* }))
}

/// Emits the constant for the verb, the path and the query of a method.
pub(super) fn emit_endpoint(api: &Api, method: &Method) -> Option<TokenStream> {
    let usual = api.model.manifest.call.verb;
    let verb = method.verb(usual);
    let path = method.path();
    let params = method.params.iter();
    let in_query = params.filter(|param| method.place(param, usual) == Place::Query);
    let query: Vec<&str> = in_query.map(|param| param.wire_name()).collect();
    if verb == Verb::Post && path.is_none() && query.is_empty() {
        return None;
    }
    let name = verb.as_str();
    let path = path.into_iter();
    let query = (!query.is_empty()).then(|| quote!(.with_query(&[#(#query),*])));
    let read_only = is_read_only(api, verb).then(|| quote!(.read_only()));
    Some(quote! {
        const ENDPOINT: &'static crate::Endpoint =
            &crate::Endpoint::new(#name) #(.with_path(#path))* #query #read_only;
    })
}

/// Checks whether a verb says that a method changes nothing. Where all methods of an API have `GET`, it
/// says nothing: there are platforms that send messages by it.
fn is_read_only(api: &Api, verb: Verb) -> bool {
    let usual = api.model.manifest.call.verb;
    let mut methods = api.model.schema.methods.iter();
    verb == Verb::Get && methods.any(|method| method.verb(usual) != Verb::Get)
}
