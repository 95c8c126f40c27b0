//! The update → the enum of its payloads, and helpers that find who and what it is about.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use schema::schema::Field;
use schema::ty::Type;

use crate::doc::Doc;
use crate::emit::field::field_ident;
use crate::emit::item::{Item, Kind};
use crate::emit::rust_type;
use crate::emit::union::{Union, Variant};
use crate::resolve::api::Api;
use crate::resolve::update::{Role, Update, find_update, type_name};
use crate::resolve::update_path::{PathStep, UpdatePaths};
use crate::rust::ident::{Scope, camel, ident};

/// The item of the events that an API's update reports; `None` where it has no update.
pub(crate) fn updates_item(api: &Api) -> Option<Item<'_>> {
    let update = find_update(api)?;
    let emitter = Emitter::new(api, &update);
    let name = emitter.name.to_string();
    Some(Item {
        kind: Kind::Updates,
        name: emitter.kind.to_string(),
        owner: api.owner_of(&name).to_owned(),
        users: api.users_of(&name),
        imports: emitter.collect_imports(),
        emit: Box::new(|| emit_updates(api)),
    })
}

fn emit_updates(api: &Api) -> Vec<TokenStream> {
    find_update(api).map_or_else(Vec::new, |update| Emitter::new(api, &update).emit_items())
}

struct Emitter<'a> {
    api: &'a Api,
    update: &'a Update<'a>,
    /// The Rust name of the update.
    name: Ident,
    /// The Rust name of the enum of its payloads.
    kind: Ident,
    payloads: Vec<Payload<'a>>,
    /// The paths to what each role of the update finds.
    paths: Vec<UpdatePaths<'a>>,
}

/// A payload with its Rust names.
struct Payload<'a> {
    field: &'a Field,
    ident: Ident,
    variant: Ident,
}

impl<'a> Emitter<'a> {
    fn new(api: &'a Api, update: &'a Update<'a>) -> Self {
        let name = api.names.ty(update.name);
        let mut kind = format!("{name}Kind");
        while api.names.has(&kind) {
            kind.push('_');
        }
        let mut scope = Scope::with(["Unknown"]);
        let payloads = update.payloads.iter().map(|field| Payload {
            field,
            ident: field_ident(api, update.name, field),
            variant: ident(&scope.take(camel(&field.name))),
        });
        let roles = update.roles.iter();
        Self {
            api,
            update,
            name: ident(&name),
            kind: ident(&kind),
            payloads: payloads.collect(),
            paths: roles
                .map(|role| UpdatePaths::new(api, update, role))
                .collect(),
        }
    }

    fn emit_items(&self) -> Vec<TokenStream> {
        let name = &self.name;
        let accessor = self.emit_accessor();
        let helpers = self.paths.iter().map(|paths| self.emit_helper(paths));
        let functions = quote!(impl #name { #accessor #(#helpers)* });
        let finders = self.paths.iter().flat_map(|paths| self.emit_finders(paths));
        [self.emit_enum(), functions]
            .into_iter()
            .chain(finders)
            .collect()
    }

    /// The types that the items refer to: the update, what it brings, and what helpers find.
    fn collect_imports(&self) -> BTreeSet<String> {
        let Update {
            payloads, roles, ..
        } = self.update;
        let mut names = BTreeSet::from([self.update.name]);
        names.extend(payloads.iter().filter_map(|field| type_name(&field.ty)));
        names.extend(roles.iter().map(|role| role.ty));
        names.extend(self.paths.iter().flat_map(|paths| paths.steps.keys()));
        names
            .into_iter()
            .map(|name| self.api.names.ty(name))
            .collect()
    }

    fn emit_enum(&self) -> TokenStream {
        let (name, kind) = (&self.name, &self.kind);
        let doc = Doc::new(None, &format!("The event that an [`{name}`] reports.")).tokens(0);
        let variants = self.payloads.iter().map(|payload| {
            let doc = Doc::of_field(payload.field, "payload").tokens(4);
            let ty = rust_type::emit_type(self.api, &payload.field.ty);
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

    /// Emits the function that returns the payload which is present.
    fn emit_accessor(&self) -> TokenStream {
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

    /// Emits the function that finds a role in whichever payload is present.
    fn emit_helper(&self, paths: &UpdatePaths<'_>) -> TokenStream {
        let (kind, helper) = (&self.kind, ident(paths.role.helper));
        let ty = ident(&self.api.names.ty(paths.role.ty));
        let variants = self
            .payloads
            .iter()
            .filter(|payload| paths.start_from(&payload.field.ty))
            .map(|payload| &payload.variant);
        let doc = Doc::new(None, describe_helper(paths.role)).tokens(4);
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

    /// Emits the implementations that find a role, one for each type on a path to it.
    fn emit_finders(&self, paths: &UpdatePaths<'_>) -> Vec<TokenStream> {
        let target = ident(&self.api.names.ty(paths.role.ty));
        let mut finders = Vec::new();
        for (name, step) in &paths.steps {
            let (owner, body) = (ident(&self.api.names.ty(name)), self.emit_step(name, step));
            finders.push(quote! {
                impl Find<#target> for #owner {
                    fn find(&self) -> Option<&#target> {
                        #body
                    }
                }
            });
        }
        finders
    }

    fn emit_step(&self, owner: &str, step: &PathStep<'_>) -> Option<TokenStream> {
        match step {
            PathStep::Target => Some(quote!(Some(self))),
            PathStep::Field(field) => {
                let field = field_ident(self.api, owner, field);
                Some(quote!(Find::find(&self.#field)))
            }
            PathStep::Members(members) => self.emit_members_step(owner, members),
        }
    }

    fn emit_members_step(&self, owner: &str, members: &[&Type]) -> Option<TokenStream> {
        let def = self.api.model.schema.type_def(owner)?;
        let union = Union::named(self.api, def, def.union()?);
        let variants: Vec<&Variant<'_>> = union
            .variants
            .iter()
            .filter(|variant| members.contains(&variant.member))
            .collect();
        Some(union.emit_match(&variants, &quote!(Find::find(value)), &quote!(None)))
    }
}

fn describe_helper(role: &Role<'_>) -> &'static str {
    match role.helper {
        "message" => "Returns the message that the event is or refers to, if there is one.",
        "chat" => "Returns the chat where the event occurred, if it is known.",
        _ => "Returns the user who caused the event, if they are known.",
    }
}
