//! Levels: what a manifest says of how grave a lint's findings are, and what becomes of them.

use std::sync::Arc;

use super::rules::unused_level;
use schema::diagnostic::{Diagnostic, Level};
use schema::manifest::{LintLevel, Manifest, Strictness};
use schema::source::{Source, Span};

/// The levels that a manifest sets.
#[derive(Clone, Copy)]
pub struct Levels<'a> {
    /// The text of `api.yaml`.
    pub source: &'a Arc<Source>,
    /// The entries of its `lints`.
    pub entries: &'a [LintLevel],
}

impl<'a> Levels<'a> {
    /// The levels that a manifest sets, and the file it stands in.
    pub fn of(source: &'a Arc<Source>, manifest: &'a Manifest) -> Self {
        Self {
            source,
            entries: &manifest.lints,
        }
    }

    /// The place of an entry: of those with the same code, as many down.
    pub fn place(&self, index: usize) -> Span {
        let Some(entry) = self.entries.get(index) else {
            return self.source.line_span(1);
        };
        let before = self.entries[..index].iter();
        let before = before.filter(|other| other.code == entry.code).count();
        self.source.entry_span("code", &entry.code, before)
    }

    /// Sets the level of every finding that an entry speaks of, and takes those out that are
    /// allowed. Where `all` findings are known, says which entries changed none.
    pub(super) fn apply(&self, found: Vec<Diagnostic>, all: bool) -> Vec<Diagnostic> {
        let mut used = vec![false; self.entries.len()];
        let mut kept: Vec<_> = found
            .into_iter()
            .filter_map(|one| self.judge(one, &mut used))
            .collect();
        if all {
            let unused = used.iter().enumerate().filter(|(_, used)| !**used);
            kept.extend(unused.map(|(index, _)| unused_level::diagnostic(self, index)));
        }
        kept
    }

    /// A finding at its level; the last entry that speaks of it decides.
    fn judge(&self, mut one: Diagnostic, used: &mut [bool]) -> Option<Diagnostic> {
        let stated = one.level;
        let about = |entry: &LintLevel| {
            let at = entry.at.as_ref();
            entry.code == one.code && at.is_none_or(|at| one.at.as_ref() == Some(at))
        };
        let Some(index) = self.entries.iter().rposition(about) else {
            return Some(one);
        };
        let level = level(self.entries[index].level);
        used[index] |= level != Some(stated);
        one.level = level?;
        Some(one)
    }
}

/// The level of what is not allowed.
fn level(strictness: Strictness) -> Option<Level> {
    match strictness {
        Strictness::Allow => None,
        Strictness::Info => Some(Level::Info),
        Strictness::Warn => Some(Level::Warn),
        Strictness::Error => Some(Level::Error),
    }
}
