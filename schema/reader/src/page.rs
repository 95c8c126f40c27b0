//! A page as it was read: the schema it states, the place of each cell, and what went wrong.

use std::collections::HashMap;
use std::sync::Arc;

use crate::dialect::HintKind;
use schema::diagnostic::Diagnostic;
use schema::path::ItemPath;
use schema::schema::Schema;
use schema::source::{Source, Span};

/// Everything that was read from one page.
#[derive(Clone, Debug)]
pub struct Page {
    /// The page's text.
    pub source: Arc<Source>,
    /// What it states, wrong cells included, with its prose in every `doc`.
    pub schema: Schema,
    /// Where it states it.
    pub places: Places,
    /// What its descriptions say of the kind of value they describe.
    pub claims: Claims,
    /// What could not be read.
    pub diagnostics: Vec<Diagnostic>,
}

/// A phrase that only fits some types, one value of the required flag, or a section with a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The parameter or field, or the method or type.
    pub at: ItemPath,
    /// What the phrase claims.
    pub kind: ClaimKind,
    /// The phrase.
    pub span: Span,
}

/// What the prose of a page claims, by what it speaks of.
#[derive(Clone, Debug, Default)]
pub struct Claims(HashMap<ItemPath, Vec<Claim>>);

impl Claims {
    /// Records a claim.
    pub fn put(&mut self, claim: Claim) {
        self.0.entry(claim.at.clone()).or_default().push(claim);
    }

    /// The claims about an address, in page order.
    pub fn about(&self, at: &ItemPath) -> &[Claim] {
        self.0.get(at).map(Vec::as_slice).unwrap_or_default()
    }

    /// The claim of this kind about an address.
    pub fn find(&self, at: &ItemPath, kind: ClaimKind) -> Option<&Claim> {
        self.about(at).iter().find(|claim| claim.kind == kind)
    }
}

/// What a phrase claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimKind {
    /// The value is of this kind.
    Value(HintKind),
    /// The value has a default or a constant that its type can't have.
    Misfit,
    /// Prose elsewhere names the type, which nothing has.
    Mentioned,
    /// The value may be left out.
    Optional,
    /// The value must be given.
    Required,
    /// The method or type has a table, readable or not.
    Table,
    /// The method takes no parameters, or the type has no fields.
    Nothing,
    /// The method is given something.
    Input,
}

/// Where a page states things. Kept beside the schema: a shifted line changes no schema.
#[derive(Clone, Debug, Default)]
pub struct Places(HashMap<(ItemPath, Part), Span>);

/// A part of a row, or of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The name: a heading, or a row's first cell.
    Name,
    /// The cell of the type.
    Type,
    /// The cell that says whether it is required.
    Required,
    /// The description.
    Description,
    /// The sentence that says what a method returns.
    Returns,
}

impl Places {
    /// Records a place; the first record of a part stays.
    pub fn put(&mut self, at: ItemPath, part: Part, span: Span) {
        self.0.entry((at, part)).or_insert(span);
    }

    /// The place of a part.
    pub fn get(&self, at: &ItemPath, part: Part) -> Option<Span> {
        self.0.get(&(at.clone(), part)).copied()
    }
}
