//! The uses of the types of an API, by the API itself and by those that inherit them.

use std::collections::{BTreeMap, BTreeSet};

use crate::resolve::anonymous_union::field_type;
use crate::resolve::declarations::Declarations;

/// The uses of an API's types, by Rust name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Uses {
    /// Types that are a part of some request.
    pub(crate) sent: BTreeSet<String>,
    /// Types that are a part of some response.
    pub(crate) received: BTreeSet<String>,
    /// Anonymous unions that are read from JSON: those in a response, or in a type.
    pub(crate) deserialized: BTreeSet<String>,
    /// The other APIs that inherit a type.
    users: BTreeMap<String, BTreeSet<String>>,
    /// The other APIs that inherit any type.
    pub(crate) other_apis: BTreeSet<String>,
}

/// Collects the uses of all APIs, in the order of the APIs.
///
/// If only SafeW sends a type of Telegram's, the type still needs a constructor, for it is
/// generated once: the uses by APIs that inherit a type are added to those of its owner.
pub(crate) fn collect_uses(apis: &[Declarations]) -> Vec<Uses> {
    let own: Vec<Uses> = apis.iter().map(Uses::by_itself).collect();
    let mut all = own.clone();
    for (owner, uses) in apis.iter().zip(&mut all) {
        for (user, theirs) in apis.iter().zip(&own) {
            for (name, _) in user.owners.iter().filter(|(_, api)| *api == owner.api()) {
                uses.record_use(name, user.api(), theirs);
            }
        }
    }
    all
}

impl Uses {
    /// The uses that an API itself makes of types, inherited or not.
    fn by_itself(api: &Declarations) -> Self {
        let Declarations {
            names,
            graph,
            definitions,
            ..
        } = api;
        let methods = &definitions.model.schema.methods;
        let params = methods
            .iter()
            .flat_map(|method| &method.params)
            .filter_map(|param| names.rust_name_in(&field_type(param)));
        let returns = methods
            .iter()
            .flat_map(|method| &method.returns)
            .filter_map(|ty| names.rust_name_in(ty));
        let deserialized = definitions
            .anonymous_unions
            .iter()
            .filter(|union| union.is_deserialized)
            .map(|union| names.union(&union.members));
        Self {
            sent: graph.reachable_from(params),
            received: graph.reachable_from(returns),
            deserialized: deserialized.collect(),
            users: BTreeMap::new(),
            other_apis: BTreeSet::new(),
        }
    }

    /// Adds what another API does with a type.
    fn record_use(&mut self, name: &str, user: &str, theirs: &Self) {
        let users = self.users.entry(name.to_owned()).or_default();
        users.insert(user.to_owned());
        self.other_apis.insert(user.to_owned());
        let sets = [
            (&mut self.sent, &theirs.sent),
            (&mut self.received, &theirs.received),
            (&mut self.deserialized, &theirs.deserialized),
        ];
        for (own, theirs) in sets {
            own.extend(theirs.get(name).cloned());
        }
    }

    /// The other APIs that inherit a type.
    pub(crate) fn users_of(&self, name: &str) -> BTreeSet<String> {
        self.users.get(name).cloned().unwrap_or_default()
    }
}
