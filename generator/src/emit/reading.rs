//! A plan → the code that reads a union: it looks at the JSON, one test after the other.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::decide::{Arm, Kind, Plan};
use crate::emit::union::Variant;

/// The implementation of `Deserialize` for a union, which its errors call `wire`.
pub(crate) fn item(name: &Ident, wire: &str, variants: &[Variant<'_>], plan: &Plan) -> TokenStream {
    let (any, tests): (Vec<&Arm>, Vec<&Arm>) =
        plan.arms.iter().partition(|arm| arm.kind == Kind::Any);
    let tests = tests.into_iter().map(|arm| test(arm, variants));
    let last = match any.first() {
        Some(arm) => parse(arm, variants),
        None => quote!(value.mismatch(#wire)),
    };
    quote! {
        impl<'de> Deserialize<'de> for #name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = Untyped::read(deserializer)?;
                #(#tests)*
                #last
            }
        }
    }
}

fn test(arm: &Arm, variants: &[Variant<'_>]) -> TokenStream {
    let test = condition(arm);
    if arm.attempt {
        let name = variants.get(arm.member).map(|variant| &variant.name);
        return quote! {
            if let Some(value) = value.attempt(#test) {
                return Ok(Self::#name(value));
            }
        };
    }
    let parse = parse(arm, variants);
    quote!(if #test { return #parse; })
}

fn parse(arm: &Arm, variants: &[Variant<'_>]) -> TokenStream {
    let name = variants.get(arm.member).map(|variant| &variant.name);
    match arm.kind {
        Kind::True => quote!(Ok(Self::#name)),
        _ => quote!(value.parse().map(Self::#name)),
    }
}

fn condition(arm: &Arm) -> TokenStream {
    let says = arm
        .guard
        .says
        .as_ref()
        .map(|(field, text)| quote!(value.says(#field, #text)));
    let has = arm
        .guard
        .has
        .as_ref()
        .map(|field| quote!(value.has(#field)));
    match (says, has) {
        (Some(says), Some(has)) => quote!(#says && #has),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => kind(arm.kind),
    }
}

fn kind(kind: Kind) -> TokenStream {
    match kind {
        Kind::True => quote!(value.is_true()),
        Kind::Boolean => quote!(value.is_boolean()),
        Kind::Number => quote!(value.is_number()),
        Kind::String => quote!(value.is_string()),
        Kind::Array => quote!(value.is_array()),
        Kind::Object => quote!(value.is_object()),
        Kind::Any => quote!(true),
    }
}
