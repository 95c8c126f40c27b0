//! The close of an account: a page and its blocks in, an entry or a finding for every part out.
//!
//! Lowering entered what it used. Here the whole page is walked once, block by block, and what is in
//! no entry is judged by what it looks like: prose is entered as such, and data that nothing read is
//! a finding, unless one that is there already tells why:
//!
//! ```text
//! ## sendNote                      a name: entered
//! Sends a note.                    prose
//! | Parameter | Type |             the header of rows that were read
//! | text | String |                entered
//! <!-- | loud | Boolean | -->      looks like a row, and is in no entry: a finding
//! ```

mod headings;
mod hidden;
mod slots;
mod tables;
mod totals;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::account::{Entry, Meaning, UnreadNames};
use crate::block::{BlockKind, Cover, Text};
use crate::dialect::Dialects;
use crate::lint::rules::{broken_table, unread_data};
use crate::page::Page;
use crate::tables::{ClassifiedBlock, count_field_lines, is_field_item, opens_field_item};
use headings::LostHeading;
use hidden::OpenLoss;
use schema::{Diagnostic, ItemPath, Method, Source, Span, TypeDef};
use slots::{Places, Slots};
use tables::ReadTable;

/// Closes the account of a page, and adds what it finds to the page's findings.
pub(crate) fn close_account(page: &mut Page, blocks: &[ClassifiedBlock<'_>], dialects: &Dialects) {
    let mut closing = Closing::new(page, dialects);
    blocks.iter().for_each(|block| closing.close_block(block));
    closing.end_loss();
    closing.end_lost_heading(page.source.text().len());
    let lost_headings = std::mem::take(&mut closing.lost_headings);
    let Closing {
        entries,
        found,
        unread_rows,
        unread,
        ..
    } = closing;
    let unread_enums = page.account.totals().unread_enums;
    let totals = totals::count_totals(&page.schema, unread_rows, unread_enums);
    for Entry { span, meaning, .. } in entries {
        page.account.enter_text(meaning, span);
    }
    page.account.close(totals, unread);
    page.diagnostics.extend(found);
    headings::report_lost(page, lost_headings);
}

/// The account as far as it is closed.
struct Closing<'a> {
    source: &'a Arc<Source>,
    /// The dialects that the page may be in.
    dialects: &'a Dialects,
    /// The methods and types of the page, by name.
    methods: HashMap<&'a str, &'a Method>,
    types: HashMap<&'a str, &'a TypeDef>,
    /// The names of types that something has.
    used_types: HashSet<&'a str>,
    /// What lowering entered.
    slots: Slots,
    /// The places of the findings so far.
    reported: Places,
    /// The method or type that the next block belongs to.
    owner: Option<Owner>,
    /// The place of the last heading.
    heading: Option<Span>,
    lost_headings: Vec<LostHeading>,
    /// The lost heading right above the next block.
    name_above: Option<usize>,
    /// The last table that was read.
    table: Option<ReadTable>,
    /// What is lost right above the next block.
    loss: Option<OpenLoss>,
    entries: Vec<Entry>,
    found: Vec<Diagnostic>,
    unread_rows: usize,
    unread: UnreadNames,
}

/// A method or type, and the level of its heading.
struct Owner {
    level: u8,
    path: ItemPath,
}

impl<'a> Closing<'a> {
    fn new(page: &'a Page, dialects: &'a Dialects) -> Self {
        let (methods, types) = (page.schema.methods.iter(), page.schema.types.iter());
        let methods = methods.map(|method| (method.name.as_str(), method));
        let types = types.map(|def| (def.name.as_str(), def));
        Self {
            source: &page.source,
            dialects,
            methods: methods.collect(),
            types: types.collect(),
            used_types: page.schema.used_names(),
            slots: Slots::collect(page.account.entries()),
            reported: Places::of_findings(&page.diagnostics),
            owner: None,
            heading: None,
            lost_headings: Vec::new(),
            name_above: None,
            table: None,
            loss: None,
            entries: Vec::new(),
            found: Vec::new(),
            unread_rows: 0,
            unread: UnreadNames::default(),
        }
    }

    fn close_block(&mut self, block: &ClassifiedBlock<'_>) {
        let lost_before = self.lost_headings.len();
        match &block.kind {
            BlockKind::Heading { level, text, .. } => self.close_heading(*level, text),
            BlockKind::Paragraph(text) => self.close_paragraph(text),
            BlockKind::Item(text) => self.close_item(text),
            BlockKind::Table(table) => self.close_table(table, block.aside),
            BlockKind::Hidden { span, cover, parts } => self.close_hidden(*span, *cover, parts),
            BlockKind::Repaired { span, flaw } => {
                // What is lost at the same place is the finding.
                if !self.is_lost(*span) {
                    let owner = self.owner_path();
                    let broken = broken_table::diagnostic(self.source, owner, *span, *flaw);
                    self.found.push(broken);
                }
            }
            BlockKind::Unclosed(_) | BlockKind::CutOff(_) => {}
        }
        let is_name = self.lost_headings.len() > lost_before;
        self.name_above = is_name.then_some(lost_before);
    }

    fn close_item(&mut self, text: &Text) {
        let Some(span) = text.span() else { return };
        self.enter(Meaning::Prose, span);
        let is_row = self.is_below_table(span) && opens_field_item(text);
        let is_field = (is_row || is_field_item(text, self.dialects))
            && !self.slots.any_in(span)
            && !self.is_lost(span);
        if is_field {
            let lost = unread_data::Lost {
                items: 1,
                ..unread_data::Lost::default()
            };
            self.lose(span, Cover::Item, lost);
        }
    }

    /// Reports the lines of a paragraph that look like fields; returns false where there are none.
    fn close_lines(&mut self, span: Span) -> bool {
        let items = count_field_lines(self.source.slice(span), self.dialects);
        if items > 0 && !self.slots.any_in(span) && !self.is_lost(span) {
            let lost = unread_data::Lost {
                items,
                ..unread_data::Lost::default()
            };
            self.lose(span, Cover::Paragraph, lost);
        }
        items > 0
    }

    fn enter(&mut self, meaning: Meaning, span: Span) {
        let at = None;
        self.entries.push(Entry { span, meaning, at });
    }

    fn owner_path(&self) -> Option<ItemPath> {
        self.owner.as_ref().map(|owner| owner.path.clone())
    }
}
