//! The outline of a page: which heading opens a method or a type, and what belongs to it.

use super::names::Names;
use crate::block::{Block, BlockKind, Style, Table, Text};
use crate::dialect;
use crate::source::Span;
use crate::ty::{Type, is_identifier};

/// What a section defines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Method,
    Type,
}

/// The part of a page that defines one method or type.
#[derive(Debug)]
pub(super) struct Section<'a> {
    pub(super) kind: Kind,
    pub(super) name: String,
    pub(super) name_span: Span,
    anchor: Option<&'a str>,
    /// Its own paragraphs: not those beside the text, nor those under a heading of their own.
    pub(super) paragraphs: Vec<&'a Text>,
    items: Vec<&'a Text>,
    pub(super) tables: Vec<&'a Table>,
}

/// A page in sections.
#[derive(Debug, Default)]
pub(super) struct Outline<'a> {
    pub(super) sections: Vec<Section<'a>>,
    /// Tables under no heading that names a method or a type.
    pub(super) orphans: Vec<&'a Table>,
    /// Tables that can't be read as such.
    pub(super) hidden: Vec<Hidden>,
}

/// A table that something hides, or only wraps.
#[derive(Debug)]
pub(super) struct Hidden {
    pub(super) span: Span,
    /// What hides it; `None` where it is read all the same, inside a quotation or a hint.
    pub(super) reason: Option<&'static str>,
    /// The method or type that it belongs to.
    pub(super) owner: Option<String>,
}

/// The level of a bold line that stands as a heading: below every real one.
const BOLD_LEVEL: u8 = 7;

/// An open heading: its level, the section that it belongs to, and whether it opened that.
struct Frame {
    level: u8,
    section: Option<usize>,
    own: bool,
}

/// Divides a page into sections.
pub(super) fn outline<'a>(blocks: &'a [Block], names: &Names) -> Outline<'a> {
    let mut outline = Outline::default();
    let mut open: Vec<Frame> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        if let Some((level, text)) = heading(block) {
            while open.last().is_some_and(|frame| frame.level >= level) {
                open.pop();
            }
            let above = open.last().and_then(|frame| frame.section);
            let inside = above.is_some_and(|index| outline.sections[index].kind == Kind::Method);
            let defined = |title: &Title| {
                let part = inside && !has_hump(&title.name) && !names.is_mentioned(&title.name);
                !part && defines(title, level, &blocks[index + 1..], names)
            };
            let title = title(text).filter(defined);
            let frame = match title {
                Some(title) => opened(&mut outline, &open, level, title, block),
                None => Frame {
                    level,
                    section: open.last().and_then(|f| f.section),
                    own: false,
                },
            };
            open.push(frame);
            continue;
        }
        outline.add(open.last(), block);
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
            tables: Vec::new(),
        });
        outline.sections.len() - 1
    });
    Frame {
        level,
        section: Some(index),
        own: true,
    }
}

fn anchor(block: &Block) -> Option<&str> {
    match &block.kind {
        BlockKind::Heading { anchor, .. } => anchor.as_deref(),
        _ => None,
    }
}

/// The level and text of a heading, or of a bold line that stands as one.
fn heading(block: &Block) -> Option<(u8, &Text)> {
    match &block.kind {
        BlockKind::Heading { level, text, .. } => Some((*level, text)),
        BlockKind::Paragraph(text) if !block.aside && is_bold_title(text) => {
            Some((BOLD_LEVEL, text))
        }
        _ => None,
    }
}

fn is_bold_title(text: &Text) -> bool {
    let bold = |run: &crate::block::Run| run.style == Style::Strong || run.text.trim().is_empty();
    text.runs().iter().all(bold) && title(text).is_some_and(|title| has_hump(&title.name))
}

struct Title {
    kind: Kind,
    name: String,
    span: Span,
}

