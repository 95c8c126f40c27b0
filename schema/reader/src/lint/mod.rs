//! Lints: checks of a page and of the files that correct it. Each rule is a file in `rules`; the
//! files beside this one run and document them.

mod context;
mod documentation;
mod example;
mod group;
mod levels;
pub(crate) mod rules;
mod siblings;
mod spelling;
mod support;
mod suppress;

use crate::page::Page;
pub use context::{Context, Corrections};
pub use documentation::catalogue;
pub use example::{Example, File, Files};
pub use group::group_by_cause;
pub use levels::Levels;
pub use rules::{LINTS, find};
use rules::{
    empty_page, orphan_table, shrunken_page, truncated_page, unbalanced_block, unread_data,
    unused_type,
};
use schema::diagnostic::{Diagnostic, Level};

/// A kind of finding, with its documentation.
pub struct Lint {
    /// Its name, in kebab-case: `type-conflict`.
    pub code: &'static str,
    /// The usual level of its findings.
    pub level: Level,
    /// A finding in one line: “a type that …”.
    pub summary: &'static str,
    /// The section *What it does* of its documentation, in Markdown.
    pub what_it_does: &'static str,
    /// The section *Why it matters*.
    pub why_it_matters: &'static str,
    /// The section *How to fix it*.
    pub how_to_fix: &'static str,
    /// A page with one such finding, and its fix.
    pub example: Example,
    /// Set where a manifest must not lower its level: its findings mean that something is lost.
    pub deny_lowering: bool,
    /// Lints whose finding about the same item replaces this one's.
    pub superseded_by: &'static [&'static str],
    /// The check of a whole schema; `None` where the reader finds it on the way.
    pub check: Option<fn(&Context<'_>) -> Vec<Diagnostic>>,
}

impl Lint {
    /// Starts a finding at the usual level.
    fn diagnostic(&self, message: impl Into<String>) -> Diagnostic {
        self.diagnostic_at(self.level, message)
    }

    /// Starts a finding at another level.
    fn diagnostic_at(&self, level: Level, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(self.code, level, message)
    }
}

/// Runs every check, adds what the reader found, and sorts the findings by place; those of one cause
/// become one.
///
/// A page that was cut off has that one finding: any other may result from the cut. One that lacks
/// much has it beside those that may be its cause.
pub fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let refused = refuse_shrunken(context);
    if !refused.is_empty() {
        return refused;
    }
    let checks = LINTS.iter().filter_map(|lint| lint.check);
    let mut diagnostics: Vec<_> = checks.flat_map(|check| check(context)).collect();
    let read = context.page.iter().flat_map(|page| &page.diagnostics);
    diagnostics.extend(read.cloned());
    diagnostics = suppress::remove_consequences(diagnostics);
    if let Some((source, manifest)) = context.manifest {
        diagnostics = Levels::of(source, manifest).apply(diagnostics, context.page.is_some());
    }
    if diagnostics.iter().all(|one| one.level != Level::Error) {
        diagnostics.extend(shrunken_page::find_unread(context));
    }
    group_by_cause(diagnostics)
}

/// Refuses a page that must not replace what is committed: it ends within something, lacks much of
/// what is committed, or has rows of it that were not read. Empty where the page is whole.
pub fn refuse_page(context: &Context<'_>) -> Vec<Diagnostic> {
    let refused = refuse_shrunken(context);
    if !refused.is_empty() {
        return refused;
    }
    let lost = shrunken_page::find_unread(context).into_iter();
    with_causes(context, lost.collect())
}

/// Reports a page that ends within something, or lacks much of what is committed.
fn refuse_shrunken(context: &Context<'_>) -> Vec<Diagnostic> {
    let truncated = context
        .page
        .and_then(|page| find_truncated(&page.diagnostics));
    if let Some(truncated) = truncated {
        return vec![truncated.clone()];
    }
    with_causes(context, shrunken_page::find(context).into_iter().collect())
}

/// Adds the findings that tell why a part of the page was not read.
fn with_causes(context: &Context<'_>, mut refused: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let causes = [
        unread_data::LINT.code,
        unbalanced_block::LINT.code,
        orphan_table::LINT.code,
    ];
    if !refused.is_empty() {
        let found = context.page.iter().flat_map(|page| &page.diagnostics);
        let found = found.filter(|one| causes.contains(&one.code));
        refused.extend(found.cloned());
    }
    group_by_cause(refused)
}

/// Refuses a page that defines no method and no type; the error is its findings.
pub(crate) fn refuse_empty(page: Page) -> Result<Page, Vec<Diagnostic>> {
    if !page.schema.methods.is_empty() || !page.schema.types.is_empty() {
        return Ok(page);
    }
    let mut diagnostics = page.diagnostics;
    if let Some(truncated) = find_truncated(&diagnostics) {
        return Err(vec![truncated.clone()]);
    }
    // A page whose methods are all hidden is not empty.
    if !hides_tables(&diagnostics) {
        let has_values = diagnostics
            .iter()
            .any(|one| one.code == unused_type::LINT.code);
        let empty = empty_page::diagnostic(&page.source, page.account.totals(), has_values);
        diagnostics.insert(0, empty);
    }
    Err(group_by_cause(diagnostics))
}

/// Tells whether tables with methods or types are hidden.
fn hides_tables(diagnostics: &[Diagnostic]) -> bool {
    diagnostics
        .iter()
        .any(|one| one.code == unread_data::LINT.code && one.hides > 0)
}

/// Finds the finding that a page was cut off.
fn find_truncated(diagnostics: &[Diagnostic]) -> Option<&Diagnostic> {
    diagnostics
        .iter()
        .find(|one| one.code == truncated_page::LINT.code)
}
