//! Lints: checks of a page and of the files that correct it. Each rule is a file in [`rules`]; the
//! files beside this one run them.

mod context;
mod example;
mod levels;
pub(crate) mod rules;
mod siblings;
mod spelling;
mod support;
mod suppress;

use crate::page::Page;
pub use context::{Context, Corrections};
pub use example::Example;
pub use levels::Levels;
pub use rules::{LINTS, find};
use rules::{empty_page, hidden_table, shrunken_page, truncated_page};
use schema::diagnostic::{Diagnostic, Level};

/// One kind of finding.
pub struct Lint {
    /// Its name, in kebab-case: `type-conflict`.
    pub code: &'static str,
    /// How grave its findings usually are.
    pub level: Level,
    /// What it finds, in one line.
    pub summary: &'static str,
    /// Why it matters and how to mend it, in Markdown.
    pub explanation: &'static str,
    /// Files in which it finds something, and no other lint does.
    pub bad: Example,
    /// The same, mended: nothing is found.
    pub good: Example,
    /// Set where a manifest must not lower its level: its findings mean that something is lost.
    pub deny_lowering: bool,
    /// Lints whose finding about the same item replaces this one's.
    pub superseded_by: &'static [&'static str],
    /// The check over a whole schema; `None` for what the reader itself finds on the way.
    pub check: Option<fn(&Context<'_>) -> Vec<Diagnostic>>,
}

/// Runs every check; what the reader found comes with them. Sorted by place.
///
/// A page that was cut off is that one finding: whatever else is wrong may come of it.
pub fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    if let Some(cut) = cut_off(context) {
        return vec![cut];
    }
    let checks = LINTS.iter().filter_map(|lint| lint.check);
    let mut found: Vec<_> = checks.flat_map(|check| check(context)).collect();
    let page = context.page.iter();
    found.extend(page.flat_map(|page| page.diagnostics.iter().cloned()));
    let mut found = suppress::only(found);
    if let Some((source, manifest)) = context.manifest {
        found = Levels::of(source, manifest).apply(found, context.page.is_some());
    }
    found.sort_by_cached_key(Diagnostic::order);
    found
}

/// Says so where a page is not whole: it ends within something, or lacks much of what is
/// committed. It must not replace what is.
pub fn cut_off(context: &Context<'_>) -> Option<Diagnostic> {
    let truncated = truncated(&context.page?.diagnostics);
    truncated.cloned().or_else(|| shrunken_page::find(context))
}

/// Refuses a page that defines no method and no type; its findings say why.
pub(crate) fn refuse_empty(page: Page) -> Result<Page, Vec<Diagnostic>> {
    if !page.schema.methods.is_empty() || !page.schema.types.is_empty() {
        return Ok(page);
    }
    let mut found = page.diagnostics;
    if let Some(cut) = truncated(&found) {
        return Err(vec![cut.clone()]);
    }
    // A page whose methods are all hidden is not empty.
    if !hides_tables(&found) {
        found.insert(0, empty_page::diagnostic(&page.source));
    }
    Err(found)
}

/// Whether tables with methods or types are hidden.
fn hides_tables(found: &[Diagnostic]) -> bool {
    found
        .iter()
        .any(|one| one.code == hidden_table::LINT.code && one.hides > 0)
}

/// The finding that a page was cut off, among others.
fn truncated(found: &[Diagnostic]) -> Option<&Diagnostic> {
    found
        .iter()
        .find(|one| one.code == truncated_page::LINT.code)
}
