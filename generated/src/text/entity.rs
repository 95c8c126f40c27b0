//! The trait by which generated code describes the entities of a platform.

use std::ops::Range;

use super::utf16;

/// A value that marks a part of a text as bold, as a link, or as special in another way. Generated
/// types implement it.
pub trait TextEntity: Clone + PartialEq {
    /// The word for entities that mark commands, if there is one.
    const COMMAND: Option<&'static str>;
    /// The words for entities that are nothing but a look, such as `bold`. Two of them next to each
    /// other are the same as one.
    const PLAIN: &'static [&'static str];

    /// The word for the kind of entity, such as `bold`.
    fn word(&self) -> &str;

    /// The start of the part, in UTF-16 code units.
    fn offset(&self) -> i64;

    /// The length of the part, in UTF-16 code units.
    fn length(&self) -> i64;

    /// Sets the start and the length of the part, in UTF-16 code units.
    fn set_range(&mut self, offset: i64, length: i64);

    /// The value of a field that markup needs, such as `url`, or `user.id` inside of another value.
    fn value(&self, path: &str) -> Option<String>;

    /// Checks whether the entity is nothing but a look.
    fn is_plain(&self) -> bool {
        Self::PLAIN.contains(&self.word())
    }
}

/// Finds the part of a text that an entity marks.
pub(crate) fn find_part<'a>(entity: &impl TextEntity, text: &'a str) -> Option<&'a str> {
    text.get(find_range(entity, text)?)
}

/// Finds the bytes of the part of a text that an entity marks.
pub(crate) fn find_range(entity: &impl TextEntity, text: &str) -> Option<Range<usize>> {
    utf16::find_range(text, entity.offset(), entity.length())
}
