//! The account of a page: what each part of its text became.
//!
//! Every stage that uses a part of the page enters it here. What looks like data and is in no entry
//! was lost: that is a finding. Kept beside the schema, so that a shifted line changes no schema.

use std::collections::HashMap;

use schema::{ItemPath, Span};

/// The parts of a page, each with its meaning.
#[derive(Clone, Debug, Default)]
pub struct Account {
    entries: Vec<Entry>,
    places: HashMap<(ItemPath, Meaning), Span>,
}

/// A part of a page and what it became.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The part.
    pub span: Span,
    /// What it became.
    pub meaning: Meaning,
    /// The method, type, parameter or field that it became a part of.
    pub at: Option<ItemPath>,
}

/// What a part of a page became.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// A name: of a heading, or in a row.
    Name,
    /// A type: of a row, or of a member of a union.
    Type,
    /// A flag that says whether a parameter is required.
    Required,
    /// A description.
    Description,
    /// A fact, inside a description.
    Fact,
    /// The sentence that names the type of a method's result.
    Returns,
    /// A header of a table that was read.
    Header,
    /// Text that states nothing for the schema.
    Prose,
    /// What looks like data and was not used; a finding names it.
    Unread,
}

impl Account {
    /// Enters a part of an item.
    pub fn enter(&mut self, at: ItemPath, meaning: Meaning, span: Span) {
        self.places.entry((at.clone(), meaning)).or_insert(span);
        let at = Some(at);
        self.entries.push(Entry { span, meaning, at });
    }

    /// Enters a part that belongs to no item.
    pub fn enter_text(&mut self, meaning: Meaning, span: Span) {
        let at = None;
        self.entries.push(Entry { span, meaning, at });
    }

    /// The first place of an item with a meaning.
    pub fn place(&self, at: &ItemPath, meaning: Meaning) -> Option<Span> {
        self.places.get(&(at.clone(), meaning)).copied()
    }

    /// The entries, in the order in which they were made. One may lie inside another: a fact in its
    /// description.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
}
