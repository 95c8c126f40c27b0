//! Lists of words that a text can be: which of them become a Rust enum, and what it is called.

use schema::schema::{Field, Scalar};

use crate::rust::ident::{Scope, camel};

/// What no name on a page has, so that the key of a list of words is never a type's name.
const MARK: char = '"';

/// A list of words, and where it is used.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    /// The words, in the order in which the page first has them.
    pub(crate) values: Vec<String>,
    uses: Vec<Use>,
}

#[derive(Clone, Debug)]
struct Use {
    owner: String,
    is_method: bool,
    field: String,
    doc: Option<String>,
}

impl Words {
    /// The list, where each value is a word that can be the name of a variant.
    pub(crate) fn of(values: &[Scalar]) -> Option<Self> {
        let words = values.iter().map(|value| match value {
            Scalar::String(text) if is_word(text) => Some(text.clone()),
            _ => None,
        });
        let values: Vec<String> = words.collect::<Option<_>>()?;
        let mut scope = Scope::default();
        let distinct = values.iter().all(|word| {
            let name = camel(word);
            scope.take(name.clone()) == name
        });
        let uses = Vec::new();
        (values.len() > 1 && distinct).then_some(Self { values, uses })
    }

    /// Adds a place that has these words.
    pub(crate) fn used(&mut self, owner: &str, is_method: bool, field: &Field) {
        self.uses.push(Use {
            owner: owner.to_owned(),
            is_method,
            field: field.name.clone(),
            doc: field.doc.clone(),
        });
    }

    /// What lists of the same words have in common, in whatever order they are.
    pub(crate) fn key(&self) -> String {
        key(&self.values)
    }

    /// What the fields that have these words are all called, where that is more than one word.
    pub(crate) fn common_name(&self) -> Option<String> {
        let (first, rest) = self.uses.split_first()?;
        let mut common: Vec<&str> = first.field.split('_').collect();
        for other in rest {
            let other: Vec<&str> = other.field.split('_').collect();
            while !other.ends_with(&common) {
                common.remove(0);
            }
        }
        (common.len() > 1).then(|| camel(&common.join("_")))
    }

    /// The name of the first type that has these words and of its field, or of the first method.
    pub(crate) fn own_name(&self) -> String {
        let of_type = self.uses.iter().find(|one| !one.is_method);
        let Some(one) = of_type.or(self.uses.first()) else {
            return camel(&self.values.join("_"));
        };
        let owner = match one.is_method {
            true => one
                .owner
                .trim_start_matches(|c: char| c.is_ascii_lowercase()),
            false => &one.owner,
        };
        let (owner, field) = (camel(owner), camel(&one.field));
        match owner.ends_with(&field) {
            true => owner,
            false => format!("{owner}{field}"),
        }
    }

    /// What the words say, where more than half of the fields that have them say the same of it.
    pub(crate) fn doc(&self) -> Option<&str> {
        let mut docs: Vec<&str> = self.uses.iter().filter_map(|u| u.doc.as_deref()).collect();
        docs.sort_unstable();
        let runs = docs.chunk_by(|one, next| one == next);
        let mut many = runs.filter(|run| run.len() * 2 > self.uses.len());
        many.next()?.first().copied()
    }

    /// Where the words are used: `Chat.type`.
    pub(crate) fn places(&self) -> impl Iterator<Item = (&str, &str)> {
        let places = self.uses.iter();
        places.map(|one| (one.owner.as_str(), one.field.as_str()))
    }
}

/// The key of a list of words, which stands for its enum in type expressions.
pub(crate) fn key(values: &[String]) -> String {
    let mut sorted = values.to_vec();
    sorted.sort();
    format!("{MARK}{}{MARK}", sorted.join("|"))
}

/// Whether a name is the key of a list of words.
pub(crate) fn is_key(name: &str) -> bool {
    name.starts_with(MARK)
}

fn is_word(text: &str) -> bool {
    let part = |c: char| c.is_ascii_alphanumeric() || "_-/ .".contains(c);
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(part)
}
