//! The update → the enum of its payloads, and helpers that find who and what it is about.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use schema::schema::Field;
use schema::ty::Type;

use crate::doc::Doc;
use crate::emit::field::{OwnerKind, members};
use crate::emit::item::{Item, Kind};
use crate::emit::rust_type;
use crate::emit::union::{self, Variant};
use crate::resolve::api::Api;
use crate::resolve::update::{Role, Update, fields, find_update, named};
use crate::resolve::update_path::{Step, UpdatePaths};
use crate::rust::ident::{Scope, camel, ident};

/// Emits the events that an API's update reports; `None` where it has no update.
pub(crate) fn item(api: &Api) -> Option<Item> {
    let update = find_update(api)?;
    let emitter = Emitter::new(api, &update);
    let name = emitter.name.to_string();
    let owner = api.owner_of(&name).to_owned();
    let is_own = owner == api.model.api;
    Some(Item {
        kind: Kind::Updates,
        name: emitter.kind.to_string(),
        owner,
        users: api.users(&name),
        imports: emitter.imports(&update),
        code: if is_own {
            emitter.items(&update)
        } else {
            Vec::new()
        },
    })
}

struct Emitter<'a> {
    api: &'a Api,
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

impl<'a> Emitter<'a> {
    fn new(api: &'a Api, update: &Update<'a>) -> Self {
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
            let paths = UpdatePaths::new(self.api, update, role);
            helpers.push(self.helper(role, &paths));
            finders.extend(self.finders(role, &paths));
        }
        let name = &self.name;
        let access = quote!(impl #name { #(#helpers)* });
        let first = [self.definition(), access];
        first.into_iter().chain(finders).collect()
    }

    /// The types that the items refer to: the update, what it brings, and what helpers find.
    fn imports(&self, update: &Update<'a>) -> BTreeSet<String> {
        let payloads = update.payloads.iter().filter_map(|field| named(&field.ty));
        let roles = update.roles.iter().map(|role| role.ty);
        let paths = update.roles.iter();
        let paths = paths.map(|role| UpdatePaths::new(self.api, update, role));
        let steps = paths.flat_map(|paths| paths.steps.into_keys());
        let all = payloads.chain(roles).chain(steps).chain([update.name]);
        all.map(|name| self.api.names.ty(name)).collect()
    }

    fn definition(&self) -> TokenStream {
        let (name, kind) = (&self.name, &self.kind);
        let doc = Doc::new(None, &format!("The event that an [`{name}`] reports.")).tokens(0);
        let variants = self.payloads.iter().map(|payload| {
            let doc = Doc::of_field(payload.field, "payload").tokens(4);
            let ty = rust_type::rust(self.api, &payload.field.ty);
            let variant = &payload.variant;
            quote!(#doc #variant(&'a #ty),)
        });
        quote! {
            #doc
            #[derive(Clone, Copy, Debug, PartialEq)]
            #[non_exhaustive]
            pub enum #kind<'a> {
                #(#variants)*
                /// An event that this version of the crate does not know.
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
            /// Returns the event that occurred: the one optional field that is present.
            pub fn kind(&self) -> #kind<'_> {
                #(#tests)*
                #kind::Unknown
            }
        }
    }

    fn helper(&self, role: &Role<'_>, paths: &UpdatePaths<'_, '_>) -> TokenStream {
        let (kind, helper) = (&self.kind, ident(role.helper));
        let ty = ident(&self.api.names.ty(role.ty));
        let leads = |payload: &&Payload<'_>| {
            named(&payload.field.ty).is_some_and(|ty| paths.steps.contains_key(ty))
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
    fn finders(&self, role: &Role<'_>, paths: &UpdatePaths<'_, '_>) -> Vec<TokenStream> {
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
        paths.steps.iter().map(finder).collect()
    }

    fn step(&self, owner: &str, step: &Step<'_>) -> Option<TokenStream> {
        match step {
            Step::Here => Some(quote!(Some(self))),
            Step::Field(field) => {
                let field = member(self.api, owner, field);
                Some(quote!(Find::find(&self.#field)))
            }
            Step::Members(members) => self.members(owner, members),
        }
    }

    fn members(&self, owner: &str, members: &[&Type]) -> Option<TokenStream> {
        let def = self.api.model.schema.type_def(owner)?;
        let union = union::of(self.api, def, def.union()?);
        let leads = |variant: &&Variant<'_>| members.contains(&variant.member);
        Some(union.arms(leads, &quote!(Find::find(value)), &quote!(None)))
    }
}

/// What a helper is for.
fn about(helper: &str) -> &'static str {
    match helper {
        "message" => "Returns the message that the event is or refers to, if there is one.",
        "chat" => "Returns the chat where the event occurred, if it is known.",
        _ => "Returns the user who caused the event, if they are known.",
    }
}

/// The Rust name of a field of a structure.
fn member(api: &Api, owner: &str, field: &Field) -> Ident {
    let fields = fields(api, owner).unwrap_or_default();
    let members = members(api, OwnerKind::Type, owner, &api.names.ty(owner), fields).all;
    let mut members = members
        .into_iter()
        .filter(|one| one.field.name == field.name);
    let known = members.next().map(|member| member.ident);
    known.unwrap_or_else(|| ident(&field.name))
}
