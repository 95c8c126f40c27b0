//! The outline of a page: which heading opens a method or a type, and what belongs to it.

use std::collections::HashSet;

use super::heading::{self, BOLD_LEVEL, Kind, Title};
use super::known_types::KnownTypes;
use crate::block::{Block, BlockKind, Table, Text};
use crate::dialect::Column;
use crate::lint::rules::orphan_table::MisplacedTable;
use crate::tables::header;
use schema::source::Span;
use schema::ty::Type;

/// The part of a page that defines one method or type.
#[derive(Debug)]
pub(super) struct Section<'a> {
    pub(super) kind: Kind,
    pub(super) name: String,
    pub(super) name_span: Span,
    anchor: Option<&'a str>,
    /// Its own paragraphs: not those beside the text, nor those under a heading of their own.
    pub(super) paragraphs: Vec<&'a Text>,
    pub(super) items: Vec<&'a Text>,
    /// Its paragraphs and items, in page order.
    body: Vec<&'a Block>,
    pub(super) tables: Vec<&'a Table>,
}

/// A page in sections.
#[derive(Debug, Default)]
pub(super) struct Outline<'a> {
    pub(super) sections: Vec<Section<'a>>,
    /// Tables under no heading that names a method or a type.
    pub(super) orphans: Vec<&'a Table>,
    /// Tables under a heading that has one already.
    pub(super) strays: Vec<(String, Span, MisplacedTable)>,
    /// Tables that can't be read as such.
    pub(super) hidden: Vec<Hidden<'a>>,
}

/// A table that something hides, or only wraps.
#[derive(Debug)]
pub(super) struct Hidden<'a> {
    pub(super) span: Span,
    /// What hides it; `None` where it is read all the same, inside a quotation or a hint.
    pub(super) reason: Option<&'static str>,
    /// What it hides, as far as anybody can tell.
    pub(super) tables: &'a [Table],
    /// The method or type that it belongs to.
    pub(super) owner: Option<String>,
}

/// An open heading: its level, the section that it belongs to, whether it opened that, and whether
/// a table of parameters or fields stands under it.
struct Frame {
    level: u8,
    section: Option<usize>,
    own: bool,
    full: bool,
}

/// Divides a page into sections.
pub(super) fn outline<'a>(blocks: &'a [Block], names: &KnownTypes) -> Outline<'a> {
    let mut outline = Outline::default();
    let mut open: Vec<Frame> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let Some((level, text)) = heading::heading(block, names) else {
            outline.add(open.last_mut(), block);
            continue;
        };
        let above = open.iter().rev().find(|frame| frame.level < level);
        let above = above.and_then(|frame| frame.section);
        let inside = above.is_some_and(|index| outline.sections[index].kind == Kind::Method);
        let defined = |title: &Title| {
            let part = inside && !heading::has_hump(&title.name) && !names.is_used(&title.name);
            !part && heading::defines(title, level, &blocks[index + 1..], names)
        };
        let title = heading::title(text).filter(defined);
        if title.is_none() && level == BOLD_LEVEL {
            outline.add(open.last_mut(), block);
            continue;
        }
        open.retain(|frame| frame.level < level);
        let frame = match title {
            Some(title) => opened(&mut outline, &open, level, title, block),
            None => Frame {
                level,
                section: above,
                own: false,
                full: false,
            },
        };
        open.push(frame);
    }
    outline
}

/// Opens a section; a heading that repeats the name of the one above it goes on with that.
fn opened<'a>(
    outline: &mut Outline<'a>,
    open: &[Frame],
    level: u8,
    title: Title,
    block: &'a Block,
) -> Frame {
    let above = open.last().and_then(|frame| frame.section);
    let same = above.filter(|&index| {
        let section = &outline.sections[index];
        section.name == title.name && section.tables.is_empty()
    });
    let index = same.unwrap_or_else(|| {
        outline.sections.push(Section {
            kind: title.kind,
            name: title.name,
            name_span: title.span,
            anchor: anchor(block),
            paragraphs: Vec::new(),
            items: Vec::new(),
            body: Vec::new(),
            tables: Vec::new(),
        });
        outline.sections.len() - 1
    });
    Frame {
        level,
        section: Some(index),
        own: true,
        full: false,
    }
}

