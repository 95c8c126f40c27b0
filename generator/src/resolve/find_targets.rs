//! The places and items that requests refer to by their ids, and the values that hold such an id: a
//! chat, and a message in one. The names and the types of fields tell them; no word is special.
//!
//! **A place** is a structure with an id of its own: `Loft` with `id` or `loft_id`. Where all values of
//! the union `Integer | String` are called after it, as `loft`, `loft_id` or `from_loft_id` are, the
//! union is the place's id. A loft holds it, whatever has a required field `loft: Loft` does, and so
//! does a union of these. A `Stair` whose field is `up: Loft` does not: it may be another loft.
//!
//! **An item** is a structure in a place that has an id of its own: `Note` with `loft: Loft` and
//! `note_id`. A request refers to it where both `loft_id` and `note_id` are optional parameters, or
//! where one is called `pinned_to_note_id`. Whatever has `loft: Loft` and `note_id` holds both ids.

use std::collections::{BTreeMap, BTreeSet};

use schema::schema::{Field, Method, Shape, TypeDef};
use schema::ty::Type;
use schema::union_names::sorted;

use crate::resolve::anonymous_union::{field_type, list_item};
use crate::resolve::api::Api;
use crate::resolve::targets::{Holder, Id, Item, Targets};
use crate::rust::ident::snake;

/// Finds what the requests of an API refer to; of an inherited item, its owner decides.
pub(super) fn find_targets(api: &Api, others: &[Api]) -> Targets {
    let owned = OwnIds::find(api);
    Targets {
        places: find_places(api, &owned),
        items: find_items(api, &owned, others),
    }
}

/// The structures with an id of their own, by the name that fields have after them.
struct OwnIds<'a>(BTreeMap<String, (&'a TypeDef, &'a Field)>);

impl<'a> OwnIds<'a> {
    fn find(api: &'a Api) -> Self {
        let defs = api.model.schema.types.iter();
        let found = defs.filter_map(|def| {
            let name = snake(&def.name);
            let is_id = |field: &&Field| {
                let is_scalar = matches!(field.ty, Type::Integer | Type::String);
                let is_own = field.name == "id" || field.name == format!("{name}_id");
                is_own && is_scalar && field.required && field.facts.constant.is_none()
            };
            let id = def.fields().iter().find(is_id)?;
            Some((name, (def, id)))
        });
        Self(found.collect())
    }

    /// The types that a value may be called after: `from_loft_id` after a `FromLoft` or a `Loft`.
    fn named_by(&self, name: &str) -> impl Iterator<Item = (&'a TypeDef, &'a Field)> {
        let stem = name.strip_suffix("_id").unwrap_or(name);
        let later = stem.match_indices('_').map(|(at, _)| &stem[at + 1..]);
        let names = [stem].into_iter().chain(later);
        names.filter_map(|name| self.0.get(name).copied())
    }

    /// The place of a structure: the field, its type, and the id of that type.
    fn place_of(&self, def: &'a TypeDef) -> Option<(&'a Field, &'a TypeDef, &'a Field)> {
        def.fields().iter().find_map(|field| {
            let (place, id) = self.0.get(&field.name).copied()?;
            let is_place = field.required && field.ty == Type::Named(place.name.clone());
            is_place.then_some((field, place, id))
        })
    }
}

/// Every parameter and field.
fn all_fields(api: &Api) -> impl Iterator<Item = &Field> {
    let schema = &api.model.schema;
    let params = schema.methods.iter().flat_map(|method| &method.params);
    params.chain(schema.types.iter().flat_map(TypeDef::fields))
}

fn find_places(api: &Api, owned: &OwnIds<'_>) -> BTreeMap<Vec<Type>, Vec<Holder>> {
    let mut candidates: BTreeMap<Vec<Type>, BTreeSet<&str>> = BTreeMap::new();
    for field in all_fields(api) {
        let ty = field_type(field);
        let Type::Union(members) = list_item(&ty) else {
            continue;
        };
        let named = owned.named_by(&field.name);
        let named: BTreeSet<&str> = named
            .filter(|(_, id)| members.contains(&id.ty))
            .map(|(def, _)| def.name.as_str())
            .collect();
        let known = candidates.entry(sorted(members));
        known
            .and_modify(|known| known.retain(|name| named.contains(name)))
            .or_insert(named);
    }
    let places = candidates.into_iter().filter_map(|(union, places)| {
        Some((union, find_place_holders(api, owned, places.first()?)))
    });
    places.collect()
}

/// Finds what holds the id of a place: the place itself first.
fn find_place_holders(api: &Api, owned: &OwnIds<'_>, place: &str) -> Vec<Holder> {
    find_holders(api, |def| {
        if def.name == place {
            let (_, id) = owned.0.get(&snake(place))?;
            return Some(vec![vec![id.name.clone()]]);
        }
        let (field, ty, id) = owned.place_of(def)?;
        (ty.name == place).then(|| vec![vec![field.name.clone(), id.name.clone()]])
    })
}

