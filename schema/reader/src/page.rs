//! A page as it was read: the schema it states, what each part of it became, and what went wrong.

use std::collections::HashMap;
use std::sync::Arc;

use crate::account::Account;
use crate::dialect::ValueKind;
use schema::reads::Presence;
use schema::{Diagnostic, Field, ItemPath, Schema, Shape, Source, Span};

/// Everything that was read from one page.
#[derive(Clone, Debug)]
pub struct Page {
    /// The page's text.
    pub source: Arc<Source>,
    /// The schema that it states, wrong cells included, with its prose in every `doc`.
    pub schema: Schema,
    /// The account of its text: what each part became.
    pub account: Account,
    /// The phrases of its prose that bear out what its tables state, or contradict it.
    pub evidence: EvidenceMap,
    /// The findings on the way: parts of the page that could not be read.
    pub diagnostics: Vec<Diagnostic>,
}

impl Page {
    /// Makes all parameters and fields required, or none of them, of which the page does not say.
    #[must_use]
    pub fn with_unflagged(mut self, presence: Presence) -> Self {
        let evidence = &self.evidence;
        let set = |owner: &str, fields: &mut [Field]| {
            for field in fields {
                let at = ItemPath::member(owner, &field.name);
                let says = |kind| evidence.find(&at, kind).is_some();
                // A default says that it may be left out.
                if says(EvidenceKind::Unflagged) && !says(EvidenceKind::Optional) {
                    field.required = presence == Presence::Required;
                }
            }
        };
        for method in &mut self.schema.methods {
            set(&method.name, &mut method.params);
        }
        for def in &mut self.schema.types {
            if let Shape::Struct(fields) = &mut def.shape {
                set(&def.name, fields);
            }
        }
        self
    }
}

/// A phrase that only fits some types or one value of the required flag, or a section with a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The parameter or field, or the method or type.
    pub at: ItemPath,
    /// The kind of statement.
    pub kind: EvidenceKind,
    /// The phrase.
    pub span: Span,
}

/// The evidence of a page, by the item that it is about.
#[derive(Clone, Debug, Default)]
pub struct EvidenceMap(HashMap<ItemPath, Vec<Evidence>>);

impl EvidenceMap {
    /// Records a piece of evidence.
    pub fn put(&mut self, evidence: Evidence) {
        let about = self.0.entry(evidence.at.clone()).or_default();
        about.push(evidence);
    }

    /// All evidence about an item, in page order.
    pub fn about(&self, at: &ItemPath) -> &[Evidence] {
        self.0.get(at).map(Vec::as_slice).unwrap_or_default()
    }

    /// The first evidence of a kind about an item.
    pub fn find(&self, at: &ItemPath, kind: EvidenceKind) -> Option<&Evidence> {
        self.about(at).iter().find(|one| one.kind == kind)
    }
}

/// The kinds of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceKind {
    /// The value is of this kind.
    Value(ValueKind),
    /// The value has a default or a constant that its type can't have.
    UntypedDefault,
    /// Prose elsewhere names the type, which nothing has.
    Mentioned,
    /// The value may be left out.
    Optional,
    /// The value must be given.
    Required,
    /// Nothing says whether the value must be given: it is read as if it must.
    Unflagged,
    /// The method or type has a table, readable or not.
    Table,
    /// The method takes no parameters, or the type has no fields.
    Nothing,
    /// The method is given something.
    Input,
}
