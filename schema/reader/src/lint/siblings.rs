//! Siblings: parameters and fields of the same name, and the likeness of their descriptions.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use schema::path::ItemPath;
use schema::schema::{Field, Schema};

/// Every parameter and field, by name; parameters of methods apart from fields of types.
pub(super) struct Siblings<'a> {
    groups: HashMap<(bool, &'a str), Vec<Sibling<'a>>>,
}

/// A parameter or field, with the features of its description.
pub(super) struct Sibling<'a> {
    pub(super) at: ItemPath,
    pub(super) field: &'a Field,
    param: bool,
    features: Option<Features>,
}

/// The least number of features that two descriptions share if they are alike.
///
/// Short descriptions share most of their words by chance: “Id of the chat” and “Id of the user”
/// share three of five. With five words in common, as in “Unique identifier of the target chat”
/// and “Unique identifier of the target user”, the two probably mean the same kind of thing.
const SHARED: usize = 5;

/// The most siblings that are compared with each other: of 1,000 parameters of one name, four
/// groups are compared, so that the time grows with the page and not with its square.
const GROUP: usize = 256;

impl<'a> Siblings<'a> {
    /// Groups the parameters and fields of a schema.
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

    /// Returns the groups, sorted by name; large ones in parts.
    pub(super) fn groups(&self) -> Vec<&[Sibling<'a>]> {
        let mut keys: Vec<_> = self.groups.keys().collect();
        keys.sort();
        keys.into_iter()
            .flat_map(|key| self.groups[key].chunks(GROUP))
            .collect()
    }
}

impl Sibling<'_> {
    /// Tells whether two are described in much the same words; never if there are none.
    ///
    /// Parameters named `text` mean the same in most methods, but fields named `id` or `type` mean
    /// another thing in each type: those must be described in the very same words.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        match (&self.features, &other.features) {
            (Some(mine), Some(theirs)) => mine == theirs || (self.param && are_alike(mine, theirs)),
            _ => false,
        }
    }

    /// Tells whether two are described in the very same words.
    pub(super) fn is_described_as(&self, other: &Self) -> bool {
        matches!((&self.features, &other.features), (Some(a), Some(b)) if a == b)
    }
}

/// The features of a description: the hashes of its words, sorted and without repetitions, so that
/// one pass over both compares two sets.
type Features = Vec<u64>;

/// Tells whether two descriptions share at least half of all their features.
///
/// With 8 and 10 words and 6 in common there are 12 different words: 6 is half of them, so the two
/// are alike. With 5 in common there are 13, and they are not.
fn are_alike(mine: &Features, theirs: &Features) -> bool {
    let most = mine.len().min(theirs.len());
    // Too few can be shared: the comparison is spared.
    if most < SHARED || most * 2 < mine.len().max(theirs.len()) {
        return false;
    }
    let shared = count_shared(mine, theirs);
    let different = mine.len() + theirs.len() - shared;
    shared >= SHARED && shared * 2 >= different
}

/// Counts the features that two descriptions share.
fn count_shared(mut mine: &[u64], mut theirs: &[u64]) -> usize {
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

/// Collects the features of a description: its words if they are ASCII, else pairs of letters,
/// because Chinese has no spaces between words: “群组名称” has the features 群组, 组名 and 名称.
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
