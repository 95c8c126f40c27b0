//! Two versions of an API in, the changes between them out, each with what follows for Rust code.

mod consequence;
mod grown;
mod version;

use schema::path::ItemPath;

use crate::compat::diff::{self, Change, ChangeKind};

pub use self::consequence::Consequence;
pub use self::version::Version;
use self::version::View;

/// A change, and what follows for Rust code.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The change.
    pub change: Change,
    /// What follows; empty where nothing does, or where no Rust can be made of a version.
    pub consequences: Vec<Consequence>,
    /// The facts that are new, and those that are gone.
    pub facts: [Vec<String>; 2],
    /// The parameter that a bot names a new kind of update in to get it: `allowed_updates`.
    pub asked_for_in: Option<String>,
    /// The new item that one which is gone may be called now.
    pub renamed: Option<ItemPath>,
}

/// Lists the changes from one version to another.
pub fn list_steps(old: &Version, new: &Version) -> Vec<Step> {
    let changes = diff::diff(&old.stated, &new.stated);
    let renames = diff::find_renames(&old.stated, &new.stated, &changes);
    let (old, new) = (&View::new(old), &View::new(new));
    let filter = new.update_filter();
    let steps = changes.into_iter().map(|mut change| {
        change.breaking &= !grown::keeps_its_name(&change, old, new);
        Step {
            consequences: consequence::explain(&change, old, new),
            facts: compare_facts(&change, old, new),
            asked_for_in: find_filter(&change, filter),
            renamed: renames.get(&change.at).cloned(),
            change,
        }
    });
    steps.collect()
}

/// Lists the facts that only the new version states, and those that only the old one does.
fn compare_facts(change: &Change, old: &View<'_>, new: &View<'_>) -> [Vec<String>; 2] {
    let [was, is] = [old, new].map(|version| {
        let field = version.stated.field(&change.at);
        let field = field.filter(|_| change.kind == ChangeKind::FactChanged);
        field
            .map(|field| diff::list_facts(&field.facts))
            .unwrap_or_default()
    });
    let only = |these: &[String], others: &[String]| {
        let only = these.iter().filter(|fact| !others.contains(fact));
        only.cloned().collect()
    };
    [only(&is, &was), only(&was, &is)]
}

/// The parameter that names kinds of updates, if the change is a new one.
fn find_filter(change: &Change, filter: Option<(&str, &str)>) -> Option<String> {
    let (update, parameter) = filter?;
    let is_new = change.kind == ChangeKind::FieldAdded && change.at.owner == update;
    is_new.then(|| parameter.to_owned())
}
