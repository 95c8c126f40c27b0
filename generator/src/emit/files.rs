//! All APIs → which file every type is in: its API's own or, where other APIs use the type as well,
//! one that is compiled for any of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::emit::item::{KINDS, Kind, Piece, pieces};
use crate::emit::root::Module;
use crate::resolve::api::Api;
use crate::resolve::inherited;

/// All APIs with their types.
pub(crate) struct Layout<'a> {
    apis: Vec<Api<'a>>,
    pieces: BTreeMap<Place, Vec<Piece>>,
}

/// A file: of an API alone, or of one that shares it with others.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) home: String,
    pub(crate) borrowers: BTreeSet<String>,
    pub(crate) kind: Kind,
}

impl Place {
    /// The module, where it is a shared one.
    pub(crate) fn module(&self) -> String {
        inherited::module(&self.home, &self.borrowers)
    }
}

impl<'a> Layout<'a> {
    /// Lays everything out.
    pub(crate) fn new(apis: Vec<Api<'a>>) -> Self {
        let mut all: BTreeMap<Place, Vec<Piece>> = BTreeMap::new();
        for api in &apis {
            for piece in pieces(api) {
                let place = Place {
                    home: api.model.api.clone(),
                    borrowers: api.borrowers(&piece.owner),
                    kind: piece.kind,
                };
                all.entry(place).or_default().push(piece);
            }
        }
        Self { apis, pieces: all }
    }

    /// The APIs.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Api<'a>> {
        self.apis.iter()
    }

    /// The types of one file.
    pub(crate) fn pieces(&self, place: &Place) -> &[Piece] {
        self.pieces.get(place).map_or(&[], Vec::as_slice)
    }

    /// The shared files that an API needs, its own and those of its bases.
    pub(crate) fn shared_by(&self, api: &str) -> impl Iterator<Item = &Place> {
        let places = self.pieces.keys();
        places.filter(move |place| {
            let is_shared = !place.borrowers.is_empty();
            is_shared && (place.home == api || place.borrowers.contains(api))
        })
    }

    /// The shared files, each with what is in it.
    pub(crate) fn shared(&self) -> impl Iterator<Item = (&Place, &[Piece])> {
        let shared = self
            .pieces
            .iter()
            .filter(|(place, _)| !place.borrowers.is_empty());
        shared.map(|(place, pieces)| (place, pieces.as_slice()))
    }

    /// The modules of the crate, by name.
    pub(crate) fn modules(&self) -> Vec<Module> {
        let own = self.apis.iter().map(|api| Module {
            name: api.model.api.clone(),
            features: vec![api.model.api.clone()],
            is_public: true,
        });
        let groups = self.apis.iter().flat_map(|api| {
            let home = &api.model.api;
            let module = |borrowers: BTreeSet<String>| Module {
                name: inherited::module(home, &borrowers),
                features: borrowers.into_iter().chain([home.clone()]).collect(),
                is_public: false,
            };
            let is_there = |group: &BTreeSet<String>| self.kinds(home, group).next().is_some();
            api.groups()
                .into_iter()
                .filter(is_there)
                .map(module)
                .collect::<Vec<_>>()
        });
        let mut all: Vec<Module> = own.chain(groups).collect();
        all.iter_mut().for_each(|module| module.features.sort());
        all.sort_by(|a, b| a.name.cmp(&b.name));
        all
    }

    /// The files that an API shares with these others.
    pub(crate) fn kinds(
        &self,
        home: &str,
        borrowers: &BTreeSet<String>,
    ) -> impl Iterator<Item = Place> {
        let place = move |kind| Place {
            home: home.to_owned(),
            borrowers: borrowers.clone(),
            kind,
        };
        let places = KINDS.into_iter().map(place);
        places.filter(|place| self.pieces.contains_key(place))
    }
}
