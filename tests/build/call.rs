//! A method → a function that calls it with all its parameters set.

use generator::compat::constructor::Constructor;
use heck::ToSnakeCase;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use schema::model::Model;
use schema::schema::{Field, Method};

use crate::value::Values;

/// The module of an API: a function for each method, and the list of all.
pub(crate) fn module(model: &Model) -> TokenStream {
    let values = Values::new(model);
    let methods = &model.schema.methods;
    let calls = methods.iter().map(|method| call(&values, method));
    let names = methods.iter().map(|method| &method.name);
    let functions = methods.iter().map(|method| ident(&method.name));
    let params = methods.iter().map(|method| {
        let names = method.params.iter().map(Field::wire_name);
        quote!(&[#(#names),*])
    });
    quote! {
        #(#calls)*

        /// Every method of the API, by its name on the wire.
        pub(crate) const EVERY: &[super::Every<Bot>] = &[
            #(super::Every { method: #names, params: #params, call: #functions }),*
        ];
    }
}

fn call(values: &Values<'_>, method: &Method) -> TokenStream {
    let name = ident(&method.name);
    let asked = |param: &&Field| values.is_asked(&method.name, param, Constructor::of_method());
    let arguments = method.params.iter().filter(asked).map(|p| values.of(p, 0));
    let setters = method.params.iter().filter(|param| !asked(param));
    let setters = setters.filter(|param| param.facts.constant.is_none());
    let setters = setters.map(|param| {
        let (setter, value) = (ident(&param.name), values.of(param, 0));
        quote!(.#setter(#value))
    });
    quote! {
        fn #name(bot: &Bot) -> super::Calling<'_> {
            Box::pin(async move {
                let request = bot.#name(#(#arguments),*)#(#setters)*;
                request.validate()?;
                request.await.map(json)
            })
        }
    }
}

/// The Rust name of a method, a parameter or a field.
pub(crate) fn ident(name: &str) -> Ident {
    let name = name.to_snake_case();
    match name.as_str() {
        "type" => Ident::new_raw(&name, Span::call_site()),
        _ => Ident::new(&name, Span::call_site()),
    }
}
