//! The context of a check: everything that it may look at.

use std::sync::Arc;

use crate::account::Meaning;
use crate::page::Page;
use schema::doc_texts::DocTexts;
use schema::manifest::Manifest;
use schema::overrides::{Override, OverrideError};
use schema::path::ItemPath;
use schema::schema::Schema;
use schema::source::{Source, Span};

/// Everything that a check may look at.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The schema after its overrides.
    pub schema: &'a Schema,
    /// The schema of the API that it extends, where it extends one.
    pub base: Option<&'a Schema>,
    /// The page, where it was read.
    pub page: Option<&'a Page>,
    /// The overrides and their errors, where the API has any.
    pub corrections: Option<Corrections<'a>>,
    /// The manifest and its file, where the page belongs to an API of the workspace.
    pub manifest: Option<(&'a Arc<Source>, &'a Manifest)>,
    /// Our doc texts and their file, where the API has any.
    pub words: Option<(&'a Arc<Source>, &'a DocTexts)>,
    /// The committed schema, where the page would replace one.
    pub committed: Option<&'a Schema>,
}

impl<'a> Context<'a> {
    /// Takes a page by itself, and its schema after the overrides.
    pub fn of_page(page: &'a Page, schema: &'a Schema) -> Self {
        Self {
            page: Some(page),
            ..Self::of_schema(schema)
        }
    }

    /// Takes a schema by itself.
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

    /// Finds the part of the page with this meaning for an item, where both are there.
    pub(super) fn place(&self, at: &ItemPath, meaning: Meaning) -> Option<(&'a Arc<Source>, Span)> {
        let page = self.page?;
        Some((&page.source, page.account.place(at, meaning)?))
    }
}

/// The overrides of an API, and the errors of applying them.
#[derive(Clone, Copy)]
pub struct Corrections<'a> {
    /// The text of `overrides.yaml`.
    pub source: &'a Arc<Source>,
    /// The overrides in it.
    pub overrides: &'a [Override],
    /// Those that can't be applied, by index.
    pub errors: &'a [(usize, OverrideError)],
}
