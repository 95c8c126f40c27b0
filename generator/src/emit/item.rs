//! Everything of an API that has a Rust type → its items, by the file that they belong to.

use proc_macro2::TokenStream;
use schema::schema::Shape;

use crate::emit::{raw_type, string_enum, structure, union, updates};
use crate::resolve::api::Api;

/// The files that types are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// Types that a page names.
    Types,
    /// Unions that have no name on a page.
    Unions,
    /// Lists of words.
    Words,
    /// What updates bring.
    Updates,
}

/// All of them.
pub(crate) const KINDS: [Kind; 4] = [Kind::Types, Kind::Unions, Kind::Updates, Kind::Words];

impl Kind {
    /// The name of the file and its module.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Types => "types",
            Self::Unions => "unions",
            Self::Words => "words",
            Self::Updates => "updates",
        }
    }

    /// What its file holds of an API by this title.
    pub(crate) fn about(self, title: &str) -> String {
        match self {
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

/// The items of one Rust type.
pub(crate) struct Piece {
    pub(crate) kind: Kind,
    pub(crate) name: String,
    /// The type that they go with, wherever that is made: itself, but for what is about another.
    pub(crate) owner: String,
    pub(crate) items: Vec<TokenStream>,
}

/// Every type that the API makes itself, in page order; those that it borrows are not among them.
pub(crate) fn pieces(api: &Api<'_>) -> Vec<Piece> {
    let schema = &api.model.schema;
    let types = schema.types.iter().map(|def| {
        let name = api.names.ty(&def.name);
        let items = || match &def.shape {
            Shape::Struct(fields) => structure::items(api, def, fields),
            Shape::Union(union) => union::named(api, def, union),
        };
        piece(api, Kind::Types, name, items)
    });
    let opaque = api.model.opaque.iter().map(|one| {
        let name = api.names.ty(&one.name);
        piece(api, Kind::Types, name, || raw_type::items(api, one))
    });
    let unions = api.inline.iter().map(|one| {
        let name = api.names.union(&one.members);
        piece(api, Kind::Unions, name, || union::nameless(api, one))
    });
    let words = api.words.iter().map(|one| {
        let name = api.names.ty(&one.key());
        piece(api, Kind::Words, name, || string_enum::items(api, one))
    });
    let all = types.chain(opaque).chain(unions).chain(words);
    all.flatten().chain(updates::piece(api)).collect()
}

fn piece(
    api: &Api<'_>,
    kind: Kind,
    name: String,
    items: impl Fn() -> Vec<TokenStream>,
) -> Option<Piece> {
    let items = api.lent.home(&name).is_none().then(items)?;
    let owner = name.clone();
    Some(Piece {
        kind,
        name,
        owner,
        items,
    })
}
