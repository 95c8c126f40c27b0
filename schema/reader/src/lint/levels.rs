//! Levels: the entries under `lints:` in a manifest, applied to the findings.

use std::sync::Arc;

use super::Lint;
use super::rules::{LINTS, find, unused_level};
use schema::diagnostic::{Diagnostic, Level};
use schema::manifest::{LintLevel, Manifest, Strictness};
use schema::source::{Source, Span};
use schema::suggest::did_you_mean;

/// The levels that a manifest sets.
#[derive(Clone, Copy)]
pub struct Levels<'a> {
    /// The text of `api.yaml`.
    pub source: &'a Arc<Source>,
    /// The entries of its `lints`.
    pub entries: &'a [LintLevel],
}

impl<'a> Levels<'a> {
    /// Takes the levels of a manifest, and the file that it was read from.
    pub fn of(source: &'a Arc<Source>, manifest: &'a Manifest) -> Self {
        Self {
            source,
            entries: &manifest.lints,
        }
    }

    /// Reports entries that can't be used: of lints that there are not, or whose level may not be
    /// lowered, and entries without a reason.
    pub fn check(&self) -> Vec<Diagnostic> {
        let entries = self.entries.iter().enumerate();
        let errors = entries.filter_map(|(index, entry)| {
            let (error, label) = check_entry(entry)?;
            Some(error.label(self.source, self.place(index), label))
        });
        errors.collect()
    }

    /// Finds the place of an entry: the second entry for `missing-return` is at the second line
    /// with that code.
    pub fn place(&self, index: usize) -> Span {
        let Some(entry) = self.entries.get(index) else {
            return self.source.line_span(1);
        };
        let earlier = self.entries[..index].iter();
        let count = earlier.filter(|other| other.code == entry.code).count();
        self.source.entry_span("code", &entry.code, count)
    }

    /// Sets the level of every finding that an entry is about, and removes those that are allowed.
    /// If these are `all` findings, reports the entries that changed none.
    pub(super) fn apply(&self, diagnostics: Vec<Diagnostic>, all: bool) -> Vec<Diagnostic> {
        let mut used = vec![false; self.entries.len()];
        let mut kept: Vec<_> = diagnostics
            .into_iter()
            .filter_map(|one| self.apply_to_one(one, &mut used))
            .collect();
        if all {
            let unused = used.iter().enumerate().filter(|(_, used)| !**used);
            kept.extend(unused.map(|(index, _)| {
                unused_level::diagnostic(&self.entries[index], self.source, self.place(index))
            }));
        }
        kept
    }

    /// Sets the level of a finding; the last entry that is about it decides.
    fn apply_to_one(&self, mut one: Diagnostic, used: &mut [bool]) -> Option<Diagnostic> {
        let is_about = |entry: &LintLevel| {
            let at = entry.at.as_ref();
            entry.code == one.code && at.is_none_or(|at| one.at.as_ref() == Some(at))
        };
        let Some(index) = self.entries.iter().rposition(is_about) else {
            return Some(one);
        };
        let level = level(self.entries[index].level);
        used[index] |= level != Some(one.level);
        one.level = level?;
        Some(one)
    }
}

/// Returns the error of an entry, and the text beside its underline.
fn check_entry(entry: &LintLevel) -> Option<(Diagnostic, &'static str)> {
    let code = &entry.code;
    let Some(lint) = find(code) else {
        let codes: Vec<_> = LINTS.iter().map(|lint| lint.code).collect();
        let error = Diagnostic::input_error(format!("no lint is called `{code}`"));
        return Some((error.help(did_you_mean(code, &codes)), "no such lint"));
    };
    if is_too_low(lint, entry) {
        let error = Diagnostic::input_error(format!("the level of `{code}` can't be lowered"));
        let help = format!("what it finds would be lost: `cargo xtask explain {code}`");
        return Some((error.help(help), "may only be raised"));
    }
    if entry.reason.trim().is_empty() {
        let error = Diagnostic::input_error(format!("the level of `{code}` has no reason"));
        return Some((error.help("say why it is so"), "an empty reason"));
    }
    None
}

fn is_too_low(lint: &Lint, entry: &LintLevel) -> bool {
    lint.deny_lowering && entry.level < lint.level.into()
}

/// Converts the level of an entry; `None` where the finding is allowed.
fn level(strictness: Strictness) -> Option<Level> {
    match strictness {
        Strictness::Allow => None,
        Strictness::Info => Some(Level::Info),
        Strictness::Warn => Some(Level::Warn),
        Strictness::Error => Some(Level::Error),
    }
}
