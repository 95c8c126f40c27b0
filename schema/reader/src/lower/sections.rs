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
//! | Parameter | …    no table of sendNote's either
//! ### Response       a part of sendNote
//! | Field | …        the table of its result
//! ## Errors          as high as sendNote: ends the section, and opens none
//! ```

mod openings;

use super::calls::{Call, UnnamedCall, find_call, is_call};
use super::heading::{self, BOLD_LEVEL};
use super::known_types::KnownTypes;
use super::method_levels::MethodLevels;
use super::parts::Place;
use super::section::{Prose, Section};
use super::title::{self, ItemKind, Title};
use crate::block::{BlockKind, Text};
use crate::dialect::Part;
use crate::lint::rules::orphan_table::MisplacedTable;
use crate::tables::{ClassifiedBlock, TableView};
use schema::reads::NamedBy;
use schema::ty::is_method_name;
use schema::{Source, Span};

/// A page in sections, and the tables that seem to be in the wrong one.
#[derive(Default)]
pub(super) struct Outline<'a> {
    pub(super) sections: Vec<Section<'a>>,
    /// Tables under a heading that has one already: whose heading, and the table's header.
    pub(super) misplaced: Vec<(String, Span, MisplacedTable)>,
    /// Calls under no heading that names a method.
    pub(super) calls: Vec<UnnamedCall>,
}

/// Divides a page into sections.
pub(super) fn divide<'a>(
    blocks: &'a [ClassifiedBlock<'a>],
    types: &KnownTypes<'_>,
    source: &Source,
) -> Outline<'a> {
    let mut divider = Divider {
        types,
        source,
        levels: MethodLevels::count(blocks, types),
        outline: Outline::default(),
        open: Vec::new(),
        headings: 0,
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
    types: &'t KnownTypes<'t>,
    source: &'t Source,
    levels: MethodLevels,
    outline: Outline<'a>,
    /// The headings that the next block is below, each deeper than the one before.
    open: Vec<OpenHeading>,
    /// The number of headings so far.
    headings: usize,
}

/// A heading that the next block is below.
struct OpenHeading {
    level: u8,
    /// Its text's place.
    span: Option<Span>,
    /// The section that it belongs to.
    section: Option<usize>,
    /// True if it opened that section, so that prose below it is the section's own.
    is_own: bool,
    /// The part of the section that it opens.
    part: Place,
    /// The part in which the next block stands, if a caption opens another.
    place: Place,
    /// True if a table of parameters or fields stands under it.
    has_table: bool,
}