fn anchor(block: &Block) -> Option<&str> {
    match &block.kind {
        BlockKind::Heading { anchor, .. } => anchor.as_deref(),
        _ => None,
    }
}

impl<'a> Outline<'a> {
    fn add(&mut self, mut frame: Option<&mut Frame>, block: &'a Block) {
        if let (Some(frame), BlockKind::Paragraph(text)) = (&mut frame, &block.kind) {
            // A caption opens another table of the same method.
            frame.full &= !heading::is_bold(text);
        }
        let index = frame.as_ref().and_then(|frame| frame.section);
        let own = frame.as_ref().is_some_and(|frame| frame.own) && !block.aside;
        let section = index.and_then(|index| self.sections.get_mut(index));
        let owner = section.as_ref().map(|section| section.name.clone());
        match (&block.kind, section) {
            (
                BlockKind::Hidden {
                    span,
                    reason,
                    tables,
                },
                _,
            ) => self.hidden.push(Hidden {
                span: *span,
                reason: Some(*reason),
                tables,
                owner,
            }),
            (BlockKind::Table(table), Some(section)) => {
                let frame = frame.filter(|_| !block.aside);
                let stray = frame.and_then(|frame| frame.stray(section, table));
                if let Some(why) = stray {
                    let stray = (section.name.clone(), table.header.span, why);
                    self.strays.push(stray);
                }
                if stray != Some(MisplacedTable::Repeats) {
                    section.tables.push(table);
                }
                let wrapped = block.aside.then_some(Hidden {
                    span: table.header.span,
                    reason: None,
                    tables: &[],
                    owner,
                });
                self.hidden.extend(wrapped);
            }
            (BlockKind::Table(table), None) => self.orphans.push(table),
            (BlockKind::Paragraph(text), Some(section)) if own => {
                section.paragraphs.push(text);
                section.body.push(block);
            }
            (BlockKind::Item(text), Some(section)) if own => {
                section.items.push(text);
                section.body.push(block);
            }
            _ => {}
        }
    }
}

impl Frame {
    /// Why a table is not that of the section, where it is the second under one heading.
    fn stray(&mut self, section: &Section<'_>, table: &Table) -> Option<MisplacedTable> {
        let header = header::read(&table.header);
        if !header.is_api() || !std::mem::replace(&mut self.full, true) {
            return None;
        }
        let known: HashSet<String> = section
            .tables
            .iter()
            .flat_map(|table| names(table))
            .collect();
        let repeats = names(table).any(|name| known.contains(&name));
        Some(if repeats {
            MisplacedTable::Repeats
        } else {
            MisplacedTable::Second
        })
    }
}

/// What a table has in its column of names.
fn names(table: &Table) -> impl Iterator<Item = String> {
    let index = header::read(&table.header).index(Column::Name);
    let cells = table
        .rows
        .iter()
        .filter_map(move |row| row.cells.get(index?));
    cells.map(|cell| cell.text.line())
}

impl Section<'_> {
    /// The page's prose, its lists as Markdown.
    pub(super) fn doc(&self) -> Option<String> {
        let mut doc = String::new();
        let mut in_list = false;
        for block in &self.body {
            let (text, item) = match &block.kind {
                BlockKind::Paragraph(text) => (text, false),
                BlockKind::Item(text) => (text, true),
                _ => continue,
            };
            let between = if item && in_list { "\n" } else { "\n\n" };
            doc.push_str(if doc.is_empty() { "" } else { between });
            doc.push_str(if item { "- " } else { "" });
            doc.push_str(text.plain().trim());
            in_list = item;
        }
        (!doc.is_empty()).then_some(doc)
    }

    /// All its prose in one string, to search for words.
    pub(super) fn prose(&self) -> String {
        self.doc().unwrap_or_default()
    }

    /// The place on the page that links can point to.
    pub(super) fn link(&self) -> Option<String> {
        self.anchor.map(|anchor| format!("#{anchor}"))
    }

    /// The members of a union: the items of its list, where each is a type's name alone.
    pub(super) fn members(&self) -> Option<Vec<(Type, Span)>> {
        let member = |text: &&Text| Some((heading::member(text)?, text.span()?));
        let members: Option<Vec<_>> = self.items.iter().map(member).collect();
        members.filter(|members| !members.is_empty())
    }
}
