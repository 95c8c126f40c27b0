//! The update → the enum of its payloads, and helpers that find who and what it is about:
//! `updates.rs`.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use schema::schema::Field;

use crate::api::Api;
use crate::doc::Doc;
use crate::emit::title;
use crate::emit::union::variants;
use crate::error::GenerateError;
use crate::ident::{Scope, camel, ident};
use crate::member::members;
use crate::ty;
use crate::update::{Role, Update, fields, named, update};
use crate::way::{Step, Ways};

/// The file of an API's update; `None` where it has none.
pub(crate) fn file(api: &Api<'_>) -> Result<Option<String>, GenerateError> {
    let Some(update) = update(api) else {
        return Ok(None);
    };
    let items = Emitter::new(api, &update).items(&update);
    let what = format!("What an update of the {} brings.", title(api));
    super::file(api, &Doc::new(None, &what), items).map(Some)
}

struct Emitter<'a, 'b> {
    api: &'b Api<'a>,
    /// The update.
    name: Ident,
    /// The enum of its payloads.
    kind: Ident,
    payloads: Vec<Payload<'a>>,
}

/// A payload with its Rust names.
struct Payload<'a> {
    field: &'a Field,
    ident: Ident,
    variant: Ident,
}

impl<'a, 'b> Emitter<'a, 'b> {
    fn new(api: &'b Api<'a>, update: &Update<'a>) -> Self {
        let name = api.names.ty(update.name);
        let mut kind = format!("{name}Kind");
        while api.names.has(&kind) {
            kind.push('_');
        }
        let mut scope = Scope::with(["Unknown"]);
        let payloads = update.payloads.iter().map(|field| Payload {
            field,
            ident: member(api, update.name, field),
            variant: ident(&scope.take(camel(&field.name))),
        });
        Self {
            api,
            name: ident(&name),
            kind: ident(&kind),
            payloads: payloads.collect(),
        }
    }

    fn items(&self, update: &Update<'a>) -> Vec<TokenStream> {
        let mut helpers = vec![self.accessor()];
        let mut finders = Vec::new();
        for role in &update.roles {
            let ways = Ways::new(self.api, update, role);
            helpers.push(self.helper(role, &ways));
            finders.extend(self.finders(role, &ways));
        }
        let name = &self.name;
        let access = quote!(impl #name { #(#helpers)* });
        let first = [self.definition(), access];
        first.into_iter().chain(finders).collect()
    }

    fn definition(&self) -> TokenStream {
        let (name, kind) = (&self.name, &self.kind);
        let doc = Doc::new(None, &format!("What an [`{name}`] brings.")).tokens(0);
        let variants = self.payloads.iter().map(|payload| {
            let doc = Doc::of_field(payload.field, "payload").tokens(4);
            let ty = ty::rust(self.api, &payload.field.ty);
            let variant = &payload.variant;
            quote!(#doc #variant(&'a #ty),)
        });
        quote! {
            #doc
            #[derive(Clone, Copy, Debug, PartialEq)]
            #[non_exhaustive]
            pub enum #kind<'a> {
                #(#variants)*
                /// Nothing that this crate knows.
                Unknown,
            }
        }
    }

    fn accessor(&self) -> TokenStream {
        let kind = &self.kind;
        let tests = self.payloads.iter().map(|Payload { ident, variant, .. }| {
            quote! {
                if let Some(value) = &self.#ident {
                    return #kind::#variant(value);
                }
            }
        });
        quote! {
            /// What it brings: the one of its optional fields that is present.
            pub fn kind(&self) -> #kind<'_> {
                #(#tests)*
                #kind::Unknown
            }
        }
    }

    fn helper(&self, role: &Role<'_>, ways: &Ways<'_, '_>) -> TokenStream {
        let (kind, helper) = (&self.kind, ident(role.helper));
        let ty = ident(&self.api.names.ty(role.ty));
        let leads = |payload: &&Payload<'_>| {
            named(&payload.field.ty).is_some_and(|ty| ways.steps.contains_key(ty))
        };
        let variants = self.payloads.iter().filter(leads).map(|one| &one.variant);
        let doc = Doc::new(None, about(role.helper)).tokens(4);
        quote! {
            #doc
            pub fn #helper(&self) -> Option<&#ty> {
                match self.kind() {
                    #(#kind::#variants(value) => Find::find(value),)*
                    _ => None,
                }
            }
        }
    }

    /// What finds a role in each type on the way to it.
    fn finders(&self, role: &Role<'_>, ways: &Ways<'_, '_>) -> Vec<TokenStream> {
        let target = ident(&self.api.names.ty(role.ty));
        let finder = |(name, step): (&&str, &Step<'_>)| {
            let (owner, body) = (ident(&self.api.names.ty(name)), self.step(name, step));
            quote! {
                impl Find<#target> for #owner {
                    fn find(&self) -> Option<&#target> {
                        #body
                    }
                }
            }
        };
        ways.steps.iter().map(finder).collect()
    }

    fn step(&self, owner: &str, step: &Step<'_>) -> TokenStream {
        match step {
            Step::Here => quote!(Some(self)),
            Step::Field(field) => {
                let field = member(self.api, owner, field);
                quote!(Find::find(&self.#field))
            }
            Step::Members(members) => {
                let all = variants(self.api, owner);
                let leading = all.iter().filter(|one| members.contains(&one.member));
                let names: Vec<&Ident> = leading.map(|variant| &variant.name).collect();
                let others = (names.len() < all.len()).then(|| quote!(_ => None,));
                quote!(match self { #(Self::#names(value) => Find::find(value),)* #others })
            }
        }
    }
}

/// What a helper is for.
fn about(helper: &str) -> &'static str {
    match helper {
        "message" => "The message that it brings or is about, where there is one.",
        "chat" => "The chat that it comes from, where there is one.",
        _ => "Who caused it, where that is known.",
    }
}

/// The Rust name of a field of a structure.
fn member(api: &Api<'_>, owner: &str, field: &Field) -> Ident {
    let fields = fields(api, owner).unwrap_or_default();
    let members = members(api, &api.names.ty(owner), fields, "field").all;
    let mut members = members
        .into_iter()
        .filter(|one| one.field.name == field.name);
    let known = members.next().map(|member| member.ident);
    known.unwrap_or_else(|| ident(&field.name))
}
