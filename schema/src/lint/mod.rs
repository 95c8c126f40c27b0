//! Lints: one file each, with its documentation beside its check, and one line in [`LINTS`].

pub(crate) mod bad_name;
mod base_conflict;
pub(crate) mod duplicate;
pub(crate) mod empty_page;
pub(crate) mod hidden_table;
mod missing_return;
mod missing_table;
mod missing_words;
mod nearest;
pub(crate) mod orphan_table;
mod required_conflict;
pub(crate) mod row_cells;
mod siblings;
mod stale_history;
mod stale_name;
mod stale_override;
pub(crate) mod swapped_columns;
mod type_claims;
mod type_conflict;
pub(crate) mod unknown_header;
pub(crate) mod unknown_required;
mod unknown_type;
pub(crate) mod unread_return;
pub(crate) mod unread_type;
mod unused_words;

use std::collections::HashSet;
use std::sync::Arc;

use crate::at::At;
use crate::diagnostic::{Diagnostic, Level};
use crate::manifest::Manifest;
use crate::overrides::{Override, OverrideError};
use crate::page::Page;
use crate::schema::Schema;
use crate::source::Source;
use crate::words::Words;
pub use nearest::nearest;

/// One kind of finding.
pub struct Lint {
    /// Its name, in kebab-case: `type-conflict`.
    pub code: &'static str,
    /// How grave its findings usually are.
    pub level: Level,
    /// What it finds, in one line.
    pub summary: &'static str,
    /// Its documentation in Markdown: why it matters, a bad and a good example, how to mend it.
    pub explanation: &'static str,
    /// Lints whose finding about the same address explains this one's: then only theirs is shown.
    pub yields_to: &'static [&'static str],
    /// The check over a whole schema; `None` for what the reader itself finds on the way.
    pub check: Option<fn(&Context<'_>) -> Vec<Diagnostic>>,
}

/// What a check may look at.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The schema after its overrides.
    pub schema: &'a Schema,
    /// The schema of the API that it extends, where it extends one.
    pub base: Option<&'a Schema>,
    /// The page, where it is at hand.
    pub page: Option<&'a Page>,
    /// The overrides and what came of them, where the API has any.
    pub corrections: Option<Corrections<'a>>,
    /// The manifest and the file it stands in, where it is of an API's folder.
    pub manifest: Option<(&'a Arc<Source>, &'a Manifest)>,
    /// Our words and the file they stand in, where the API has any.
    pub words: Option<(&'a Arc<Source>, &'a Words)>,
}

/// The overrides of an API and what came of applying them.
#[derive(Clone, Copy)]
pub struct Corrections<'a> {
    /// The text of `overrides.yaml`.
    pub source: &'a Arc<Source>,
    /// The overrides in it.
    pub overrides: &'a [Override],
    /// Those that don't apply, by index.
    pub errors: &'a [(usize, OverrideError)],
}

/// Every lint, in alphabetical order.
pub static LINTS: &[&Lint] = &[
    &bad_name::LINT,
    &base_conflict::LINT,
    &duplicate::LINT,
    &empty_page::LINT,
    &hidden_table::LINT,
    &missing_return::LINT,
    &missing_table::LINT,
    &missing_words::LINT,
    &orphan_table::LINT,
    &required_conflict::LINT,
    &row_cells::LINT,
    &stale_history::LINT,
    &stale_name::LINT,
    &stale_override::LINT,
    &swapped_columns::LINT,
    &type_conflict::LINT,
    &unknown_header::LINT,
    &unknown_required::LINT,
    &unknown_type::LINT,
    &unread_return::LINT,
    &unread_type::LINT,
    &unused_words::LINT,
];

/// The lint of this code.
pub fn find(code: &str) -> Option<&'static Lint> {
    LINTS.iter().copied().find(|lint| lint.code == code)
}

/// Runs every check; what the reader found comes with them. Sorted by place.
pub fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let checks = LINTS.iter().filter_map(|lint| lint.check);
    let mut found: Vec<_> = checks.flat_map(|check| check(context)).collect();
    found.extend(
        context
            .page
            .iter()
            .flat_map(|page| page.diagnostics.iter().cloned()),
    );
    found.sort_by_cached_key(Diagnostic::order);
    without_consequences(found)
}

/// Leaves out what another finding about the same address, one that is no mere note, explains.
fn without_consequences(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let grave = found.iter().filter(|one| one.level != Level::Info);
    let causes: HashSet<(&str, At)> = grave
        .filter_map(|one| Some((one.code, one.at.clone()?)))
        .collect();
    let explained = |one: &Diagnostic| {
        let yields_to = find(one.code)
            .map(|lint| lint.yields_to)
            .unwrap_or_default();
        let at = one.at.as_ref();
        at.is_some_and(|at| {
            yields_to
                .iter()
                .any(|code| causes.contains(&(*code, at.clone())))
        })
    };
    let kept: Vec<bool> = found.iter().map(|one| !explained(one)).collect();
    let pairs = found.into_iter().zip(kept);
    pairs
        .filter(|(_, kept)| *kept)
        .map(|(one, _)| one)
        .collect()
}
