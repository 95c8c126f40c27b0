//! Titles: which headings name a method or a type, and which of those define it.

use super::known_types::KnownTypes;
use crate::block::{Block, BlockKind, Run, Style, Table, Text};
use crate::dialect::{self, Column};
use crate::tables::header;
use schema::source::Span;
use schema::ty::{Type, is_identifier};

/// What a section defines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Method,
    Type,
}

/// A heading that is a name.
pub(super) struct Title {
    pub(super) kind: Kind,
    pub(super) name: String,
    pub(super) span: Span,
}

/// The level of a bold line that stands as a heading: below every real one.
pub(super) const BOLD_LEVEL: u8 = 7;

/// The level and text of a heading, or of a bold line that may stand as one.
pub(super) fn heading<'a>(block: &'a Block, names: &KnownTypes) -> Option<(u8, &'a Text)> {
    match &block.kind {
        BlockKind::Heading { level, text, .. } => Some((*level, text)),
        BlockKind::Paragraph(text) if !block.aside && is_bold_title(text, names) => {
            Some((BOLD_LEVEL, text))
        }
        _ => None,
    }
}

/// Whether a line is a name in bold; one without a hump, `**Note**`, must be in use as a type.
fn is_bold_title(text: &Text, names: &KnownTypes) -> bool {
    let named = |title: Title| has_hump(&title.name) || names.is_used(&title.name);
    is_bold(text) && title(text).is_some_and(named)
}

/// Whether all of a text is bold, as captions are.
pub(super) fn is_bold(text: &Text) -> bool {
    let bold = |run: &Run| run.style == Style::Strong || run.text.trim().is_empty();
    text.runs().iter().all(bold)
}

/// The name in a heading: `sendPhoto`, `sendPhoto（发送照片）`, `sendPhoto (sends a photo)`.
pub(super) fn title(text: &Text) -> Option<Title> {
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
pub(super) fn has_hump(name: &str) -> bool {
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
pub(super) fn defines(title: &Title, level: u8, after: &[Block], names: &KnownTypes) -> bool {
    let body = after
        .iter()
        .take_while(|block| match heading(block, names) {
            Some((next, text)) => next > level && self::title(text).is_none(),
            None => true,
        });
    let body: Vec<&Block> = body.collect();
    let any = |test: fn(&Block) -> bool| body.iter().any(|block| test(block));
    match title.kind {
        Kind::Method if has_hump(&title.name) => true,
        Kind::Method => any(is_api_table) || any(|block| !block.aside && is_return(block)),
        // Callouts are bold words as well: `**Note**`.
        Kind::Type if level == BOLD_LEVEL && !has_hump(&title.name) => {
            any(is_field_table) || is_union(&body)
        }
        Kind::Type if names.is_mentioned(&title.name) => true,
        Kind::Type => any(is_api_table) || is_union(&body),
    }
}

/// Whether a block is a table of parameters or fields, be it a broken or a hidden one.
fn is_api_table(block: &Block) -> bool {
    let resembles = |table: &Table| header::read(&table.header).resembles_api();
    match &block.kind {
        BlockKind::Table(table) => resembles(table),
        BlockKind::Hidden { tables, .. } => match tables.as_slice() {
            [] => true,
            [table] => resembles(table),
            // Those of other methods and types.
            _ => false,
        },
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

/// Whether a block is a table of fields: one that has no column for what is required.
fn is_field_table(block: &Block) -> bool {
    let BlockKind::Table(table) = &block.kind else {
        return false;
    };
    let header = header::read(&table.header);
    header.is_api() && header.index(Column::Required).is_none()
}

/// Whether a body says that something is one of several types, and lists them.
fn is_union(body: &[&Block]) -> bool {
    let says = body.iter().any(|block| match &block.kind {
        BlockKind::Paragraph(text) if !block.aside => {
            let plain = text.plain();
            let mut all = dialect::all().iter();
            all.any(|dialect| dialect.unions.is_match(&plain))
        }
        _ => false,
    });
    let mut items = body.iter().filter_map(|block| match &block.kind {
        BlockKind::Item(text) if !block.aside => Some(member(text).is_some()),
        _ => None,
    });
    says && items.next() == Some(true) && items.all(|is| is)
}

/// The member of a union that an item names, where it is a type's name alone.
pub(super) fn member(text: &Text) -> Option<Type> {
    let name = text.line();
    let named = is_identifier(&name) && name.starts_with(|c: char| c.is_ascii_uppercase());
    named.then(|| Type::named(&name))
}
