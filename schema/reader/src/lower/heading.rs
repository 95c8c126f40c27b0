//! Headings: those that stand for more than a line of prose, and those among them that define
//! something.

use super::known_types::KnownTypes;
use super::text::sentences;
use super::title::{ItemKind, Title, is_compound, read_title};
use crate::block::{BlockKind, Run, Style, Text};
use crate::dialect::Dialects;
use crate::tables::type_cell::read_type;
use crate::tables::{self, ClassifiedBlock, Role};
use schema::{Type, is_identifier};

/// The level of a bold line that stands as a heading: below every real one.
pub(super) const BOLD_LEVEL: u8 = 7;

/// Reads the level and the text of a heading, or of a bold line that may stand as one.
pub(super) fn read_heading<'a>(
    block: &'a ClassifiedBlock<'a>,
    types: &KnownTypes<'_>,
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
fn is_bold_title(text: &Text, types: &KnownTypes<'_>) -> bool {
    is_bold(text)
        && read_title(text, types.dialects).is_some_and(|title| {
            is_compound(&title.name) || types.evidence(&title.name).is_in_use()
        })
}

/// Checks whether all of a text is bold, as captions are.
pub(super) fn is_bold(text: &Text) -> bool {
    let is_bold = |run: &Run| run.style == Style::Strong || run.text.trim().is_empty();
    text.runs().iter().all(is_bold)
}

/// Checks whether a heading with a name defines it.
///
/// A single word can be a chapter as well, so it needs a sign that it is none:
///
/// | heading | what is below it | defines |
/// | --- | --- | --- |
/// | `sendPhoto` | anything | a method: no prose looks so |
/// | `logout` | “Returns True on success.” | a method |
/// | `logout` | prose alone | nothing, but see [`super::method_levels`] |
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
    after: &[ClassifiedBlock<'_>],
    types: &KnownTypes<'_>,
) -> bool {
    let has_compound = is_compound(&title.name);
    let may_be_chapter = level == 1 || (title.kind == ItemKind::Type && !has_compound);
    let body = body(level, after, types, may_be_chapter);
    match title.kind {
        ItemKind::Method if has_compound => true,
        ItemKind::Method => {
            body.iter().any(|block| is_api_table(block, types.dialects))
                || body
                    .iter()
                    .any(|block| !block.aside && promises_return(block, types.dialects))
        }
        ItemKind::Type if level == BOLD_LEVEL && !has_compound => {
            body.iter().any(|block| is_field_table(block)) || is_union(&body, types.dialects)
        }
        ItemKind::Type if types.evidence(&title.name).in_type_cell => true,
        ItemKind::Type => {
            body.iter().any(|block| is_api_table(block, types.dialects))
                || is_union(&body, types.dialects)
                || body.iter().any(|block| lists_values(block, &title.name))
        }
    }
}

/// Checks whether a heading has prose of its own, and is no chapter of others that name something.
pub(super) fn has_prose(level: u8, after: &[ClassifiedBlock<'_>], types: &KnownTypes<'_>) -> bool {
    let is_prose = |block: &ClassifiedBlock<'_>| {
        matches!(block.kind, BlockKind::Paragraph(_) | BlockKind::Item(_))
    };
    let next = after.iter().find_map(|block| read_heading(block, types));
    let is_chapter = next.is_some_and(|(next, text)| {
        next > level
            && types.dialects.find_part(&text.line()).is_none()
            && read_title(text, types.dialects).is_some()
    });
    after.first().is_some_and(is_prose) && !is_chapter
}

/// Checks whether the first table below a heading lists fields and no flags.
pub(super) fn lists_fields(
    level: u8,
    after: &[ClassifiedBlock<'_>],
    types: &KnownTypes<'_>,
) -> bool {
    let body = body(level, after, types, true);
    let mut tables = body
        .iter()
        .filter(|block| is_api_table(block, types.dialects));
    tables.next().is_some_and(|block| is_field_table(block))
}

/// The blocks below a heading, up to the next that is no part of it: a deeper one that opens a
/// part, “Parameters”, is, and one that names nothing, “Knots”, unless the heading `may_be_chapter`.
fn body<'a>(
    level: u8,
    after: &'a [ClassifiedBlock<'a>],
    types: &KnownTypes<'_>,
    may_be_chapter: bool,
) -> Vec<&'a ClassifiedBlock<'a>> {
    let is_part = |text: &Text| {
        let line = text.line();
        // Below the title of a page “Answer a question” is a chapter.
        let is_named = level > 1 || types.dialects.is_part_alone(&line);
        (is_named && types.dialects.find_part(&line).is_some())
            || (!may_be_chapter && read_title(text, types.dialects).is_none())
    };
    let is_inside = |block: &&ClassifiedBlock<'_>| match read_heading(block, types) {
        Some((next, text)) => next > level && is_part(text),
        None => true,
    };
    after.iter().take_while(is_inside).collect()
}

