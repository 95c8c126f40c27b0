//! Siblings: the parameters and fields that bear the same name, and how alike they are described.

use std::collections::{HashMap, HashSet};

use crate::at::At;
use crate::schema::{Field, Schema};

/// Every parameter and field, by name; parameters of methods apart from fields of types.
pub(super) struct Siblings<'a> {
    groups: HashMap<(bool, &'a str), Vec<Sibling<'a>>>,
}

/// A parameter or field, and what its description is made of.
pub(super) struct Sibling<'a> {
    pub(super) at: At,
    pub(super) field: &'a Field,
    param: bool,
    features: Option<HashSet<String>>,
}

/// How much two descriptions must share at the least: any two short ones are alike.
const SHARED: usize = 5;

/// How many members of a group are held against each other at most.
const LARGE: usize = 256;

impl<'a> Siblings<'a> {
    /// Groups the fields of a schema.
    pub(super) fn of(schema: &'a Schema) -> Self {
        let mut groups: HashMap<_, Vec<Sibling<'a>>> = HashMap::new();
        let params = schema
            .methods
            .iter()
            .map(|method| (true, &method.name, &method.params[..]));
        let fields = schema
            .types
            .iter()
            .map(|def| (false, &def.name, def.fields()));
        for (param, owner, fields) in params.chain(fields) {
            for field in fields {
                let at = At::member(owner, &field.name);
                let features = field.doc.as_deref().map(features);
                let sibling = Sibling {
                    at,
                    field,
                    param,
                    features,
                };
                groups
                    .entry((param, field.name.as_str()))
                    .or_default()
                    .push(sibling);
            }
        }
        Self { groups }
    }

    /// The groups, in the order of their names; large ones in parts, for each member is held
    /// against all others.
    pub(super) fn groups(&self) -> Vec<&[Sibling<'a>]> {
        let mut keys: Vec<_> = self.groups.keys().collect();
        keys.sort();
        keys.into_iter()
            .flat_map(|key| self.groups[key].chunks(LARGE))
            .collect()
    }
}

impl Sibling<'_> {
    /// Whether the two are described in much the same words; never where there are none.
    /// Fields of types, which share short names for many things, must be described in the same.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        match (&self.features, &other.features) {
            (Some(mine), Some(theirs)) => {
                let shared = mine.intersection(theirs).count();
                let all = mine.len() + theirs.len() - shared;
                mine == theirs || (self.param && shared >= SHARED && shared * 2 >= all)
            }
            _ => false,
        }
    }

    /// Whether the two are described in the very same words.
    pub(super) fn is_described_as(&self, other: &Self) -> bool {
        matches!((&self.features, &other.features), (Some(a), Some(b)) if a == b)
    }
}

/// What a description is made of: its words where it has spaces, its pairs of letters elsewhere.
fn features(text: &str) -> HashSet<String> {
    let mut features = HashSet::new();
    for word in text
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|w| !w.is_empty())
    {
        if word.is_ascii() {
            features.insert(word.to_ascii_lowercase());
            continue;
        }
        let letters: Vec<char> = word.chars().collect();
        features.extend(
            letters
                .windows(2)
                .map(|pair| pair.iter().collect::<String>()),
        );
    }
    features
}
