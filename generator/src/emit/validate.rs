//! What is checked before a request is sent → a line of code for each check.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;
use schema::schema::{Field, Limits};

use crate::emit::field::Member;
use crate::emit::union::{Union, Variant};
use crate::resolve::api::Api;
use crate::resolve::condition::{Condition, State};
use crate::resolve::limits::{Test, tests};

/// The function of a request that checks it; `None` where nothing is checked.
pub(crate) fn validate(
    api: &Api<'_>,
    members: &[Member<'_>],
    all: &[Field],
) -> Option<TokenStream> {
    let lines = lines(api, members, all);
    (!lines.is_empty()).then(|| {
        quote! {
            fn validate(&self) -> Result<(), ValidationError> {
                let at = At::method(Self::METHOD);
                #(#lines)*
                Ok(())
            }
        }
    })
}

/// What checks a type with fields.
pub(crate) fn structure(
    api: &Api<'_>,
    name: &Ident,
    members: &[Member<'_>],
    all: &[Field],
) -> Option<TokenStream> {
    let lines = lines(api, members, all);
    api.checks(&name.to_string()).then(|| {
        quote! {
            impl Check for #name {
                fn check(&self, at: &At<'_>) -> Result<(), ValidationError> {
                    #(#lines)*
                    Ok(())
                }
            }
        }
    })
}

/// What checks a union: whatever is checked of the member that it is.
pub(crate) fn union(api: &Api<'_>, union: &Union<'_>) -> Option<TokenStream> {
    let name = &union.name;
    let holds = |variant: &&Variant<'_>| api.is_checked(variant.member);
    let arms = union.arms(holds, &quote!(value.check(at)), &quote!(Ok(())));
    api.checks(&name.to_string()).then(|| {
        quote! {
            impl Check for #name {
                fn check(&self, at: &At<'_>) -> Result<(), ValidationError> {
                    #arms
                }
            }
        }
    })
}

/// A line for each check of each member.
fn lines(api: &Api<'_>, members: &[Member<'_>], all: &[Field]) -> Vec<TokenStream> {
    let mut lines = Vec::new();
    for member in members {
        let tests = tests(api, member.field, all);
        lines.extend(tests.iter().map(|test| line(member, test, members)));
    }
    lines
}

fn line(member: &Member<'_>, test: &Test<'_>, all: &[Member<'_>]) -> TokenStream {
    let (name, wire) = (&member.ident, &member.field.name);
    let value = quote!(#wire, &self.#name);
    match test {
        Test::Characters(limits) => limited("characters", &value, *limits),
        Test::MarkedUp(limits, mode) => {
            let mode = sibling(&mode.name, all);
            limited("marked_up", &quote!(#value, &self.#mode), *limits)
        }
        Test::Bytes(limits) => limited("bytes", &value, *limits),
        Test::Items(limits) => limited("items", &value, *limits),
        Test::Number(limits) => limited("number", &value, *limits),
        Test::Required(condition) => {
            let (when, why) = (when(condition, all), condition.text());
            quote!(at.required(#value, #when, #why)?;)
        }
        Test::Inside => quote!(at.inside(#value)?;),
    }
}

fn limited(check: &str, value: &TokenStream, limits: Limits) -> TokenStream {
    let check = crate::rust::ident::ident(check);
    let [min, max] = [limits.min, limits.max].map(|limit| limit.map(Literal::i64_unsuffixed));
    match max {
        Some(max) => quote!(at.#check(#value, #min..=#max)?;),
        None => quote!(at.#check(#value, #min..)?;),
    }
}

/// Whether a condition holds, as an expression.
fn when(condition: &Condition, all: &[Member<'_>]) -> TokenStream {
    let parts = condition.fields.iter().map(|name| {
        let is_required = all
            .iter()
            .any(|m| m.field.name == *name && m.field.required);
        let name = sibling(name, all);
        match condition.state {
            State::Absent => quote!(self.#name.is_none()),
            State::Present => quote!(self.#name.is_some()),
            State::True if is_required => quote!(self.#name),
            State::False if is_required => quote!(!self.#name),
            State::True => quote!(self.#name == Some(true)),
            State::False => quote!(self.#name == Some(false)),
        }
    });
    let parts: Vec<TokenStream> = parts.collect();
    quote!(#(#parts)&&*)
}

/// The Rust name of the field that the wire calls `name`.
fn sibling<'a>(name: &str, all: &'a [Member<'_>]) -> Option<&'a Ident> {
    let found = all.iter().find(|member| member.field.name == name);
    found.map(|member| &member.ident)
}
