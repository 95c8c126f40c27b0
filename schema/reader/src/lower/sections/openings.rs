//! Openings: a heading and what is around it in, whether it opens a section out.

use super::{Divider, OpenHeading};
use crate::block::Text;
use crate::dialect::Part;
use crate::lower::heading::{self, BOLD_LEVEL};
use crate::lower::section::Section;
use crate::lower::title::{ItemKind, Title, is_compound};
use crate::tables::ClassifiedBlock;
use schema::is_identifier;

impl<'a> Divider<'a, '_> {
    /// Checks whether a title opens a section.
    pub(super) fn opens_section(
        &self,
        title: &Title,
        level: u8,
        above: Option<usize>,
        after: &[ClassifiedBlock<'_>],
    ) -> bool {
        let above = above.map(|index| &self.outline.sections[index]);
        !self.opens_part(title, level, above, after)
            && (heading::defines(title, level, after, self.types)
                || self.stands_among_methods(title, level, after))
    }

    /// Checks whether a name of one word with prose below it stands where the methods of the page do.
    fn stands_among_methods(
        &self,
        title: &Title,
        level: u8,
        after: &[ClassifiedBlock<'_>],
    ) -> bool {
        title.kind == ItemKind::Method
            && is_identifier(&title.name)
            && self.types.dialects.find_part(&title.name).is_none()
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
        after: &[ClassifiedBlock<'_>],
    ) -> bool {
        let evidence = self.types.evidence(&title.name);
        if is_compound(&title.name) || evidence.in_type_cell {
            return false;
        }
        match (self.types.dialects.find_part(&title.name), above) {
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

    /// The level of a heading. “Response” is below the method above it even where it is as high as
    /// that: nothing else can have a response.
    pub(super) fn level_of(&self, text: &Text, level: u8) -> u8 {
        let line = text.line();
        let dialects = self.types.dialects;
        let is_part = dialects
            .find_part(&line)
            .is_some_and(|part| part != Part::Other);
        let is_method = |open: &&OpenHeading| {
            let section = open.section.map(|index| &self.outline.sections[index]);
            open.is_own && section.is_some_and(|section| section.kind == ItemKind::Method)
        };
        let owner = self.open.iter().rev().find(is_method);
        let is_as_high = owner.is_some_and(|owner| owner.level == level && level < BOLD_LEVEL - 1);
        let is_named = self.types.evidence(&line).in_type_cell;
        let is_alone = is_part && dialects.is_part_alone(&line);
        if (is_alone || dialects.opens_call(&line)) && is_as_high && !is_named {
            level + 1
        } else {
            level
        }
    }
}
