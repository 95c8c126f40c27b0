//! The items that requests refer to → the structure of an item's ids, the conversions to ids from what
//! holds them, and the setters of a request that take such a value.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use schema::schema::Method;
use schema::ty::Type;

use crate::doc::Doc;
use crate::emit::feature_gate::emit_condition;
use crate::emit::field::{Member, field_ident};
use crate::emit::item::{Item, Kind};
use crate::emit::rust_type;
use crate::emit::union::Union;
use crate::resolve::anonymous_union::AnonymousUnion;
use crate::resolve::api::Api;
use crate::resolve::targets::{self, Holder};
use crate::rust::ident::{Scope, ident, snake};

/// The items of the structures of ids: one for each item that requests refer to.
pub(crate) fn target_items(api: &Api) -> impl Iterator<Item = Item<'_>> {
    let free = api.targets.items.iter().filter(|item| {
        let is_own = api.owner_of(&item.rust_name) == api.model.api;
        is_own || !api.names.has(&item.rust_name)
    });
    free.map(|item| Item {
        kind: Kind::Types,
        name: item.rust_name.clone(),
        owner: api.owner_of(&item.rust_name).to_owned(),
        users: api.users_of(&api.names.ty(&item.ty)),
        imports: BTreeSet::new(),
        emit: Box::new(|| emit_ids(api, item)),
    })
}

