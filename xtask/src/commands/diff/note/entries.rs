//! Steps → entries: all that changed of one place.

use std::collections::HashMap;

use generator::compat::diff::ChangeKind;
use generator::upgrade::Step;
use schema::path::ItemPath;

/// What changed of one place.
pub(super) struct Entry<'a> {
    pub(super) at: &'a ItemPath,
    pub(super) steps: Vec<&'a Step>,
}

/// Collects the entries in the order in which their places first come.
pub(super) fn collect(steps: &[Step]) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    let mut known: HashMap<&ItemPath, usize> = HashMap::new();
    for step in steps {
        let at = &step.change.at;
        let index = *known.entry(at).or_insert(entries.len());
        match entries.get_mut(index) {
            Some(entry) => entry.steps.push(step),
            None => entries.push(Entry {
                at,
                steps: vec![step],
            }),
        }
    }
    entries
}

impl Entry<'_> {
    pub(super) fn is_breaking(&self) -> bool {
        self.steps.iter().any(|step| step.change.breaking)
    }

    /// Checks whether it is of one of these kinds. A union whose cell gained a member has a new
    /// variant, though its place has another type.
    pub(super) fn is_of(&self, kinds: &[ChangeKind]) -> bool {
        self.steps
            .iter()
            .any(|step| kinds.contains(&step.change.kind))
    }

    /// The parameter that a bot names a new kind of update in.
    pub(super) fn asked_for_in(&self) -> Option<&str> {
        let mut filters = self.steps.iter().map(|step| step.asked_for_in.as_deref());
        filters.find(Option::is_some).flatten()
    }
}
