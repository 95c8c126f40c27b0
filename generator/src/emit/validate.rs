//! The limits of parameters and fields → the code that checks them, a statement for each check.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;
use schema::schema::{Field, Limits};

use crate::emit::field::Member;
use crate::resolve::api::Api;
use crate::resolve::condition::{Condition, State};
use crate::resolve::limits::Check;
use crate::rust::ident::ident;

/// Emits the function that validates a request; `None` if there is nothing to check.
pub(crate) fn emit_request_validation(
    api: &Api,
    members: &[Member<'_>],
    all: &[Field],
) -> Option<TokenStream> {
    let checks = emit_checks(api, members, all);
    (!checks.is_empty()).then(|| {
        quote! {
            fn validate(&self) -> Result<(), ValidationError> {
                let path = FieldPath::method(Self::METHOD);
                #(#checks)*
                Ok(())
            }
        }
    })
}

/// Emits the validation of a structure; `None` if no value of it needs any.
pub(crate) fn emit_struct_validation(
    api: &Api,
    name: &Ident,
    members: &[Member<'_>],
    all: &[Field],
) -> Option<TokenStream> {
    if !api.is_limited(&name.to_string()) {
        return None;
    }
    let checks = emit_checks(api, members, all);
    Some(quote! {
        impl Validate for #name {
            fn validate(&self, path: &FieldPath<'_>) -> Result<(), ValidationError> {
                #(#checks)*
                Ok(())
            }
        }
    })
}

/// Emits a statement for each check of each member.
fn emit_checks(api: &Api, members: &[Member<'_>], all: &[Field]) -> Vec<TokenStream> {
    let mut statements = Vec::new();
    for member in members {
        for check in api.checks_of(member.field, all) {
            statements.push(emit_check(member, &check, members));
        }
    }
    statements
}

fn emit_check(member: &Member<'_>, check: &Check<'_>, all: &[Member<'_>]) -> TokenStream {
    let (name, wire) = (&member.ident, member.field.wire_name());
    let value = quote!(#wire, &self.#name);
    match check {
        Check::Characters(limits) => emit_limits("check_characters", &value, *limits),
        Check::MarkedUp(limits, mode) => {
            let mode = find_ident(&mode.name, all);
            let value = quote!(#value, &self.#mode);
            emit_limits("check_markup_characters", &value, *limits)
        }
        Check::Bytes(limits) => emit_limits("check_bytes", &value, *limits),
        Check::Items(limits) => emit_limits("check_items", &value, *limits),
        Check::Number(limits) => emit_limits("check_number", &value, *limits),
        Check::Required(condition) => {
            let (test, text) = (emit_condition(condition, all), condition.describe());
            quote!(path.check_required(#value, #test, #text)?;)
        }
        Check::Inside => quote!(path.check_nested(#value)?;),
    }
}

fn emit_limits(function: &str, value: &TokenStream, limits: Limits) -> TokenStream {
    let function = ident(function);
    let [min, max] = [limits.min, limits.max].map(|limit| limit.map(Literal::i64_unsuffixed));
    match max {
        Some(max) => quote!(path.#function(#value, #min..=#max)?;),
        None => quote!(path.#function(#value, #min..)?;),
    }
}

/// Emits the expression that tests a condition.
fn emit_condition(condition: &Condition, all: &[Member<'_>]) -> TokenStream {
    let mut tests = Vec::new();
    for wire in &condition.fields {
        let is_required = all
            .iter()
            .any(|member| member.field.name == *wire && member.field.required);
        let name = find_ident(wire, all);
        tests.push(match condition.state {
            State::Absent => quote!(self.#name.is_none()),
            State::Present => quote!(self.#name.is_some()),
            State::True if is_required => quote!(self.#name),
            State::False if is_required => quote!(!self.#name),
            State::True => quote!(self.#name == Some(true)),
            State::False => quote!(self.#name == Some(false)),
        });
    }
    quote!(#(#tests)&&*)
}

/// Finds the Rust name of a member by its name on the wire.
fn find_ident<'a>(wire: &str, all: &'a [Member<'_>]) -> Option<&'a Ident> {
    let member = all.iter().find(|member| member.field.name == wire)?;
    Some(&member.ident)
}
