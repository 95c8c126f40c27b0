//! The value that a type is made of → the conversions to the type.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use schema::ty::Type;

use crate::emit::{Section, emit_macro_call, rust_type};
use crate::resolve::anonymous_union::field_type;
use crate::resolve::api::Api;

/// Emits the conversions to a structure from the one value that its `new` takes, and from what
/// becomes such a value by itself.
pub(crate) fn emit_from_argument(api: &Api, name: &Ident) -> Option<TokenStream> {
    let argument = field_type(api.sole_argument(&name.to_string())?);
    let ty = rust_type::emit_type(api, &argument);
    let sources = Section::new("sources", source_types(api, &argument));
    let head = quote!(#name of #ty);
    Some(emit_macro_call("impl_from_argument", &head, &[sources]))
}

/// Lists the types of such values. Those of a union without a name are written as its members.
fn source_types(api: &Api, argument: &Type) -> Vec<TokenStream> {
    let mut sources = rust_type::source_types(api, argument);
    if let Type::Union(members) = argument {
        let of_members = members
            .iter()
            .flat_map(|member| rust_type::source_types(api, member));
        sources.extend(of_members);
    }
    sources
}
