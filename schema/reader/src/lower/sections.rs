//! Sections: the part of a page that belongs to each method and type.
//!
//! A heading whose name defines something opens a section. One below it that names nothing,
//! “Examples”, stays in that section, but its prose is not the section's own:
//!
//! ```text
//! ## sendNote        opens a section
//! Sends a note.      its prose
//! | Parameter | …    its table
//! ### Examples       names nothing
//! A word on usage.   no prose of sendNote's
//! | Parameter | …    a table of sendNote's all the same: tables come below “Parameters”, too
//! ## Errors          as high as sendNote: ends the section, and opens none
//! ```

use std::collections::HashSet;

use super::heading::{self, BOLD_LEVEL, ItemKind, Title};
use super::known_types::KnownTypes;
use super::section::{Prose, Section};
use crate::block::{BlockKind, Text};
use crate::dialect::Column;
use crate::lint::rules::orphan_table::MisplacedTable;
use crate::tables::{ClassifiedBlock, TableView};
use schema::Span;

/// A page in sections, and the tables that seem to be in the wrong one.
#[derive(Default)]
pub(super) struct Outline<'a> {
    pub(super) sections: Vec<Section<'a>>,
    /// Tables under a heading that has one already: whose heading, and the table's header.
    pub(super) misplaced: Vec<(String, Span, MisplacedTable)>,
}

/// Divides a page into sections.
pub(super) fn divide<'a>(blocks: &'a [ClassifiedBlock], types: &KnownTypes) -> Outline<'a> {
    let mut divider = Divider {
        types,
        outline: Outline::default(),
        open: Vec::new(),
    };
    for (index, block) in blocks.iter().enumerate() {
        match heading::read_heading(block, types) {
            Some((level, text)) => divider.add_heading(level, text, block, &blocks[index + 1..]),
            None => divider.add_body(block),
        }
    }
    divider.outline
}

struct Divider<'a, 't> {
    types: &'t KnownTypes,
    outline: Outline<'a>,
    /// The headings that the next block is below, each deeper than the one before.
    open: Vec<OpenHeading>,
}

/// A heading that the next block is below.
struct OpenHeading {
    level: u8,
    /// The section that it belongs to.
    section: Option<usize>,
    /// True if it opened that section, so that prose below it is the section's own.
    is_own: bool,
    /// True if a table of parameters or fields stands under it.
    has_table: bool,
}

impl<'a> Divider<'a, '_> {
    fn add_heading(
        &mut self,
        level: u8,
        text: &Text,
        block: &'a ClassifiedBlock,
        after: &[ClassifiedBlock],
    ) {
        let above = self.open.iter().rev().find(|open| open.level < level);
        let above = above.and_then(|open| open.section);
        let title = heading::read_title(text)
            .filter(|title| self.opens_section(title, level, above, after));
        if title.is_none() && level == BOLD_LEVEL {
            // A bold line that opens nothing is a paragraph.
            return self.add_body(block);
        }
        self.open.retain(|open| open.level < level);
        let is_own = title.is_some();
        let section = match title {
            Some(title) => Some(self.open_section(title, above, block)),
            None => above,
        };
        self.open.push(OpenHeading {
            level,
            section,
            is_own,
            has_table: false,
        });
    }

    /// Checks whether a title opens a section. Inside a method a single word that is no type in
    /// use, “Parameters”, is the heading of a part of it.
    fn opens_section(
        &self,
        title: &Title,
        level: u8,
        above: Option<usize>,
        after: &[ClassifiedBlock],
    ) -> bool {
        let is_in_method =
            above.is_some_and(|index| self.outline.sections[index].kind == ItemKind::Method);
        let is_part = is_in_method
            && !heading::has_hump(&title.name)
            && !self.types.evidence(&title.name).is_in_use();
        !is_part && heading::defines(title, level, after, self.types)
    }

    /// Opens a section; a heading that repeats the name of the one above it, which has no table
    /// yet, goes on with that.
    fn open_section(
        &mut self,
        title: Title,
        above: Option<usize>,
        block: &'a ClassifiedBlock,
    ) -> usize {
        let sections = &mut self.outline.sections;
        let repeated = above.filter(|&index| {
            sections[index].name == title.name && sections[index].tables.is_empty()
        });
        repeated.unwrap_or_else(|| {
            sections.push(Section::new(title, block));
            sections.len() - 1
        })
    }

    fn add_body(&mut self, block: &'a ClassifiedBlock) {
        match &block.kind {
            BlockKind::Table(table) => self.add_table(table, block.aside),
            BlockKind::Paragraph(text) => {
                if let Some(open) = self.open.last_mut() {
                    // A caption, “**For groups:**”, opens another table of the same method.
                    open.has_table &= !heading::is_bold(text);
                }
                self.add_prose(Prose::Paragraph(text), block.aside);
            }
            BlockKind::Item(text) => self.add_prose(Prose::Item(text), block.aside),
            _ => {}
        }
    }

    /// The section that the next block belongs to.
    fn section(&mut self) -> Option<&mut Section<'a>> {
        let index = self.open.last()?.section?;
        self.outline.sections.get_mut(index)
    }

    fn owner(&mut self) -> Option<String> {
        self.section().map(|section| section.name.clone())
    }

    fn add_prose(&mut self, prose: Prose<'a>, aside: bool) {
        let is_own = self.open.last().is_some_and(|open| open.is_own);
        if let Some(section) = self.section().filter(|_| is_own && !aside) {
            section.add_prose(prose);
        }
    }

    fn add_table(&mut self, table: &'a TableView, aside: bool) {
        let Some(name) = self.owner() else {
            return;
        };
        let span = table.table.header.span;
        // One in a quotation or a hint is reported as such.
        let misplaced = if aside {
            None
        } else {
            self.misplacement(table)
        };
        self.outline
            .misplaced
            .extend(misplaced.map(|why| (name, span, why)));
        if misplaced != Some(MisplacedTable::Repeats)
            && let Some(section) = self.section()
        {
            section.tables.push(table);
        }
    }

    /// Tells why a table is not that of its section, where it is the second under one heading.
    fn misplacement(&mut self, table: &TableView) -> Option<MisplacedTable> {
        if !table.role.is_api() {
            return None;
        }
        let open = self.open.last_mut()?;
        if !std::mem::replace(&mut open.has_table, true) {
            return None;
        }
        let known: HashSet<String> = self
            .section()?
            .tables
            .iter()
            .flat_map(|table| names(table))
            .collect();
        if names(table).any(|name| known.contains(&name)) {
            Some(MisplacedTable::Repeats)
        } else {
            Some(MisplacedTable::Second)
        }
    }
}

/// The cells of a table's column of names.
fn names(table: &TableView) -> impl Iterator<Item = String> {
    let cells = table.table.rows.iter();
    cells.filter_map(|row| Some(table.cell(row, Column::Name)?.text.line()))
}
