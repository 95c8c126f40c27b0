//! An API → its items: everything that has a Rust type, with the module that it belongs to.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use schema::schema::{Method, Shape, TypeDef};
use schema::ty::Type;

use crate::emit::item::{Item, Kind};
use crate::emit::{method, raw_type, refusal, string_enum, structure, targets, union, updates};
use crate::resolve::anonymous_union::field_type;
use crate::resolve::api::Api;

/// Collects the items of an API in page order, those that it inherits among them.
pub(crate) fn collect_items(api: &Api) -> Vec<Item<'_>> {
    let schema = &api.model.schema;
    let mut items = Vec::new();
    items.extend(schema.methods.iter().map(|method| method_item(api, method)));
    items.extend(schema.types.iter().map(|def| {
        let name = api.names.ty(&def.name);
        let removed = removed_names(api, &def.name).filter(|one| *one != name);
        let removed: Vec<String> = removed.collect();
        let mut item = type_item(api, Kind::Types, name, move || emit_type(api, def));
        item.imports.extend(removed);
        let returned = union::accessors::list_returned_types(api, def);
        item.imports.extend(returned);
        item
    }));
    items.extend(api.model.opaque.iter().map(|opaque| {
        let name = api.names.ty(&opaque.name);
        type_item(api, Kind::Types, name, move || {
            raw_type::emit_raw_type(api, opaque)
        })
    }));
    items.extend(api.anonymous_unions.iter().map(|union| {
        let name = api.names.union(&union.members);
        type_item(api, Kind::Unions, name, move || {
            let mut items = union::emit_anonymous_union(api, union);
            items.extend(targets::emit_from_places(api, union));
            items
        })
    }));
    items.extend(api.string_enums.iter().map(|string_enum| {
        let name = api.names.ty(&string_enum.key());
        type_item(api, Kind::Words, name, move || {
            string_enum::emit_string_enum(api, string_enum)
        })
    }));
    items.extend(refusal_item(api));
    items.extend(targets::target_items(api));
    items.extend(updates::updates_item(api));
    items
}

fn method_item<'a>(api: &'a Api, method: &'a Method) -> Item<'a> {
    let params = method.params.iter().map(field_type);
    let types: Vec<Type> = params.chain(method.returns.clone()).collect();
    let names = types.iter().filter_map(|ty| api.names.rust_name_in(ty));
    Item {
        kind: Kind::Methods,
        name: api.names.request(&method.name),
        owner: api.model.api.clone(),
        users: BTreeSet::from([api.model.api.clone()]),
        imports: names
            .chain(removed_names(api, &method.name))
            .chain([api.names.marker.clone()])
            .collect(),
        emit: Box::new(move || method::emit_request(api, method)),
    }
}

/// The item of the known refusals, which each API has for itself; `None` where there are none.
fn refusal_item(api: &Api) -> Option<Item<'_>> {
    (!api.model.refusals.is_empty()).then(|| Item {
        kind: Kind::Words,
        name: api.names.refusal.clone(),
        owner: api.model.api.clone(),
        users: BTreeSet::from([api.model.api.clone()]),
        imports: BTreeSet::new(),
        emit: Box::new(move || refusal::emit_refusals(api)),
    })
}

/// The types that the setters of an owner's removed members name.
fn removed_names(api: &Api, owner: &str) -> impl Iterator<Item = String> {
    let removed = api.removed_members(owner).iter();
    removed.filter_map(|field| api.names.rust_name_in(&field_type(field)))
}

/// The item of a type that has this Rust name.
fn type_item<'a>(
    api: &Api,
    kind: Kind,
    name: String,
    emit: impl Fn() -> Vec<TokenStream> + Sync + 'a,
) -> Item<'a> {
    Item {
        kind,
        owner: api.owner_of(&name).to_owned(),
        users: api.users_of(&name),
        imports: api.parts_of(&name),
        emit: Box::new(emit),
        name,
    }
}

fn emit_type(api: &Api, def: &TypeDef) -> Vec<TokenStream> {
    match &def.shape {
        Shape::Struct(fields) => structure::emit_structure(api, def, fields),
        Shape::Union(union) => union::emit_named_union(api, def, union),
    }
}
