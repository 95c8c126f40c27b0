//! Siblings: the parameters and fields that bear the same name, and how alike they are described.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use schema::path::ItemPath;
use schema::schema::{Field, Schema};

/// Every parameter and field, by name; parameters of methods apart from fields of types.
pub(super) struct Siblings<'a> {
    groups: HashMap<(bool, &'a str), Vec<Sibling<'a>>>,
}

/// A parameter or field, and what its description is made of.
pub(super) struct Sibling<'a> {
    pub(super) at: ItemPath,
    pub(super) field: &'a Field,
    param: bool,
    features: Option<Features>,
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
                let at = ItemPath::member(owner, &field.name);
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
            (Some(mine), Some(theirs)) => mine == theirs || (self.param && are_alike(mine, theirs)),
            _ => false,
        }
    }

    /// Whether the two are described in the very same words.
    pub(super) fn is_described_as(&self, other: &Self) -> bool {
        matches!((&self.features, &other.features), (Some(a), Some(b)) if a == b)
    }
}

/// What a description is made of, by the hashes of it, in their order and each once: two sets are
/// held against each other in one pass.
type Features = Vec<u64>;

/// Whether two descriptions share most of what they are made of.
fn are_alike(mine: &Features, theirs: &Features) -> bool {
    let most = mine.len().min(theirs.len());
    if most < SHARED || most * 2 < mine.len().max(theirs.len()) {
        return false;
    }
    let shared = shared(mine, theirs);
    shared >= SHARED && shared * 2 >= mine.len() + theirs.len() - shared
}

/// How many features two descriptions share.
fn shared(mut mine: &[u64], mut theirs: &[u64]) -> usize {
    let mut shared = 0;
    while let ([a, mine_after @ ..], [b, theirs_after @ ..]) = (mine, theirs) {
        shared += usize::from(a == b);
        if a <= b {
            mine = mine_after;
        }
        if b <= a {
            theirs = theirs_after;
        }
    }
    shared
}

/// What a description is made of: its words where it has spaces, its pairs of letters elsewhere.
fn features(text: &str) -> Features {
    let mut features = Features::new();
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
    for word in words.filter(|word| !word.is_empty()) {
        if word.is_ascii() {
            features.push(hash(&word.to_ascii_lowercase()));
            continue;
        }
        let letters: Vec<char> = word.chars().collect();
        features.extend(letters.windows(2).map(hash));
    }
    features.sort_unstable();
    features.dedup();
    features
}

fn hash<T: Hash + ?Sized>(feature: &T) -> u64 {
    let mut hasher = DefaultHasher::new();
    feature.hash(&mut hasher);
    hasher.finish()
}
