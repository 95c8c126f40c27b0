//! A field that counts a moment in seconds → the function that returns the moment.
//!
//! Of `sent: Integer` with the format `unix-time` it is `sent_as_time`: never the name of the field
//! with another meaning, and told apart from a field `sent_as_time` by a `_`.

use proc_macro2::TokenStream;
use quote::quote;
use schema::schema::{Field, Format};
use schema::ty::Type;

use super::Member;
use crate::doc::Doc;
use crate::rust::ident::{Scope, ident, snake};

/// Names the functions, after all setters have their names.
pub(super) fn name_moments(members: &mut [Member<'_>], functions: &mut Scope) {
    for member in members.iter_mut().filter(|member| member.is_moment()) {
        let name = format!("{}_as_time", snake(&member.field.name));
        member.moment = Some(ident(&functions.take(name)));
    }
}

/// Checks whether a field is a number that counts a moment.
fn counts_moment(field: &Field) -> bool {
    field.facts.format == Some(Format::UnixTime) && field.ty == Type::Integer
}

impl Member<'_> {
    /// Checks whether it is a number that counts a moment.
    pub(super) fn is_moment(&self) -> bool {
        counts_moment(self.field)
    }

    /// Emits the function that returns the moment; `None` where it counts none.
    pub(crate) fn emit_moment(&self) -> Option<TokenStream> {
        let (name, field) = (self.moment.as_ref()?, &self.ident);
        let text = format!(
            "Returns `{}` as a time of the system's clock.",
            self.field.name
        );
        let doc = Doc::new(None, &text).tokens(4);
        let convert = quote!(|time| UnixTime::from(time).to_system_time());
        Some(if self.field.required {
            quote! {
                #doc
                pub fn #name(&self) -> SystemTime {
                    UnixTime::from(self.#field).to_system_time()
                }
            }
        } else {
            quote! {
                #doc
                pub fn #name(&self) -> Option<SystemTime> {
                    self.#field.map(#convert)
                }
            }
        })
    }
}