impl<'a> Divider<'a, '_> {
    fn add_heading(
        &mut self,
        level: u8,
        text: &Text,
        block: &'a ClassifiedBlock<'a>,
        after: &[ClassifiedBlock<'_>],
    ) {
        let level = self.level_of(text, level);
        let above = self.open.iter().rev().find(|open| open.level < level);
        let part = above.map_or(Place::Own, |open| open.part);
        let above = above.and_then(|open| open.section);
        let (title, call) = self.read_opening(text, level, above, after);
        if title.is_none() && level == BOLD_LEVEL {
            // A bold line that opens nothing is a paragraph.
            return self.add_body(block);
        }
        self.headings += 1;
        self.open.retain(|open| open.level < level);
        let is_own = title.is_some();
        let section = match title {
            Some(title) => Some(self.open_section(title, call, above, block)),
            None => above,
        };
        let part = if is_own {
            Place::Own
        } else {
            Place::below_heading(text, part, self.types.dialects)
        };
        self.open.push(OpenHeading {
            level,
            span: text.span(),
            section,
            is_own,
            part,
            place: part,
            has_table: false,
        });
        self.add_call(text);
    }

    /// Reads the name that a heading gives to a section, or that the address below it does, and the
    /// call of a method.
    fn read_opening(
        &self,
        text: &Text,
        level: u8,
        above: Option<usize>,
        after: &[ClassifiedBlock<'_>],
    ) -> (Option<Title>, Option<Call>) {
        let dialects = self.types.dialects;
        let line = text.line();
        // “Endpoint” and “Request” belong to the method above them.
        let call = find_call(text, level, after, self.source, dialects)
            .filter(|_| !dialects.opens_call(&line))
            .filter(|_| above.is_none() || !dialects.is_part_alone(&line));
        let named = call.as_ref().and_then(|call| self.title_of_call(call));
        let title = named.or_else(|| {
            title::read_title(text, dialects)
                .filter(|title| title.kind == ItemKind::Type || !self.is_named_by_address())
                .filter(|title| self.opens_section(title, level, above, after))
        });
        (title, call)
    }

    /// Checks whether the page names its methods by their addresses.
    fn is_named_by_address(&self) -> bool {
        self.types.dialects.reads.methods.named_by == NamedBy::Address
    }

    /// The name that an address gives to its method, where the page names methods so.
    fn title_of_call(&self, call: &Call) -> Option<Title> {
        let name = call
            .name(self.types.dialects)
            .filter(|name| self.is_named_by_address() && is_method_name(name))?;
        let span = call.span?;
        Some(Title {
            kind: ItemKind::Method,
            name,
            span,
        })
    }

    /// Notes a call, unless the section is that of the method which makes it.
    fn add_call(&mut self, text: &Text) {
        let is_named = self
            .section()
            .is_some_and(|section| section.kind == ItemKind::Method);
        if let Some(span) = text.span().filter(|_| !is_named && is_call(&text.line())) {
            self.push_call(span, false);
        }
    }

    /// Notes the heading of a text that promises a result, where the methods of the page stand: it
    /// seems to be a method's, and names none.
    fn add_unnamed(&mut self, text: &Text) {
        let open = self.open.last().filter(|open| open.section.is_none());
        let open = open.filter(|open| self.levels.is_of_methods(open.level));
        if let Some(span) = open.and_then(|open| open.span)
            && heading::opens_with_promise(text, self.types.dialects)
        {
            self.push_call(span, true);
        }
    }

    /// Notes a call, one for each heading.
    fn push_call(&mut self, span: Span, is_heading: bool) {
        let (calls, heading) = (&mut self.outline.calls, self.headings);
        if calls.last().is_none_or(|call| call.heading != heading) {
            calls.push(UnnamedCall {
                span,
                is_heading,
                heading,
            });
        }
    }

    /// Opens a section; a heading that repeats the name of the one above it, which has no table
    /// yet, goes on with that.
    fn open_section(
        &mut self,
        title: Title,
        call: Option<Call>,
        above: Option<usize>,
        block: &'a ClassifiedBlock<'a>,
    ) -> usize {
        let sections = &mut self.outline.sections;
        let repeated = above.filter(|&index| {
            sections[index].name == title.name && sections[index].tables.is_empty()
        });
        repeated.unwrap_or_else(|| {
            sections.push(Section::new(title, call, block));
            sections.len() - 1
        })
    }

    fn add_body(&mut self, block: &'a ClassifiedBlock<'a>) {
        match &block.kind {
            BlockKind::Table(table) => self.add_table(table, block.aside),
            BlockKind::Paragraph(text) => self.add_prose(text, Prose::Paragraph(text), block.aside),
            BlockKind::Item(text) => self.add_prose(text, Prose::Item(text), block.aside),
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

    fn add_prose(&mut self, text: &'a Text, prose: Prose<'a>, aside: bool) {
        self.add_call(text);
        if !aside {
            self.add_unnamed(text);
        }
        let Some(open) = self.open.last_mut() else {
            return;
        };
        // Examples have captions too: what stands below “Response:” there is none.
        let may_open = !aside && open.part != Place::Known(Part::Other);
        if let Some(place) = Place::below_caption(text, self.types.dialects).filter(|_| may_open) {
            // A caption opens another table of the same section.
            (open.place, open.has_table) = (place, false);
        }
        let (is_own, place) = (open.is_own, open.part);
        let Some(section) = self.section().filter(|_| !aside) else {
            return;
        };
        if is_own {
            section.add_prose(prose);
        } else if place == Place::Known(Part::Response) {
            section.response_paragraphs.push(text);
        }
    }

    fn add_table(&mut self, table: &'a TableView<'a>, aside: bool) {
        let Some(name) = self.owner() else {
            // One finding for both: the call and its table lack the same name.
            let (calls, heading) = (&mut self.outline.calls, self.headings);
            calls.pop_if(|call| call.heading == heading);
            return;
        };
        let span = table.table.header.span;
        let misplaced = self.misplacement(table);
        // One in a quotation or a hint is reported as such.
        let reported = misplaced.filter(|_| !aside);
        self.outline
            .misplaced
            .extend(reported.map(|why| (name, span, why)));
        if misplaced.is_none_or(MisplacedTable::is_read) {
            self.add_to_section(table);
        }
    }

    fn add_to_section(&mut self, table: &'a TableView<'a>) {
        let place = self.open.last().map(|open| open.place);
        let Some(section) = self.section() else {
            return;
        };
        match place {
            Some(Place::Known(Part::Response)) if section.kind == ItemKind::Method => {
                section.responses.push(table);
            }
            Some(Place::Known(Part::Other)) => {}
            _ => section.tables.push(table),
        }
    }

    /// Tells why a table of names and types is perhaps not that of its section.
    fn misplacement(&mut self, table: &TableView<'_>) -> Option<MisplacedTable> {
        if !table.role.is_api() {
            return None;
        }
        let open = self.open.last_mut()?;
        let place = open.place;
        let is_second = std::mem::replace(&mut open.has_table, true);
        let section = self.section()?;
        match place {
            Place::Known(Part::Other) => Some(MisplacedTable::Other),
            _ if is_second && section.repeats(table, place) => Some(MisplacedTable::Repeats),
            _ if is_second => Some(MisplacedTable::Second),
            Place::UnknownHeading | Place::UnknownCaption => section.unknown_part(table, place),
            Place::Own | Place::Known(_) => None,
        }
    }
}
