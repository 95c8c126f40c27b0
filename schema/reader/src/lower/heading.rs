//! Headings: those that name a method or a type, and those among them that define it.

use super::known_types::KnownTypes;
use crate::block::{BlockKind, Run, Style, Text};
use crate::dialect;
use crate::tables::{self, ClassifiedBlock, Role};
use schema::{Span, Type, is_identifier};

/// The two kinds of item that a section defines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ItemKind {
    Method,
    Type,
}

/// The name in a heading.
pub(crate) struct Title {
    pub(crate) kind: ItemKind,
    pub(crate) name: String,
    pub(crate) span: Span,
}

/// The level of a bold line that stands as a heading: below every real one.
pub(super) const BOLD_LEVEL: u8 = 7;

/// Reads the level and the text of a heading, or of a bold line that may stand as one.
pub(super) fn read_heading<'a>(
    block: &'a ClassifiedBlock,
    types: &KnownTypes,
) -> Option<(u8, &'a Text)> {
    match &block.kind {
        BlockKind::Heading { level, text, .. } => Some((*level, text)),
        BlockKind::Paragraph(text) if !block.aside && is_bold_title(text, types) => {
            Some((BOLD_LEVEL, text))
        }
        _ => None,
    }
}

/// Checks whether a line is a name in bold: `**sendPhoto**`. One without a hump, `**Note**`, may be
/// a callout as well, and must be in use as a type.
fn is_bold_title(text: &Text, types: &KnownTypes) -> bool {
    is_bold(text)
        && read_title(text)
            .is_some_and(|title| has_hump(&title.name) || types.evidence(&title.name).is_in_use())
}

/// Checks whether all of a text is bold, as captions are.
pub(super) fn is_bold(text: &Text) -> bool {
    let is_bold = |run: &Run| run.style == Style::Strong || run.text.trim().is_empty();
    text.runs().iter().all(is_bold)
}

/// Reads the name in a heading: `sendPhoto`, `sendPhoto（发送照片）`, `sendPhoto (sends a photo)`.
///
/// A type's name begins with a capital, a method's does not.
pub(crate) fn read_title(text: &Text) -> Option<Title> {
    let plain = text.plain();
    let name = plain.split(['（', '(']).next()?.trim();
    if !is_identifier(name) || name.starts_with('_') {
        return None;
    }
    let start = plain.find(name)?;
    let span = text.span_of(start..start + name.len())?;
    let kind = if name.starts_with(|c: char| c.is_ascii_uppercase()) {
        ItemKind::Type
    } else {
        ItemKind::Method
    };
    Some(Title {
        kind,
        name: name.to_owned(),
        span,
    })
}

/// Checks whether a name has a hump, `sendPhoto`, `PhotoSize`: no word of prose has.
pub(crate) fn has_hump(name: &str) -> bool {
    let mut any_lower = name.starts_with(|c: char| c.is_ascii_lowercase());
    for c in name.chars().skip(1) {
        if any_lower && c.is_ascii_uppercase() {
            return true;
        }
        any_lower |= c.is_ascii_lowercase();
    }
    false
}

/// Checks whether a heading with a name defines it.
///
/// A single word can be a chapter as well, so it needs a sign that it is none:
///
/// | heading | what is below it | defines |
/// | --- | --- | --- |
/// | `sendPhoto` | anything | a method: no prose looks so |
/// | `logout` | “Returns True on success.” | a method |
/// | `logout` | prose alone | nothing |
/// | `Poll` | a table of fields | a type |
/// | `Poll` | nothing, and some cell has the type `Poll` | a type without fields |
/// | `Payments` | prose, then `sendInvoice` | nothing: it is a chapter |
/// | `**Note**` | a table of parameters | nothing: it is a callout within a method |
pub(super) fn defines(
    title: &Title,
    level: u8,
    after: &[ClassifiedBlock],
    types: &KnownTypes,
) -> bool {
    let body = body(level, after, types);
    let is_humped = has_hump(&title.name);
    match title.kind {
        ItemKind::Method if is_humped => true,
        ItemKind::Method => {
            body.iter().any(|block| is_api_table(block))
                || body
                    .iter()
                    .any(|block| !block.aside && promises_return(block))
        }
        ItemKind::Type if level == BOLD_LEVEL && !is_humped => {
            body.iter().any(|block| is_field_table(block)) || is_union(&body)
        }
        ItemKind::Type if types.evidence(&title.name).in_type_cell => true,
        ItemKind::Type => body.iter().any(|block| is_api_table(block)) || is_union(&body),
    }
}

/// The blocks below a heading, up to the next that is no part of it: a deeper one that names
/// nothing, “Examples”, is.
fn body<'a>(
    level: u8,
    after: &'a [ClassifiedBlock],
    types: &KnownTypes,
) -> Vec<&'a ClassifiedBlock> {
    let is_inside = |block: &&ClassifiedBlock| match read_heading(block, types) {
        Some((next, text)) => next > level && read_title(text).is_none(),
        None => true,
    };
    after.iter().take_while(is_inside).collect()
}

/// Checks whether a block is a table of parameters or fields, be it a damaged or a hidden one.
fn is_api_table(block: &ClassifiedBlock) -> bool {
    match &block.kind {
        BlockKind::Table(table) => table.role.resembles_api(),
        // Of a stretch of the page that was commented out the tables are those of other items.
        BlockKind::Hidden { parts, .. } => tables::count_hidden_tables(parts) == 1,
        _ => false,
    }
}

/// Checks whether a block is a paragraph that promises a result, in any language.
fn promises_return(block: &ClassifiedBlock) -> bool {
    let BlockKind::Paragraph(text) = &block.kind else {
        return false;
    };
    let plain = text.plain();
    dialect::all()
        .iter()
        .any(|dialect| dialect.returns.promise.is_match(&plain))
}

fn is_field_table(block: &ClassifiedBlock) -> bool {
    matches!(&block.kind, BlockKind::Table(table) if table.role == Role::Fields)
}

/// Checks whether a body says that something is one of several types, and lists nothing else.
fn is_union(body: &[&ClassifiedBlock]) -> bool {
    let says_so = body
        .iter()
        .any(|block| !block.aside && announces_union(block));
    let mut members = body.iter().filter_map(|block| match &block.kind {
        BlockKind::Item(text) if !block.aside => Some(read_member(text)),
        _ => None,
    });
    says_so && members.next().flatten().is_some() && members.all(|member| member.is_some())
}

/// Checks whether a block is a paragraph with the words of a union, “one of”, in any language.
fn announces_union(block: &ClassifiedBlock) -> bool {
    let BlockKind::Paragraph(text) = &block.kind else {
        return false;
    };
    let plain = text.plain();
    dialect::all()
        .iter()
        .any(|dialect| dialect.unions.is_match(&plain))
}

/// Reads the member of a union that an item names, where it is a type's name alone.
pub(super) fn read_member(text: &Text) -> Option<Type> {
    let name = text.line();
    let is_type = is_identifier(&name) && name.starts_with(|c: char| c.is_ascii_uppercase());
    is_type.then(|| Type::named(&name))
}
