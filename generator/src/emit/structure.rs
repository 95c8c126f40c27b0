//! A type with fields → a struct, with a constructor and setters.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use schema::schema::{Field, TypeDef};

use crate::api::Api;
use crate::doc::{self, Doc};
use crate::emit::union::attach;
use crate::emit::{check, many};
use crate::ident::ident;
use crate::member::{Member, members};

/// The items of one type.
pub(crate) fn items(api: &Api<'_>, def: &TypeDef, fields: &[Field]) -> Vec<TokenStream> {
    let rust_name = api.names.ty(&def.name);
    let members = members(api, &rust_name, fields, "field").all;
    let name = ident(&rust_name);
    let structure = structure(api, def, &name, &members);
    let functions = functions(&name, &members, api.is_sent(&rust_name));
    let visits: Vec<_> = members.iter().filter_map(Member::each_file).collect();
    let files = api.uploads(&schema::ty::Type::Named(def.name.clone()));
    let files = files.then(|| attach(&name, &visits));
    let all = [
        Some(structure),
        default(&name, &members),
        Some(functions),
        files,
        check::structure(api, &name, &members, fields),
    ];
    all.into_iter().flatten().collect()
}

fn structure(api: &Api<'_>, def: &TypeDef, name: &Ident, members: &[Member<'_>]) -> TokenStream {
    let doc = Doc::new(def.doc.as_deref(), &format!("The `{}` type.", def.name))
        .and(doc::link(&api.model.manifest, def.link.as_deref()))
        .tokens(0);
    let fields = members.iter().map(Member::definition);
    let default = is_optional(members).then(|| quote!(Default,));
    quote! {
        #doc
        #[derive(Clone, Debug, #default PartialEq, Serialize, Deserialize)]
        #[non_exhaustive]
        pub struct #name {
            #(#fields)*
        }
    }
}

/// The constructor and, for what users send, the setters. What they only get has public fields.
fn functions(name: &Ident, members: &[Member<'_>], is_sent: bool) -> TokenStream {
    let asked = || members.iter().filter(|member| member.is_asked());
    let arguments = asked().map(Member::argument);
    let initial = members.iter().map(Member::initial);
    let setters = members
        .iter()
        .filter(|_| is_sent)
        .filter_map(Member::setter);
    let many = many(asked().count());
    quote! {
        impl #name {
            /// A value with what is required; the rest is absent.
            #many
            pub fn new(#(#arguments),*) -> Self {
                Self { #(#initial),* }
            }
            #(#setters)*
        }
    }
}

/// Whether nothing is required, so that the default value can be derived.
fn is_optional(members: &[Member<'_>]) -> bool {
    members.iter().all(|member| !member.field.required)
}

/// The default value, where there is one that can't be derived: all that is required is constant.
fn default(name: &Ident, members: &[Member<'_>]) -> Option<TokenStream> {
    if is_optional(members) || members.iter().any(Member::is_asked) {
        return None;
    }
    Some(quote! {
        impl Default for #name {
            fn default() -> Self {
                Self::new()
            }
        }
    })
}
