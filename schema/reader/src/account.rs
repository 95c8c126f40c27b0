//! The account of a page: what each part of its text became.
//!
//! Every stage that uses a part of the page enters it here. What looks like data and is in no entry
//! was lost: that is a finding. Kept beside the schema, so that a shifted line changes no schema.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::fmt;

use schema::{ItemPath, Span};

/// The parts of a page, each with its meaning.
#[derive(Clone, Debug, Default)]
pub struct Account {
    entries: Vec<Entry>,
    places: HashMap<(ItemPath, Meaning), Span>,
    totals: Totals,
    unread: UnreadNames,
}

/// The names in rows and headings that were not read.
#[derive(Clone, Debug, Default)]
pub(crate) struct UnreadNames {
    /// Those of rows that belong to a method or type.
    pub(crate) members: HashSet<ItemPath>,
    /// Those of methods and types, and of rows that belong to none.
    pub(crate) others: HashSet<String>,
}

/// The numbers of what was read, of what looks like data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// The methods.
    pub methods: usize,
    /// The parameters and fields that were read.
    pub rows: usize,
    /// The rows that look like a parameter or a field and were not read.
    pub unread_rows: usize,
    /// The lists of allowed values that were read.
    pub enums: usize,
    /// The tables and lists that look like one and were not read.
    pub unread_enums: usize,
}

impl fmt::Display for Totals {
    /// Writes it on one line: `38 methods, 221 of 221 rows, 14 of 14 enums`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of_all = |read: usize, unread: usize, what: &str| {
            let all = read + unread;
            let ending = if all == 1 { "" } else { "s" };
            format!(", {read} of {all} {what}{ending}")
        };
        let ending = if self.methods == 1 { "" } else { "s" };
        write!(f, "{} method{ending}", self.methods)?;
        f.write_str(&of_all(self.rows, self.unread_rows, "row"))?;
        if self.enums + self.unread_enums > 0 {
            f.write_str(&of_all(self.enums, self.unread_enums, "enum"))?;
        }
        Ok(())
    }
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

/// The outcome of a part of a page.
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

    /// Counts a list or a table of values that is not read.
    pub(crate) fn count_unread_enum(&mut self) {
        self.totals.unread_enums += 1;
    }

    /// The first place of an item with a meaning.
    pub fn place(&self, at: &ItemPath, meaning: Meaning) -> Option<Span> {
        self.places.get(&(at.clone(), meaning)).copied()
    }

    /// Closes the account: puts its entries in order, and keeps its totals and the names that what
    /// was not read begins with.
    pub(crate) fn close(&mut self, totals: Totals, unread: UnreadNames) {
        let order = |entry: &Entry| (entry.span.start(), Reverse(entry.span.end()));
        self.entries.sort_by_key(order);
        self.totals = totals;
        self.unread = unread;
    }

    /// The entries, in page order. One may lie inside another, which comes first: a fact in its
    /// description.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The numbers of what was read.
    pub fn totals(&self) -> &Totals {
        &self.totals
    }

    /// Checks whether the page has a row or a heading that names this item and was not read.
    pub fn has_unread(&self, at: &ItemPath) -> bool {
        let UnreadNames { members, others } = &self.unread;
        let is_named = |name: &String| others.contains(name);
        members.contains(at) || is_named(&at.owner) || at.name.as_ref().is_some_and(is_named)
    }
}