fn emit_ids(api: &Api, item: &targets::Item) -> Vec<TokenStream> {
    let name = ident(&item.rust_name);
    let text = format!(
        "Refers to a `{}` by the ids of its place and its own.",
        item.ty
    );
    let doc = Doc::new(None, &text).tokens(0);
    let [place, own] = [&item.place, &item.own].map(|id| ident(&id.name));
    let [place_type, own_type] =
        [&item.place, &item.own].map(|id| rust_type::emit_type(api, &id.ty));
    let structure = quote! {
        #doc
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct #name {
            /// The id of the place.
            pub #place: #place_type,
            /// The id of its own.
            pub #own: #own_type,
        }
    };
    let users = api.users_of(&api.names.ty(&item.ty));
    let conversions = emit_from_holders(api, (&name, &users), &item.holders, |ids| {
        let [place_id, own_id] = ids else {
            return TokenStream::new();
        };
        quote!(Self { #place: #place_id, #own: #own_id })
    });
    [structure].into_iter().chain(conversions).collect()
}

/// Emits the conversions to the id that an anonymous union is.
pub(crate) fn emit_from_places(api: &Api, union: &AnonymousUnion) -> Vec<TokenStream> {
    let holders = api.targets.holders_of_union(&union.members);
    let name = api.names.union(&union.members);
    let users = api.users_of(&name);
    emit_from_holders(
        api,
        (&ident(&name), &users),
        holders,
        |ids| quote!(Self::from(#(#ids),*)),
    )
}

/// Emits the conversions to a structure that is made of an item's own id alone.
pub(crate) fn emit_from_items(api: &Api, name: &Ident) -> Vec<TokenStream> {
    let argument = api.sole_argument(&name.to_string());
    let item = argument.and_then(|field| api.targets.item_by_id(&field.name, &field.ty));
    let own = item.filter(|item| api.owner_of(&item.rust_name) == api.model.api);
    let holders = own.map(|item| item.holders.as_slice()).unwrap_or_default();
    let users = api.users_of(&name.to_string());
    emit_from_holders(api, (name, &users), holders, |ids| {
        let id = ids.last();
        quote!(Self::from(#id))
    })
}

/// Emits a conversion to `target`, which has these users, from each holder. Of a structure, `build`
/// gets its ids.
fn emit_from_holders(
    api: &Api,
    (target, users): (&Ident, &BTreeSet<String>),
    holders: &[Holder],
    build: impl Fn(&[TokenStream]) -> TokenStream,
) -> Vec<TokenStream> {
    let emit = |holder: &Holder| {
        let body = if holder.paths.is_empty() {
            emit_match(api, &holder.ty)?
        } else {
            let ids: Option<Vec<TokenStream>> = holder
                .paths
                .iter()
                .map(|path| emit_path(api, &holder.ty, path))
                .collect();
            build(&ids?)
        };
        let rust = api.names.ty(&holder.ty);
        let condition = emit_holder_condition(api, users, &rust);
        let (owner, rust) = (ident(api.owner_of(&rust)), ident(&rust));
        Some(quote! {
            #condition
            impl From<&crate::apis::#owner::#rust> for #target {
                fn from(value: &crate::apis::#owner::#rust) -> Self {
                    #body
                }
            }
        })
    };
    holders.iter().filter_map(emit).collect()
}

/// Emits the condition of a conversion, where its source is not compiled for all who use its target.
fn emit_holder_condition(api: &Api, users: &BTreeSet<String>, holder: &str) -> Option<TokenStream> {
    let holders = api.users_of(holder);
    let both = users.intersection(&holders).cloned().collect();
    (!users.is_subset(&holders))
        .then(|| emit_condition(api, &both))
        .flatten()
}

/// Emits `value.loft.id`: the id of a structure's value by its fields.
fn emit_path(api: &Api, owner: &str, path: &[String]) -> Option<TokenStream> {
    let (mut owner, mut value, mut ty) = (owner.to_owned(), quote!(value), None);
    for name in path {
        let fields = api.struct_fields(&owner)?;
        let field = fields.iter().find(|one| one.name == *name)?;
        let ident = field_ident(api, &owner, field);
        value = quote!(#value.#ident);
        ty = Some(&field.ty);
        if let Type::Named(next) = &field.ty {
            owner.clone_from(next);
        }
    }
    Some(match ty? {
        Type::String => quote!(#value.clone()),
        _ => value,
    })
}

/// Emits the match of a union that converts each member; `None` where a member may be unknown.
fn emit_match(api: &Api, union: &str) -> Option<TokenStream> {
    let def = api.model.schema.type_def(union)?;
    let rust = ident(&api.names.ty(union));
    let owner = ident(api.owner_of(&rust.to_string()));
    let union = Union::named(api, def, def.union()?);
    let arms = union.variants.iter().map(|variant| {
        let name = &variant.name;
        let value = if variant.boxed {
            quote!(&**value)
        } else {
            quote!(value)
        };
        quote!(crate::apis::#owner::#rust::#name(value) => Self::from(#value),)
    });
    let arms: TokenStream = arms.collect();
    (!union.has_unknown()).then(|| quote!(match value { #arms }))
}

/// Emits the setters of a request that take an item, or an id in place of one.
pub(crate) fn emit_setters(
    api: &Api,
    method: &Method,
    members: &[Member<'_>],
    functions: &mut Scope,
) -> Vec<TokenStream> {
    let mut setters = Vec::new();
    for item in &api.targets.items {
        let item = ItemSetters::new(api, item, method, members);
        setters.extend(item.emit_of(functions));
        for member in &item.optional {
            setters.extend(item.emit_alternative(member, functions));
            setters.extend(item.emit_other(member, functions));
        }
    }
    setters
}

/// The optional parameters of a method by which it may refer to an item.
struct ItemSetters<'a> {
    api: &'a Api,
    item: &'a targets::Item,
    optional: Vec<&'a Member<'a>>,
    /// The parameters for the id of the place and for the item's own, where there are both.
    ids: Option<[&'a Member<'a>; 2]>,
}

impl<'a> ItemSetters<'a> {
    fn new(
        api: &'a Api,
        item: &'a targets::Item,
        method: &'a Method,
        members: &'a [Member<'a>],
    ) -> Self {
        let optional: Vec<&Member<'_>> = members.iter().filter(|one| !one.field.required).collect();
        let find = |name: &str| optional.iter().copied().find(|one| one.field.name == name);
        let place = item.place_param(method).and_then(|param| find(&param.name));
        let own = find(&item.own.name).filter(|one| one.field.ty == item.own.ty);
        Self {
            api,
            item,
            ids: place.zip(own).map(|(place, own)| [place, own]),
            optional,
        }
    }

    /// Emits the setter of both ids: `of(&note)`.
    fn emit_of(&self, functions: &mut Scope) -> Option<TokenStream> {
        let [place, own] = self.ids?;
        let (place_setter, own_setter) = (place.setter(), own.setter());
        let (place_id, own_id) = (ident(&self.item.place.name), ident(&self.item.own.name));
        let name = ident(&functions.take("of".to_owned()));
        let text = format!(
            "Sets `{}` and `{}` to those of a value that has both, such as a `{}`.",
            place.field.name, own.field.name, self.item.ty
        );
        let doc = Doc::new(None, &text).tokens(4);
        let target = self.emit_target();
        Some(quote! {
            #doc
            pub fn #name(self, target: impl Into<#target>) -> Self {
                let target = target.into();
                self.#place_setter(target.#place_id).#own_setter(target.#own_id)
            }
        })
    }

    /// Emits the setter of a text that stands for both ids: `inline` of `inline_note_id`.
    fn emit_alternative(&self, member: &Member<'_>, functions: &mut Scope) -> Option<TokenStream> {
        let prefix = self.prefix_of(member)?;
        if member.field.ty != Type::String || self.ids.is_none() {
            return None;
        }
        let (name, setter) = (ident(&functions.take(prefix)), member.setter());
        let doc = Doc::new(None, &format!("Sets `{}`.", member.field.name)).tokens(4);
        Some(quote! {
            #doc
            pub fn #name(self, id: impl Into<String>) -> Self {
                self.#setter(id)
            }
        })
    }

    /// Emits the setter of another item's id: `pinned_to(&note)` of `pinned_to_note_id`.
    fn emit_other(&self, member: &Member<'_>, functions: &mut Scope) -> Option<TokenStream> {
        let prefix = self.prefix_of(member)?;
        if member.field.ty != self.item.own.ty || !self.item.is_called_by(self.api, member.field) {
            return None;
        }
        let (name, setter) = (ident(&functions.take(prefix)), member.setter());
        let text = format!(
            "Sets `{}` to the id of a value, such as a `{}`.",
            member.field.name, self.item.ty
        );
        let doc = Doc::new(None, &text).tokens(4);
        let (target, own_id) = (self.emit_target(), ident(&self.item.own.name));
        Some(quote! {
            #doc
            pub fn #name(self, target: impl Into<#target>) -> Self {
                self.#setter(target.into().#own_id)
            }
        })
    }

    /// The part of a parameter's name before that of the item's id: `inline` of `inline_note_id`.
    fn prefix_of(&self, member: &Member<'_>) -> Option<String> {
        let prefix = member.field.name.strip_suffix(&self.item.own.name)?;
        let prefix = prefix.strip_suffix('_')?;
        (!prefix.is_empty()).then(|| snake(prefix))
    }

    fn emit_target(&self) -> TokenStream {
        let name = &self.item.rust_name;
        let (owner, name) = (ident(self.api.owner_of(name)), ident(name));
        quote!(crate::apis::#owner::#name)
    }
}