/// The name in a heading: `sendPhoto`, `sendPhoto（发送照片）`, `sendPhoto (sends a photo)`.
fn title(text: &Text) -> Option<Title> {
    let plain = text.plain();
    let name = plain.split(['（', '(']).next()?.trim();
    if !is_identifier(name) || name.starts_with('_') {
        return None;
    }
    let start = plain.find(name)?;
    let span = text.span_of(start..start + name.len())?;
    let kind = if name.starts_with(|c: char| c.is_ascii_uppercase()) {
        Kind::Type
    } else {
        Kind::Method
    };
    Some(Title {
        kind,
        name: name.to_owned(),
        span,
    })
}

/// Whether a name has a hump, `sendPhoto`, `PhotoSize`: no word of prose has.
fn has_hump(name: &str) -> bool {
    let mut letters = name.chars();
    letters.next();
    let mut lower = name.starts_with(|c: char| c.is_ascii_lowercase());
    letters.any(|c| {
        let hump = lower && c.is_ascii_uppercase();
        lower |= c.is_ascii_lowercase();
        hump
    })
}

/// Whether a heading with a name defines it: `Payments` is a chapter, `Poll` with a table a type.
fn defines(title: &Title, level: u8, after: &[Block], names: &Names) -> bool {
    let mut body = after.iter().take_while(|block| match heading(block) {
        Some((next, text)) => next > level && self::title(text).is_none(),
        None => true,
    });
    match title.kind {
        Kind::Method if has_hump(&title.name) => true,
        Kind::Method => body.any(|block| is_api_table(block) || (!block.aside && is_return(block))),
        Kind::Type if names.is_mentioned(&title.name) => true,
        Kind::Type => body.any(is_api_table),
    }
}

/// Whether a block is a table of parameters or fields, be it a broken or a hidden one.
fn is_api_table(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Table(table) => super::header::read(&table.header).resembles_api(),
        BlockKind::Hidden { .. } => true,
        _ => false,
    }
}

fn is_return(block: &Block) -> bool {
    let BlockKind::Paragraph(text) = &block.kind else {
        return false;
    };
    let plain = text.plain();
    dialect::all()
        .iter()
        .any(|dialect| dialect.returns.promise.is_match(&plain))
}

impl<'a> Outline<'a> {
    fn add(&mut self, frame: Option<&Frame>, block: &'a Block) {
        let index = frame.and_then(|frame| frame.section);
        let own = frame.is_some_and(|frame| frame.own) && !block.aside;
        let section = index.and_then(|index| self.sections.get_mut(index));
        let owner = section.as_ref().map(|section| section.name.clone());
        match (&block.kind, section) {
            (BlockKind::Hidden { span, reason }, _) => {
                let (span, reason) = (*span, Some(*reason));
                self.hidden.push(Hidden {
                    span,
                    reason,
                    owner,
                });
            }
            (BlockKind::Table(table), Some(section)) => {
                section.tables.push(table);
                let (span, reason) = (table.header.span, None);
                let wrapped = block.aside.then_some(Hidden {
                    span,
                    reason,
                    owner,
                });
                self.hidden.extend(wrapped);
            }
            (BlockKind::Table(table), None) => self.orphans.push(table),
            (BlockKind::Paragraph(text), Some(section)) if own => section.paragraphs.push(text),
            (BlockKind::Item(text), Some(section)) if own => section.items.push(text),
            _ => {}
        }
    }
}

impl Section<'_> {
    /// The page's prose.
    pub(super) fn doc(&self) -> Option<String> {
        let paragraphs = self
            .paragraphs
            .iter()
            .map(|text| text.plain().trim().to_owned());
        let items = self
            .items
            .iter()
            .map(|text| format!("- {}", text.plain().trim()));
        let items: Vec<String> = items.collect();
        let list = (!items.is_empty()).then(|| items.join("\n"));
        let doc: Vec<String> = paragraphs.chain(list).collect();
        (!doc.is_empty()).then(|| doc.join("\n\n"))
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
        let member = |text: &&Text| {
            let plain = text.plain();
            let name = plain.trim();
            let named = is_identifier(name) && name.starts_with(|c: char| c.is_ascii_uppercase());
            named.then(|| Some((Type::named(name), text.span()?)))?
        };
        let members: Option<Vec<_>> = self.items.iter().map(member).collect();
        members.filter(|members| !members.is_empty())
    }
}
