//! The definitions of an API → its declarations: a Rust name for everything, and which type
//! contains which. What other APIs use its types for is not known yet.

use std::collections::BTreeMap;

use schema::model::Model;

use crate::error::GenerateError;
use crate::resolve::definitions::Definitions;
use crate::resolve::inherited::Inherited;
use crate::resolve::names::Names;
use crate::resolve::type_graph::TypeGraph;

/// The declarations of one API.
pub(crate) struct Declarations {
    pub(crate) definitions: Definitions,
    pub(crate) names: Names,
    pub(crate) graph: TypeGraph,
    inherited: Inherited,
    /// The API that generates each inherited type, by Rust name.
    pub(crate) owners: BTreeMap<String, String>,
}

impl Declarations {
    /// Declares what a model defines; `base` is the API that it extends.
    pub(crate) fn new(model: &Model, base: Option<&Self>) -> Result<Self, GenerateError> {
        let definitions = Definitions::new(model);
        let inherited = match base {
            Some(base) => Inherited::from_base(&definitions, &base.definitions, &base.inherited),
            None => Inherited::default(),
        };
        let names = Names::new(&definitions, &inherited, base.map(|base| &base.names))?;
        Ok(Self {
            graph: TypeGraph::new(&definitions, &names),
            owners: name_owners(&inherited, &names),
            definitions,
            names,
            inherited,
        })
    }

    /// The name of the API.
    pub(crate) fn api(&self) -> &str {
        &self.definitions.model.api
    }
}

fn name_owners(inherited: &Inherited, names: &Names) -> BTreeMap<String, String> {
    let mut owners = BTreeMap::new();
    for (name, owner) in &inherited.types {
        owners.insert(names.ty(name), owner.clone());
    }
    for (members, owner) in &inherited.unions {
        owners.insert(names.union(members), owner.clone());
    }
    owners
}
