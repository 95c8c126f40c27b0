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

use super::heading::{self, BOLD_LEVEL};
use super::known_types::KnownTypes;
use super::method_levels::MethodLevels;
use super::parts::Place;
use super::section::{Prose, Section};
use super::title::{self, ItemKind, Title};
use crate::block::{BlockKind, Text};
use crate::dialect::{Part, find_part, is_part_alone};
use crate::lint::rules::orphan_table::MisplacedTable;
use crate::tables::{ClassifiedBlock, TableView};
use schema::Span;

/// A page in sections, and the tables that seem to be in the wrong one.
#[derive(Default)]
pub(super) struct Outline<'a> {
    pub(super) sections: Vec<Section<'a>>,
    /// Tables under a heading that has one already: whose heading, and the table's header.
    pub(super) misplaced: Vec<(String, Span, MisplacedTable)>,
    /// Calls under no heading that names a method.
    pub(super) calls: Vec<Call>,
}

/// A line such as `GET /notes`.
pub(super) struct Call {
    pub(super) span: Span,
    /// The number of headings above it.
    heading: usize,
}

/// Divides a page into sections.
pub(super) fn divide<'a>(blocks: &'a [ClassifiedBlock], types: &KnownTypes) -> Outline<'a> {
    let mut divider = Divider {
        types,
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
    types: &'t KnownTypes,
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
        block: &'a ClassifiedBlock,
        after: &[ClassifiedBlock],
    ) {
        let level = self.level_of(text, level);
        let above = self.open.iter().rev().find(|open| open.level < level);
        let part = above.map_or(Place::Own, |open| open.part);
        let above = above.and_then(|open| open.section);
        let title =
            title::read_title(text).filter(|title| self.opens_section(title, level, above, after));
        if title.is_none() && level == BOLD_LEVEL {
            // A bold line that opens nothing is a paragraph.
            return self.add_body(block);
        }
        self.headings += 1;
        self.open.retain(|open| open.level < level);
        let is_own = title.is_some();
        let section = match title {
            Some(title) => Some(self.open_section(title, above, block)),
            None => above,
        };
        let part = if is_own {
            Place::Own
        } else {
            Place::below_heading(text, part)
        };
        self.open.push(OpenHeading {
            level,
            section,
            is_own,
            part,
            place: part,
            has_table: false,
        });
        self.add_call(text);
    }

    /// The level of a heading. “Response” is below the method above it even where it is as high as
    /// that: nothing else can have a response.
    fn level_of(&self, text: &Text, level: u8) -> u8 {
        let line = text.line();
        let is_part = find_part(&line).is_some_and(|part| part != Part::Other);
        let is_method = |open: &&OpenHeading| {
            let section = open.section.map(|index| &self.outline.sections[index]);
            open.is_own && section.is_some_and(|section| section.kind == ItemKind::Method)
        };
        let owner = self.open.iter().rev().find(is_method);
        let is_as_high = owner.is_some_and(|owner| owner.level == level && level < BOLD_LEVEL - 1);
        let is_named = self.types.evidence(&line).in_type_cell;
        if is_part && is_as_high && !is_named && is_part_alone(&line) {
            level + 1
        } else {
            level
        }
    }

    /// Notes a call, unless the section is that of the method which makes it.
    fn add_call(&mut self, text: &Text) {
        let is_named = self
            .section()
            .is_some_and(|section| section.kind == ItemKind::Method);
        if let Some(span) = text.span().filter(|_| !is_named && is_call(&text.line())) {
            let heading = self.headings;
            self.outline.calls.push(Call { span, heading });
        }
    }

    /// Checks whether a title opens a section.
    fn opens_section(
        &self,
        title: &Title,
        level: u8,
        above: Option<usize>,
        after: &[ClassifiedBlock],
    ) -> bool {
        let above = above.map(|index| &self.outline.sections[index]);
        !self.opens_part(title, level, above, after)
            && (heading::defines(title, level, after, self.types)
                || self.stands_among_methods(title, level, after))
    }

    /// Checks whether a name of one word with prose below it stands where the methods of the page do.
    fn stands_among_methods(&self, title: &Title, level: u8, after: &[ClassifiedBlock]) -> bool {
        title.kind == ItemKind::Method
            && find_part(&title.name).is_none()
            && self.levels.is_of_methods(level)
            && heading::has_prose(level, after, self.types)
    }

    /// Checks whether a title opens a part of the section above, not one of its own.
    ///
    /// | heading | where | opens |
    /// | --- | --- | --- |
    /// | `Response` | anywhere | a part, unless some cell has the type `Response` |
    /// | `Error` | within a section | a part |
    /// | `Knots` | within a method | a part |
    /// | `Emoji` | within a method that has its table, above one without flags | a type |
    fn opens_part(
        &self,
        title: &Title,
        level: u8,
        above: Option<&Section<'a>>,
        after: &[ClassifiedBlock],
    ) -> bool {
        let evidence = self.types.evidence(&title.name);
        if title::is_compound(&title.name) || evidence.in_type_cell {
            return false;
        }
        match (find_part(&title.name), above) {
            (Some(_), Some(_)) => true,
            (Some(part), None) => part != Part::Other && !evidence.is_in_use(),
            (None, Some(above)) if above.kind == ItemKind::Method => {
                let is_type = title.kind == ItemKind::Type
                    && above.has_api_table()
                    && heading::lists_fields(level, after, self.types);
                !is_type && !evidence.is_in_use()
            }
            (None, _) => false,
        }
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
        let Some(open) = self.open.last_mut() else {
            return;
        };
        // Examples have captions too: what stands below “Response:” there is none.
        let may_open = !aside && open.part != Place::Known(Part::Other);
        if let Some(place) = Place::below_caption(text).filter(|_| may_open) {
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

    fn add_table(&mut self, table: &'a TableView, aside: bool) {
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

    fn add_to_section(&mut self, table: &'a TableView) {
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
    fn misplacement(&mut self, table: &TableView) -> Option<MisplacedTable> {
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

/// The verbs of HTTP that calls are made with.
const VERBS: &[&str] = &["GET", "POST", "PUT", "PATCH", "DELETE"];

/// Checks whether a line is a verb and an address, and nothing else: `GET /notes/{id}`.
fn is_call(line: &str) -> bool {
    let mut words = line.split(' ');
    let is_verb = words.next().is_some_and(|word| VERBS.contains(&word));
    let is_address = |word: &str| word.starts_with('/') || word.starts_with("http");
    is_verb && words.next().is_some_and(is_address) && words.next().is_none()
}