/// Checks whether a block is a table of parameters or fields, be it a damaged or a hidden one.
fn is_api_table(block: &ClassifiedBlock<'_>, dialects: &Dialects) -> bool {
    match &block.kind {
        BlockKind::Table(table) => table.role.resembles_api(),
        // Of a stretch of the page that was commented out the tables are those of other items.
        BlockKind::Hidden { parts, .. } => tables::count_hidden_tables(parts, dialects) == 1,
        _ => false,
    }
}

/// Checks whether a sentence of a paragraph promises a result, in any language: “Checks that it runs.
/// Returns True.”
fn promises_return(block: &ClassifiedBlock<'_>, dialects: &Dialects) -> bool {
    matches!(&block.kind, BlockKind::Paragraph(text) if has_promise(text, dialects, |_| true))
}

/// Checks whether a sentence of a text begins with the promise of a result, as one of a method's
/// does. “The first list that is not empty is returned” may be about anything.
pub(super) fn opens_with_promise(text: &Text, dialects: &Dialects) -> bool {
    has_promise(text, dialects, |start| start == 0)
}

/// Checks whether a sentence promises a result at a place in it that is accepted, in any language.
fn has_promise(text: &Text, dialects: &Dialects, accepts: impl Fn(usize) -> bool) -> bool {
    let plain = text.plain();
    sentences(&plain).into_iter().any(|range| {
        let sentence = &plain[range];
        let found = dialects.iter();
        let mut found = found.filter_map(|dialect| dialect.get().returns.promise.find(sentence));
        found.any(|one| accepts(one.start()))
    })
}

fn is_field_table(block: &ClassifiedBlock<'_>) -> bool {
    matches!(&block.kind, BlockKind::Table(table) if table.role == Role::Fields)
}

/// Checks whether a block is a table of the values of a type with this name. Under one word,
/// `Glossary`, the table must say so.
fn lists_values(block: &ClassifiedBlock<'_>, name: &str) -> bool {
    let BlockKind::Table(table) = &block.kind else {
        return false;
    };
    table.values_of(name).is_some() && (is_compound(name) || table.says_values(name))
}

/// Checks whether a body says that something is one of several types, and lists nothing else.
fn is_union(body: &[&ClassifiedBlock<'_>], dialects: &Dialects) -> bool {
    let says_so = body
        .iter()
        .any(|block| !block.aside && announces_union(block, dialects));
    let mut members = body.iter().filter_map(|block| match &block.kind {
        BlockKind::Item(text) if !block.aside => Some(read_member(text, dialects)),
        _ => None,
    });
    says_so && members.next().flatten().is_some() && members.all(|member| member.is_some())
}

/// Checks whether a block is a paragraph with the words of a union, “one of”, in any language.
fn announces_union(block: &ClassifiedBlock<'_>, dialects: &Dialects) -> bool {
    let BlockKind::Paragraph(text) = &block.kind else {
        return false;
    };
    let plain = text.plain();
    dialects
        .iter()
        .any(|dialect| dialect.unions.is_match(&plain))
}

/// Reads the member of a union that an item names, where it is a type's name alone, or a list of
/// one: “Array of Text”.
pub(super) fn read_member(text: &Text, dialects: &Dialects) -> Option<Type> {
    let line = text.line();
    let is_name = is_identifier(&line) && line.starts_with(|c: char| c.is_ascii_uppercase());
    if is_name {
        return Some(Type::named(&line));
    }
    let mut read = dialects.iter().map(|dialect| read_type(&line, dialect));
    read.find_map(|ty| ty.ok().filter(|ty| matches!(ty, Type::Array(_))))
}
