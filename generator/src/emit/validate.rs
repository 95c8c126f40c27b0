//! The limits of parameters and fields → the code that checks them, a statement for each check.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;
use schema::schema::{Field, Limits};

use crate::emit::field::Member;
use crate::emit::union::{Union, Variant};
use crate::resolve::api::Api;
use crate::resolve::condition::{Condition, State};
use crate::resolve::limits::Check;

/// Emits the function that validates a request; `None` if there is nothing to check.
pub(crate) fn validate(api: &Api, members: &[Member<'_>], all: &[Field]) -> Option<TokenStream> {
    let lines = lines(api, members, all);
    (!lines.is_empty()).then(|| {
        quote! {
            fn validate(&self) -> Result<(), ValidationError> {
                let path = FieldPath::method(Self::METHOD);
                #(#lines)*
                Ok(())
            }
        }
    })
}

/// Emits the validation of a structure.
pub(crate) fn structure(
    api: &Api,
    name: &Ident,
    members: &[Member<'_>],
    all: &[Field],
) -> Option<TokenStream> {
    let lines = lines(api, members, all);
    api.is_limited(&name.to_string()).then(|| {
        quote! {
            impl Validate for #name {
                fn validate(&self, path: &FieldPath<'_>) -> Result<(), ValidationError> {
                    #(#lines)*
                    Ok(())
                }
            }
        }
    })
}

/// Emits the validation of a union: that of the member that it is.
pub(crate) fn union(api: &Api, union: &Union<'_>) -> Option<TokenStream> {
    let name = &union.name;
    let holds = |variant: &&Variant<'_>| api.holds_limits(variant.member);
    let arms = union.arms(holds, &quote!(value.validate(path)), &quote!(Ok(())));
    api.is_limited(&name.to_string()).then(|| {
        quote! {
            impl Validate for #name {
                fn validate(&self, path: &FieldPath<'_>) -> Result<(), ValidationError> {
                    #arms
                }
            }
        }
    })
}

/// Emits a statement for each check of each member.
fn lines(api: &Api, members: &[Member<'_>], all: &[Field]) -> Vec<TokenStream> {
    let mut lines = Vec::new();
    for member in members {
        let checks = api.checks(member.field, all);
        lines.extend(checks.iter().map(|check| line(member, check, members)));
    }
    lines
}

fn line(member: &Member<'_>, test: &Check<'_>, all: &[Member<'_>]) -> TokenStream {
    let (name, wire) = (&member.ident, &member.field.name);
    let value = quote!(#wire, &self.#name);
    match test {
        Check::Characters(limits) => check_limits("check_characters", &value, *limits),
        Check::MarkedUp(limits, mode) => {
            let mode = sibling(&mode.name, all);
            check_limits(
                "check_markup_characters",
                &quote!(#value, &self.#mode),
                *limits,
            )
        }
        Check::Bytes(limits) => check_limits("check_bytes", &value, *limits),
        Check::Items(limits) => check_limits("check_items", &value, *limits),
        Check::Number(limits) => check_limits("check_number", &value, *limits),
        Check::Required(condition) => {
            let (when, why) = (when(condition, all), condition.text());
            quote!(path.check_required(#value, #when, #why)?;)
        }
        Check::Inside => quote!(path.check_nested(#value)?;),
    }
}

fn check_limits(check: &str, value: &TokenStream, limits: Limits) -> TokenStream {
    let check = crate::rust::ident::ident(check);
    let [min, max] = [limits.min, limits.max].map(|limit| limit.map(Literal::i64_unsuffixed));
    match max {
        Some(max) => quote!(path.#check(#value, #min..=#max)?;),
        None => quote!(path.#check(#value, #min..)?;),
    }
}

/// Emits the expression that tests a condition.
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
