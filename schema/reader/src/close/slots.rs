//! The slots of a page by their places: what lowering entered, and what was reported.

use crate::account::{Entry, Meaning};
use schema::diagnostic::{Diagnostic, Level};
use schema::{ItemPath, Span};

/// A start, in page order.
#[derive(Default)]
pub(super) struct Places(Vec<usize>);

impl Places {
    /// The places of findings that are more than notes.
    pub(super) fn of_findings(found: &[Diagnostic]) -> Self {
        let grave = found.iter().filter(|one| one.level != Level::Info);
        let labels = grave.filter_map(|one| one.primary.as_ref());
        Self::sorted(labels.map(|label| label.span.start()))
    }

    fn sorted(starts: impl Iterator<Item = usize>) -> Self {
        let mut starts: Vec<usize> = starts.collect();
        starts.sort_unstable();
        Self(starts)
    }

    /// Checks whether any is in a stretch of the page.
    pub(super) fn any_in(&self, span: Span) -> bool {
        let first = self.0.partition_point(|&start| start < span.start());
        self.0.get(first).is_some_and(|&start| start < span.end())
    }
}

/// The entries of lowering.
pub(super) struct Slots {
    all: Places,
    /// The names of methods and types, each with its place.
    owners: Vec<(usize, ItemPath)>,
}

impl Slots {
    pub(super) fn collect(entries: &[Entry]) -> Self {
        let names = entries
            .iter()
            .filter(|entry| entry.meaning == Meaning::Name);
        let owners = names.filter_map(|entry| {
            let at = entry.at.clone().filter(|at| at.name.is_none())?;
            Some((entry.span.start(), at))
        });
        let mut owners: Vec<_> = owners.collect();
        owners.sort_by_key(|(start, _)| *start);
        Self {
            all: Places::sorted(entries.iter().map(|entry| entry.span.start())),
            owners,
        }
    }

    /// Checks whether any is in a stretch of the page.
    pub(super) fn any_in(&self, span: Span) -> bool {
        self.all.any_in(span)
    }

    /// The method or type whose name is in a stretch of the page.
    pub(super) fn owner_in(&self, span: Span) -> Option<&ItemPath> {
        let first = self
            .owners
            .partition_point(|(start, _)| *start < span.start());
        let (start, path) = self.owners.get(first)?;
        (*start < span.end()).then_some(path)
    }
}
