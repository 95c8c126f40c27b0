//! Overrides that don't apply: each with its place and what keeps it from applying.

use crate::lint::{Context, Corrections, Lint};
use schema::diagnostic::Diagnostic;
use schema::overrides::{Override, OverrideError};
use schema::path::ItemPath;

/// An override that does not apply.
pub(super) struct Overridden<'a> {
    all: &'a Corrections<'a>,
    index: usize,
    /// What it would correct.
    pub(super) at: &'a ItemPath,
    /// The override.
    pub(super) entry: &'a Override,
    /// Why it does not apply.
    pub(super) error: &'a OverrideError,
}

/// The findings about the overrides that don't apply: those that `judge` has one for.
pub(super) fn each(
    context: &Context<'_>,
    judge: impl Fn(&Overridden<'_>) -> Option<Diagnostic>,
) -> Vec<Diagnostic> {
    let Some(all) = &context.corrections else {
        return Vec::new();
    };
    let failed = all.errors.iter().filter_map(|(index, error)| {
        let entry = all.overrides.get(*index)?;
        let (index, at) = (*index, &entry.at);
        judge(&Overridden {
            all,
            index,
            at,
            entry,
            error,
        })
    });
    failed.collect()
}

impl Overridden<'_> {
    /// A finding at the override's line.
    pub(super) fn diagnostic(&self, lint: &Lint, message: String) -> Diagnostic {
        let before = self.all.overrides.iter().take(self.index);
        let before = before.filter(|other| other.at == *self.at).count();
        let address = self.at.to_string();
        let place = self.all.source.entry_span("at", &address, before);
        Diagnostic::new(lint.code, lint.level, message)
            .about(self.at.clone())
            .label(self.all.source, place, "this override")
    }
}
