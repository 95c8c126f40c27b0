//! A union → its validation, which is that of the member that the value is.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Union, Variant};

/// Emits the validation of a union; `None` if no value of it needs any.
pub(super) fn emit_validation(union: &Union<'_>) -> Option<TokenStream> {
    let name = &union.name;
    if !union.api.is_limited(&name.to_string()) {
        return None;
    }
    let limited: Vec<&Variant<'_>> = union
        .variants
        .iter()
        .filter(|variant| union.api.holds_limits(variant.member))
        .collect();
    let body = union.emit_match(&limited, &quote!(value.validate(path)), &quote!(Ok(())));
    Some(quote! {
        impl Validate for #name {
            fn validate(&self, path: &FieldPath<'_>) -> Result<(), ValidationError> {
                #body
            }
        }
    })
}
