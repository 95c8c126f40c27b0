//! Headings and paragraphs: whose the text below them is, and names that head nothing.

use std::collections::HashMap;
use std::ops::Range;

use super::{Closing, Owner};
use crate::account::Meaning;
use crate::block::Text;
use crate::lint::rules::{orphan_table, unread_data};
use crate::lower::{has_hump, read_title};
use crate::page::Page;
use schema::diagnostic::{Diagnostic, Level};
use schema::{ItemPath, Span, is_identifier};

/// The level of a paragraph that stands as a heading: below every real one.
const PARAGRAPH_LEVEL: u8 = 7;

impl Closing<'_> {
    pub(super) fn close_heading(&mut self, level: u8, text: &Text) {
        let Some(span) = text.span() else { return };
        self.enter(Meaning::Prose, span);
        self.start_heading(level, span);
        let is_read = self.slots.any_in(span) || self.reported.any_in(span);
        if !is_read && let Some(title) = read_title(text, self.dialects) {
            self.lose_heading(&title.name, title.span, true);
        }
    }

    /// Opens the method or type that a heading names; one that names none ends those of its level.
    fn start_heading(&mut self, level: u8, span: Span) {
        self.end_lost_heading(span.start());
        self.heading = Some(span);
        match self.slots.owner_in(span) {
            Some(path) => {
                let path = path.clone();
                self.owner = Some(Owner { level, path });
            }
            None => self.owner = self.owner.take().filter(|owner| owner.level < level),
        }
    }

    pub(super) fn close_paragraph(&mut self, text: &Text) {
        let Some(span) = text.span() else { return };
        self.enter(Meaning::Prose, span);
        if self.slots.owner_in(span).is_some() {
            return self.start_heading(PARAGRAPH_LEVEL, span);
        }
        if !self.close_lines(span)
            && let Some(name) = lost_heading(text)
        {
            self.lose_heading(&name, span, false);
        }
    }

    /// Keeps a name that stands by itself, looks like that of a method or a type, and is nowhere
    /// defined. It is surely lost where it is a method's or a type's that something has; one that is
    /// neither, where a table stands right below it.
    pub(super) fn lose_heading(&mut self, name: &str, span: Span, has_mark: bool) {
        let looks_like_name = has_hump(name) || self.used_types.contains(name);
        if !looks_like_name || self.is_defined(name) {
            return;
        }
        self.end_lost_heading(span.start());
        self.lost_headings.push(LostHeading {
            is_sure: self.is_unknown_method(name),
            has_mark,
            within: self.owner_path().filter(|_| !has_mark),
            name: span,
            below: span.end()..usize::MAX,
        });
        self.unread.others.insert(name.to_owned());
    }

    /// Ends what stands below the last lost heading.
    pub(super) fn end_lost_heading(&mut self, end: usize) {
        if let Some(last) = self.lost_headings.last_mut() {
            last.below.end = last.below.end.min(end);
        }
    }

    /// Checks whether a name looks like that of a method, or of a type that something has, and the
    /// page defines none of it.
    pub(super) fn is_unknown_method(&self, name: &str) -> bool {
        let is_method = name.starts_with(|c: char| c.is_ascii_lowercase());
        let is_named = (is_method && has_hump(name)) || self.used_types.contains(name);
        is_named && !self.is_defined(name)
    }

    fn is_defined(&self, name: &str) -> bool {
        self.methods.contains_key(name) || self.types.contains_key(name)
    }
}

/// A name that heads nothing.
pub(super) struct LostHeading {
    pub(super) is_sure: bool,
    /// True if it is a heading all the same.
    has_mark: bool,
    /// The method or type that a paragraph is in, so that what it says of another is taken for this
    /// one's.
    within: Option<ItemPath>,
    name: Span,
    /// What stands below it, up to the next heading.
    below: Range<usize>,
}

/// Reports lost headings, each with what stands below it as one finding: below a heading whose table
/// can't be read that table is the cause, and below a paragraph that should be a heading the table
/// belongs to nothing, or to another method.
pub(super) fn report_lost(page: &mut Page, lost: Vec<LostHeading>) {
    let lost: Vec<LostHeading> = lost.into_iter().filter(|heading| heading.is_sure).collect();
    let owners = lost.iter().enumerate().rev();
    let owners = owners.filter_map(|(index, heading)| Some((heading.within.clone()?, index)));
    let owners: HashMap<ItemPath, usize> = owners.collect();
    // The most severe level of what stands below each.
    let mut levels: Vec<Option<Level>> = vec![None; lost.len()];
    let mut kept = Vec::new();
    for one in std::mem::take(&mut page.diagnostics) {
        let heading = heading_above(&lost, &owners, &one);
        if let Some(index) = heading {
            levels[index] = levels[index].min(Some(one.level)).or(Some(one.level));
        }
        if heading.is_none_or(|index| lost[index].has_mark) {
            kept.push(one);
        }
    }
    for (heading, level) in lost.iter().zip(levels) {
        if !heading.has_mark || level.is_none() {
            let level = level.unwrap_or(Level::Warn);
            kept.push(unread_data::heading(&page.source, heading.name, level));
        }
    }
    page.diagnostics = kept;
}

/// The lost heading that a finding about a table stands below, or whose text another item has got.
fn heading_above(
    lost: &[LostHeading],
    owners: &HashMap<ItemPath, usize>,
    one: &Diagnostic,
) -> Option<usize> {
    let is_orphan = one.code == orphan_table::LINT.code;
    if !is_orphan && one.code != unread_data::LINT.code {
        return None;
    }
    let start = one.primary.as_ref()?.span.start();
    let after = lost.partition_point(|heading| heading.below.start <= start);
    let above = after.checked_sub(1);
    let above = above.filter(|&index| lost[index].below.contains(&start));
    let owner = one.at.as_ref().filter(|_| is_orphan);
    above.or_else(|| owners.get(owner?).copied())
}

/// The name that a paragraph is: a heading that lost its mark, or the space behind it.
///
/// For example, `sendNote (sends a note)` and `##sendNote` are paragraphs to a Markdown reader.
fn lost_heading(text: &Text) -> Option<String> {
    let line = text.line();
    let name = line.trim_start_matches('#');
    let name = name.split(['（', '(']).next()?.trim();
    is_identifier(name).then(|| name.to_owned())
}
