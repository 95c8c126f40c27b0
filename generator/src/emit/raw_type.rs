//! A type that the reference names and does not define → a type that keeps its JSON.

use proc_macro2::TokenStream;
use quote::quote;
use schema::model::Opaque;

use crate::doc::Doc;
use crate::resolve::api::Api;
use crate::rust::ident::ident;

/// Emits the items of one name.
pub(crate) fn emit_raw_type(api: &Api, opaque: &Opaque) -> Vec<TokenStream> {
    let name = ident(&api.names.ty(&opaque.name));
    let note = "The reference names this type but does not define it: a value is kept as raw JSON.";
    let fallback = format!("The `{}` type.", opaque.name);
    let doc = Doc::new(opaque.doc.as_deref(), &fallback)
        .and(note.to_owned())
        .tokens(0);
    let structure = quote! {
        #doc
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct #name(pub Raw);
    };
    let from = quote! {
        impl From<Raw> for #name {
            fn from(json: Raw) -> Self {
                Self(json)
            }
        }
    };
    let reading = quote! {
        impl FromJson for #name {
            fn from_json<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Raw::from_json(deserializer).map(Self)
            }
        }
    };
    vec![structure, from, reading]
}
