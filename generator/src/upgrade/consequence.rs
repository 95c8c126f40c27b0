//! A change → what follows for Rust code, in short phrases.

use schema::path::ItemPath;
use schema::schema::Scalar;

use super::version::View;
use crate::compat::diff::{Change, ChangeKind};

/// A phrase on what follows of a change: of this one, and of several of the same kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consequence {
    /// The phrase on one owner: “`SendNote::without_text()` is new”.
    pub of_one: String,
    /// The same on several owners: “`without_text` is new”.
    pub of_many: String,
}

impl Consequence {
    /// A phrase that is the same for all owners.
    fn new(text: String) -> Self {
        Self {
            of_many: text.clone(),
            of_one: text,
        }
    }
}

/// Explains a change.
pub(super) fn explain(change: &Change, old: &View<'_>, new: &View<'_>) -> Vec<Consequence> {
    let at = &change.at;
    match change.kind {
        ChangeKind::TypeChanged | ChangeKind::RequiredChanged => {
            [explain_type(at, old, new), explain_calls(at, old, new)].concat()
        }
        ChangeKind::FactChanged if change.breaking => match explain_type(at, old, new) {
            same if same.is_empty() => explain_words(at, old, new),
            other => other,
        },
        ChangeKind::ParamAdded | ChangeKind::FieldAdded => explain_calls(at, old, new),
        ChangeKind::ParamRemoved | ChangeKind::FieldRemoved => explain_removal(at, old, new),
        ChangeKind::OrderChanged => explain_order(at, old, new),
        ChangeKind::ReturnsChanged => explain_response(at, old, new),
        ChangeKind::MethodRemoved => explain_lost_method(at, old),
        ChangeKind::TypeRemoved => explain_lost_type(at, old),
        ChangeKind::VariantRemoved => vec![Consequence::new("the variant is gone".to_owned())],
        _ => Vec::new(),
    }
}

/// Explains the Rust type of a field, where it is another.
fn explain_type(at: &ItemPath, old: &View<'_>, new: &View<'_>) -> Vec<Consequence> {
    let types = (old.field_type(at), new.field_type(at));
    let text = match types {
        (Some(was), Some(is)) if was != is => format!("is `{is}` now, not `{was}`"),
        (None, Some(is)) => format!("is a field now, `{is}`"),
        (Some(was), None) => format!("is no longer a field, `{was}`"),
        _ => return Vec::new(),
    };
    vec![Consequence::new(text)]
}

/// Explains the calls of constructors that take a member now, no longer, or still.
fn explain_calls(at: &ItemPath, old: &View<'_>, new: &View<'_>) -> Vec<Consequence> {
    let Some(call) = new.constructor(&at.owner) else {
        return Vec::new();
    };
    let without = new.constructor_without(at);
    match (old.is_asked(at), new.is_asked(at)) {
        (false, true) => vec![Consequence {
            of_one: format!("`{call}` asks for it"),
            of_many: "constructors ask for it".to_owned(),
        }],
        (true, false) => vec![Consequence {
            of_one: format!("`{call}` no longer takes it"),
            of_many: "constructors no longer take it".to_owned(),
        }],
        (true, true) if without.is_some() => {
            let as_before = Consequence {
                of_one: format!("`{call}` as before"),
                of_many: "constructors take it as before".to_owned(),
            };
            let known = old.constructor_without(at);
            let added = without.filter(|without| Some(without) != known.as_ref());
            let added = added.map(|(name, call)| Consequence {
                of_one: format!("new `{call}`"),
                of_many: format!("new `{name}`"),
            });
            [as_before].into_iter().chain(added).collect()
        }
        _ => Vec::new(),
    }
}

/// Explains a string enum that lost some of its words.
fn explain_words(at: &ItemPath, old: &View<'_>, new: &View<'_>) -> Vec<Consequence> {
    let [was, is] = [old, new].map(|version| {
        let field = version.stated.field(at);
        field
            .map(|field| field.facts.values.as_slice())
            .unwrap_or_default()
    });
    let lost = was.iter().filter(|word| !is.contains(word));
    let lost: Vec<String> = lost.map(print_word).collect();
    match (lost.as_slice(), is) {
        ([], _) | (_, []) => Vec::new(),
        (lost, _) => vec![Consequence::new(format!("loses {}", lost.join(", ")))],
    }
}

fn print_word(word: &Scalar) -> String {
    match word {
        Scalar::String(text) => format!("`{text}`"),
        other => format!("`{other:?}`"),
    }
}

/// Explains what is left of a parameter or a field that is gone.
fn explain_removal(at: &ItemPath, old: &View<'_>, new: &View<'_>) -> Vec<Consequence> {
    let mut all = explain_calls(at, old, new);
    let text = match (old.has_setter(at), new.keeps_setter(at)) {
        (true, true) => {
            "the field is gone; its setter stays for this version, deprecated and without effect"
        }
        (true, false) => "the field and its setter are gone",
        (false, _) => "the field is gone",
    };
    if old.field_type(at).is_some() {
        all.push(Consequence::new(text.to_owned()));
    }
    all
}

fn explain_order(at: &ItemPath, old: &View<'_>, new: &View<'_>) -> Vec<Consequence> {
    match (old.constructor(&at.owner), new.constructor(&at.owner)) {
        (Some(was), Some(is)) => vec![Consequence::new(format!("`{is}` now, not `{was}`"))],
        _ => Vec::new(),
    }
}

fn explain_response(at: &ItemPath, old: &View<'_>, new: &View<'_>) -> Vec<Consequence> {
    match (old.response_type(at), new.response_type(at)) {
        (Some(was), Some(is)) if was != is => {
            vec![Consequence::new(format!("gives `{is}` now, not `{was}`"))]
        }
        _ => Vec::new(),
    }
}

fn explain_lost_method(at: &ItemPath, old: &View<'_>) -> Vec<Consequence> {
    match (old.call_name(&at.owner), old.rust_name(&at.owner)) {
        (Some(call), Some(request)) => vec![Consequence::new(format!(
            "is gone, and so are `Bot::{call}` and `{request}`"
        ))],
        _ => Vec::new(),
    }
}

fn explain_lost_type(at: &ItemPath, old: &View<'_>) -> Vec<Consequence> {
    let name = old.rust_name(&at.owner);
    let texts = name.map(|name| {
        Consequence::new(if name == at.owner {
            "is gone".to_owned()
        } else {
            format!("is gone, `{name}` in Rust")
        })
    });
    texts.into_iter().collect()
}