/// Finds the structures from which `find_paths` leads to the ids, and the unions of nothing else.
fn find_holders(
    api: &Api,
    find_paths: impl Fn(&TypeDef) -> Option<Vec<Vec<String>>>,
) -> Vec<Holder> {
    let (mut holders, mut names) = (Vec::new(), BTreeSet::new());
    for def in &api.model.schema.types {
        if let Some(paths) = find_paths(def) {
            names.insert(Type::Named(def.name.clone()));
            let ty = def.name.clone();
            holders.push(Holder { ty, paths });
        }
    }
    let unions = api
        .model
        .schema
        .types
        .iter()
        .filter(|def| match &def.shape {
            Shape::Union(union) => union.one_of.iter().all(|member| names.contains(member)),
            Shape::Struct(_) => false,
        });
    let unions = unions.map(|def| Holder {
        ty: def.name.clone(),
        paths: Vec::new(),
    });
    holders.extend(unions);
    holders
}

/// Finds the items that the optional parameters of methods refer to.
fn find_items(api: &Api, owned: &OwnIds<'_>, others: &[Api]) -> Vec<Item> {
    let mut items: BTreeMap<String, Item> = BTreeMap::new();
    for method in &api.model.schema.methods {
        for param in method.params.iter().filter(|param| !param.required) {
            for (def, id) in owned.named_by(&param.name) {
                if param.ty != id.ty || items.contains_key(&def.name) {
                    continue;
                }
                let item = Item::new(api, owned, def, id, others);
                let used = item.filter(|item| item.is_used_by(api, method, param));
                items.extend(used.map(|item| (def.name.clone(), item)));
            }
        }
    }
    items.into_values().collect()
}

impl Item {
    /// An item in a place, whether or not anything refers to it; that of an inherited type is its
    /// owner's.
    fn new(
        api: &Api,
        owned: &OwnIds<'_>,
        def: &TypeDef,
        id: &Field,
        others: &[Api],
    ) -> Option<Self> {
        let rust = api.names.ty(&def.name);
        let owner = api.owner_of(&rust);
        if let Some(owner) = others.iter().find(|other| other.model.api == owner) {
            let mut known = owner.targets.items.iter();
            return known.find(|item| item.ty == def.name).cloned();
        }
        let (_, place, place_id) = owned.place_of(def)?;
        let name = format!("{}_id", snake(&def.name));
        let find_id = |holder: &TypeDef| {
            let mut fields = holder.fields().iter();
            let is_id = |one: &&Field| one.name == name && one.ty == id.ty && one.required;
            let found = fields.find(is_id).map(|found| found.name.clone());
            found.or_else(|| (holder.name == def.name).then(|| id.name.clone()))
        };
        let holders = find_holders(api, |holder| {
            let (field, ty, _) = owned.place_of(holder)?;
            let path = vec![field.name.clone(), place_id.name.clone()];
            (ty.name == place.name).then_some(vec![path, vec![find_id(holder)?]])
        });
        Some(Self {
            ty: def.name.clone(),
            rust_name: name_ids(api, &rust),
            place: Id {
                name: format!("{}_id", snake(&place.name)),
                ty: place_id.ty.clone(),
            },
            own: Id {
                ty: id.ty.clone(),
                name: name.clone(),
            },
            holders,
        })
    }

    /// Checks whether a parameter of a method refers to such an item: with that of its place, or as
    /// to another one than the request is about.
    fn is_used_by(&self, api: &Api, method: &Method, param: &Field) -> bool {
        let is_own = param.name == self.own.name && self.place_param(method).is_some();
        is_own || self.is_called_by(api, param)
    }

    /// Checks whether a parameter is called after the item's id and another word, `pinned_to_note_id`.
    /// Where the item has a field of that name, it is an id of another kind.
    pub(crate) fn is_called_by(&self, api: &Api, param: &Field) -> bool {
        let mut fields = api.struct_fields(&self.ty).unwrap_or_default().iter();
        param.name.ends_with(&format!("_{}", self.own.name))
            && fields.all(|field| field.name != param.name)
    }

    /// The optional parameter for the item's place, `loft_id` or `loft`, where it takes such an id.
    pub(crate) fn place_param<'a>(&self, method: &'a Method) -> Option<&'a Field> {
        let names = [&self.place.name, self.place.name.trim_end_matches("_id")];
        method.params.iter().find(|param| {
            let takes_id = param.ty.members().contains(&self.place.ty);
            !param.required && takes_id && names.contains(&param.name.as_str())
        })
    }
}

/// Names the structure of an item's ids by the item.
fn name_ids(api: &Api, item: &str) -> String {
    let mut name = format!("{item}Ref");
    while api.names.has(&name) {
        name.push('_');
    }
    name
}
