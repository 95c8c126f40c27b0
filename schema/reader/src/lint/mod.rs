//! Lints: one file each, with its documentation and examples beside its check, and one line in
//! [`LINTS`].

mod agreement;
pub(crate) mod bad_name;
mod base_conflict;
mod causes;
mod dangling_member;
pub(crate) mod duplicate;
mod empty_page;
mod empty_range;
mod example;
pub(crate) mod hidden_table;
mod impossible_value;
mod invalid_override;
mod levels;
mod matchless_override;
mod missing_return;
mod missing_table;
mod missing_words;
pub(crate) mod orphan_table;
mod overridden;
mod redundant_override;
mod required_conflict;
pub(crate) mod row_cells;
mod shrunken_page;
mod siblings;
mod stale_history;
mod stale_name;
mod stale_override;
pub(crate) mod swapped_columns;
pub(crate) mod truncated_page;
mod type_claims;
mod type_conflict;
pub(crate) mod unbalanced_block;
mod union_tag;
pub(crate) mod unknown_header;
pub(crate) mod unknown_required;
mod unknown_type;
pub(crate) mod unread_return;
pub(crate) mod unread_type;
mod unused_level;
mod unused_type;
mod unused_words;
mod vocabulary;

use std::sync::Arc;

use crate::page::{Page, Part};
pub use example::Example;
pub use levels::Levels;
use schema::diagnostic::{Diagnostic, Level};
use schema::doc_texts::DocTexts;
use schema::manifest::Manifest;
use schema::overrides::{Override, OverrideError};
use schema::path::ItemPath;
use schema::schema::Schema;
use schema::source::{Source, Span};

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
    /// Whether a manifest may not lower its level: what it finds is lost, or never was.
    pub is_firm: bool,
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
    pub words: Option<(&'a Arc<Source>, &'a DocTexts)>,
    /// The schema that is committed, where the page at hand would replace one.
    pub committed: Option<&'a Schema>,
}

impl<'a> Context<'a> {
    /// A page by itself, and what it states once it is corrected.
    pub fn of_page(page: &'a Page, schema: &'a Schema) -> Self {
        Self {
            page: Some(page),
            ..Self::of_schema(schema)
        }
    }

    /// A schema by itself.
    pub fn of_schema(schema: &'a Schema) -> Self {
        Self {
            schema,
            base: None,
            page: None,
            corrections: None,
            manifest: None,
            words: None,
            committed: None,
        }
    }

    /// The place of a part, where the page is at hand and has it.
    fn place(&self, at: &ItemPath, part: Part) -> Option<(&'a Arc<Source>, Span)> {
        let page = self.page?;
        Some((&page.source, page.places.get(at, part)?))
    }
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
    &dangling_member::LINT,
    &duplicate::LINT,
    &empty_page::LINT,
    &empty_range::LINT,
    &hidden_table::LINT,
    &impossible_value::LINT,
    &invalid_override::LINT,
    &matchless_override::LINT,
    &missing_return::LINT,
    &missing_table::LINT,
    &missing_words::LINT,
    &orphan_table::LINT,
    &redundant_override::LINT,
    &required_conflict::LINT,
    &row_cells::LINT,
    &shrunken_page::LINT,
    &stale_history::LINT,
    &stale_name::LINT,
    &stale_override::LINT,
    &swapped_columns::LINT,
    &truncated_page::LINT,
    &type_conflict::LINT,
    &unbalanced_block::LINT,
    &union_tag::LINT,
    &unknown_header::LINT,
    &unknown_required::LINT,
    &unknown_type::LINT,
    &unread_return::LINT,
    &unread_type::LINT,
    &unused_level::LINT,
    &unused_type::LINT,
    &unused_words::LINT,
];

/// The lint of this code.
pub fn find(code: &str) -> Option<&'static Lint> {
    LINTS.iter().copied().find(|lint| lint.code == code)
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
    let mut found = causes::only(found);
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
        .any(|one| one.code == hidden_table::LINT.code && one.loses > 0)
}

/// The finding that a page was cut off, among others.
fn truncated(found: &[Diagnostic]) -> Option<&Diagnostic> {
    found
        .iter()
        .find(|one| one.code == truncated_page::LINT.code)
}
