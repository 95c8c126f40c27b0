//! The limits of parameters and fields → the code that checks them, a statement for each check.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;
use schema::schema::{Field, Limits};

use crate::emit::field::Member;
use crate::resolve::anonymous_union::field_type;
use crate::resolve::api::Api;
use crate::resolve::condition::{Condition, State};
use crate::resolve::limits::Check;
use crate::rust::ident::ident;

/// Checks whether limits of a request depend on the server: its own, or those inside a parameter.
pub(crate) fn depends_on_server(api: &Api, members: &[Member<'_>]) -> bool {
    let holds_limits = |member: &Member<'_>| api.holds_limits(&field_type(member.field));
    let has_local_limits = |member: &Member<'_>| member.field.facts.local_limits.is_some();
    members.iter().any(has_local_limits)
        || (api.has_local_limits_in_types() && members.iter().any(holds_limits))
}

/// Emits the function that validates a request; `None` if there is nothing to check.
pub(crate) fn emit_request_validation(
    api: &Api,
    members: &[Member<'_>],
    all: &[Field],
) -> Option<TokenStream> {
    let checks = emit_checks(api, members, all);
    (!checks.is_empty()).then(|| {
        quote! {
            fn validate_for(&self, server: ServerKind) -> Result<(), ValidationError> {
                let path = FieldPath::method(Self::METHOD, server);
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
    let emit_limits = |function: &str, value: &TokenStream, limits: Limits| {
        let (function, limits) = (
            ident(function),
            emit_range(limits, member.field.facts.local_limits),
        );
        quote!(path.#function(#value, #limits)?;)
    };
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

/// Emits the range of the allowed values: `1..=100`, or one that depends on the server.
fn emit_range(limits: Limits, local: Option<Limits>) -> TokenStream {
    let Limits { min, max } = limits;
    let [min, max] = [min, max].map(|limit| limit.map(Literal::i64_unsuffixed));
    let Some(local) = local else {
        return match max {
            Some(max) => quote!(#min..=#max),
            None => quote!(#min..),
        };
    };
    // Both are of one Rust type, so that a bound that is missing is one that nothing exceeds.
    let [platform, local] = [limits, local].map(|Limits { min, max }| {
        let min = Literal::i64_unsuffixed(min.unwrap_or(i64::MIN));
        let max = Literal::i64_unsuffixed(max.unwrap_or(i64::MAX));
        quote!(#min..=#max)
    });
    quote!(path.by_server(#platform, #local))
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
