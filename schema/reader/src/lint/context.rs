//! The context of a check: everything that it may look at.

use std::sync::Arc;

use crate::page::{Page, Part};
use schema::doc_texts::DocTexts;
use schema::manifest::Manifest;
use schema::overrides::{Override, OverrideError};
use schema::path::ItemPath;
use schema::schema::Schema;
use schema::source::{Source, Span};

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
    pub(super) fn place(&self, at: &ItemPath, part: Part) -> Option<(&'a Arc<Source>, Span)> {
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
