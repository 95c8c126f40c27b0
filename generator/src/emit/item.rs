//! An API → its items: everything that has a Rust type, with the file that it belongs to.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use schema::schema::{Method, Shape};
use schema::ty::Type;

use crate::emit::{method, raw_type, string_enum, structure, union, updates};
use crate::resolve::anonymous_union::field_type;
use crate::resolve::api::Api;

/// The modules of an API that items are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The requests: one for each method.
    Methods,
    /// The types that a page names.
    Types,
    /// The unions that have no name on a page.
    Unions,
    /// The events that an update reports.
    Updates,
    /// The string enums.
    Words,
}

/// All of them, by their names.
pub(crate) const KINDS: [Kind; 5] = [
    Kind::Methods,
    Kind::Types,
    Kind::Unions,
    Kind::Updates,
    Kind::Words,
];

impl Kind {
    /// The name of the module.
    pub(crate) fn module(self) -> &'static str {
        match self {
            Self::Methods => "methods",
            Self::Types => "types",
            Self::Unions => "unions",
            Self::Updates => "updates",
            Self::Words => "words",
        }
    }

    /// Describes the module of an API by this title.
    pub(crate) fn about(self, title: &str) -> String {
        match self {
            Self::Methods => format!("The requests of the {title}: one type for each method."),
            Self::Types => format!("The types of the {title}."),
            Self::Unions => format!(
                "Enums for values that may be one of several types, where the {title} names no type."
            ),
            Self::Words => {
                format!("Enums for the strings that the {title} lists as the values of a field.")
            }
            Self::Updates => format!("The events that an update of the {title} reports."),
        }
    }
}

/// One Rust type with all that belongs to it.
pub(crate) struct Item {
    pub(crate) kind: Kind,
    pub(crate) name: String,
    /// The API that generates it: another one if it is inherited.
    pub(crate) owner: String,
    /// The APIs that it is compiled for.
    pub(crate) users: BTreeSet<String>,
    /// The names of the generated types that it refers to.
    pub(crate) imports: BTreeSet<String>,
    /// Its Rust code; nothing if it is inherited.
    pub(crate) code: Vec<TokenStream>,
}

/// Collects the items of an API in page order, those that it inherits among them.
pub(crate) fn collect_items(api: &Api) -> Vec<Item> {
    let schema = &api.model.schema;
    let methods = schema.methods.iter().map(|method| of_method(api, method));
    let types = schema.types.iter().map(|def| {
        let code = || match &def.shape {
            Shape::Struct(fields) => structure::items(api, def, fields),
            Shape::Union(union) => union::named(api, def, union),
        };
        of_type(api, Kind::Types, api.names.ty(&def.name), code)
    });
    let undefined = api.model.opaque.iter().map(|one| {
        let name = api.names.ty(&one.name);
        of_type(api, Kind::Types, name, || raw_type::items(api, one))
    });
    let unions = api.anonymous_unions.iter().map(|one| {
        let name = api.names.union(&one.members);
        of_type(api, Kind::Unions, name, || union::nameless(api, one))
    });
    let enums = api.string_enums.iter().map(|one| {
        let name = api.names.ty(&one.key());
        of_type(api, Kind::Words, name, || string_enum::items(api, one))
    });
    let types = types.chain(undefined).chain(unions).chain(enums);
    methods.chain(types).chain(updates::item(api)).collect()
}

fn of_method(api: &Api, method: &Method) -> Item {
    let params = method.params.iter().map(field_type);
    let types: Vec<Type> = params.chain(method.returns.clone()).collect();
    let types = types.iter().filter_map(|ty| api.names.rust_name_in(ty));
    Item {
        kind: Kind::Methods,
        name: api.names.request(&method.name),
        owner: api.model.api.clone(),
        users: BTreeSet::from([api.model.api.clone()]),
        imports: types.chain([api.names.marker.clone()]).collect(),
        code: method::items(api, method),
    }
}

fn of_type(api: &Api, kind: Kind, name: String, code: impl Fn() -> Vec<TokenStream>) -> Item {
    let owner = api.owner_of(&name).to_owned();
    Item {
        kind,
        users: api.users(&name),
        imports: api.parts(&name),
        code: if owner == api.model.api {
            code()
        } else {
            Vec::new()
        },
        name,
        owner,
    }
}
