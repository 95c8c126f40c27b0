//! Headings: those that name a method or a type, and those among them that define it.

use super::known_types::KnownTypes;
use crate::block::{BlockKind, Run, Style, Text};
use crate::dialect::{self, find_part, is_part_alone};
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
        && read_title(text).is_some_and(|title| {
            is_compound(&title.name) || types.evidence(&title.name).is_in_use()
        })
}

/// Checks whether all of a text is bold, as captions are.
pub(super) fn is_bold(text: &Text) -> bool {
    let is_bold = |run: &Run| run.style == Style::Strong || run.text.trim().is_empty();
    text.runs().iter().all(is_bold)
}

/// Reads the name in a heading. A type's name begins with a capital, a method's does not.
///
/// | heading | name |
/// | --- | --- |
/// | `sendPhoto`, `sendPhoto (sends a photo)`, `sendPhoto（发送照片）` | `sendPhoto` |
/// | `Send a photo (sendPhoto)`, `照片对象（PhotoSize）` | the one in parentheses, which has a hump |
/// | `` `send_photo` 发送照片`` | `send_photo`, in code |
/// | `send_photo 发送照片`, `sendPhoto - sends a photo` | the first word, where no sentence goes on |
/// | `sendPhoto limits`, `` `sendPhoto` examples`` | none |
pub(crate) fn read_title(text: &Text) -> Option<Title> {
    let plain = text.plain();
    let name = alone(&plain)
        .or_else(|| in_parentheses(&plain))
        .or_else(|| leading(text, &plain))?;
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

/// The whole heading, up to a parenthesis.
fn alone(heading: &str) -> Option<&str> {
    let name = heading.split(['（', '(']).next()?.trim();
    is_identifier(name).then_some(name)
}

/// The name in parentheses at the end of a heading.
fn in_parentheses(heading: &str) -> Option<&str> {
    let inner = heading.trim().strip_suffix([')', '）'])?;
    let (_, name) = inner.rsplit_once(['(', '（'])?;
    Some(name.trim()).filter(|name| is_compound(name))
}

/// The name that a heading begins with, in code or else before anything but a sentence.
fn leading<'t>(text: &Text, heading: &'t str) -> Option<&'t str> {
    let heading = heading.trim_start();
    let end = heading.find(|c: char| !c.is_ascii_alphanumeric() && c != '_')?;
    let (name, rest) = heading.split_at(end);
    let rest = rest.trim_start();
    let first = text.runs().iter().find(|run| !run.text.trim().is_empty())?;
    let is_code = first.style == Style::Code && first.text.trim() == name;
    let goes_on = rest.starts_with(|c: char| c.is_ascii());
    let is_apart = !goes_on || rest.starts_with(['-', ':', '|']);
    let is_name = is_code || (is_apart && is_compound(name));
    (is_name && !is_part_alone(rest)).then_some(name)
}

/// Checks whether a name has a hump or an underscore, `sendPhoto`, `send_photo`: no word of prose
/// has.
pub(super) fn is_compound(name: &str) -> bool {
    is_identifier(name) && (name.contains('_') || has_hump(name))
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
/// | `Poll` | “Fields”, with a table | a type |
/// | `PollKind` | a table of values | a type with these values |
/// | `Payments` | prose, then `sendInvoice` | nothing: it is a chapter |
/// | `Pigeonpost` | “Send a note”, with a table | nothing: it is the title of the page |
/// | `**Note**` | a table of parameters | nothing: it is a callout within a method |
pub(super) fn defines(
    title: &Title,
    level: u8,
    after: &[ClassifiedBlock],
    types: &KnownTypes,
) -> bool {
    let has_compound = is_compound(&title.name);
    let may_be_chapter = level == 1 || (title.kind == ItemKind::Type && !has_compound);
    let body = body(level, after, types, may_be_chapter);
    match title.kind {
        ItemKind::Method if has_compound => true,
        ItemKind::Method => {
            body.iter().any(|block| is_api_table(block))
                || body
                    .iter()
                    .any(|block| !block.aside && promises_return(block))
        }
        ItemKind::Type if level == BOLD_LEVEL && !has_compound => {
            body.iter().any(|block| is_field_table(block)) || is_union(&body)
        }
        ItemKind::Type if types.evidence(&title.name).in_type_cell => true,
        ItemKind::Type => {
            body.iter().any(|block| is_api_table(block))
                || is_union(&body)
                || body.iter().any(|block| lists_values(block, &title.name))
        }
    }
}

/// Checks whether the first table below a heading lists fields and no flags.
pub(super) fn lists_fields(level: u8, after: &[ClassifiedBlock], types: &KnownTypes) -> bool {
    let body = body(level, after, types, true);
    let mut tables = body.iter().filter(|block| is_api_table(block));
    tables.next().is_some_and(|block| is_field_table(block))
}

/// The blocks below a heading, up to the next that is no part of it: a deeper one that opens a
/// part, “Parameters”, is, and one that names nothing, “Knots”, unless the heading `may_be_chapter`.
fn body<'a>(
    level: u8,
    after: &'a [ClassifiedBlock],
    types: &KnownTypes,
    may_be_chapter: bool,
) -> Vec<&'a ClassifiedBlock> {
    let is_part = |text: &Text| {
        find_part(&text.line()).is_some() || (!may_be_chapter && read_title(text).is_none())
    };
    let is_inside = |block: &&ClassifiedBlock| match read_heading(block, types) {
        Some((next, text)) => next > level && is_part(text),
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

/// Checks whether a block is a table of the values of a type with this name. Under one word,
/// `Glossary`, the table must say so.
fn lists_values(block: &ClassifiedBlock, name: &str) -> bool {
    let BlockKind::Table(table) = &block.kind else {
        return false;
    };
    table.values_of(name).is_some() && (is_compound(name) || table.says_values(name))
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
