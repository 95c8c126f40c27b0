//! Parts of a section: a heading or a caption in, what the tables below it list out.

use super::heading;
use super::text::sentences;
use crate::block::Text;
use crate::dialect::{Dialects, Part};

/// The part of a section in which a block stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Right below the heading that opens the section.
    Own,
    /// Below a heading or a caption whose words say what it opens.
    Known(Part),
    /// Below a heading of other words.
    UnknownHeading,
    /// Below a line in bold of other words.
    UnknownCaption,
}

impl Place {
    /// The place below a heading that opens no section. One deeper than “Response” is a part of
    /// that, unless it opens examples: “Fields” below it are those of the response.
    pub(super) fn below_heading(text: &Text, above: Self, dialects: &Dialects) -> Self {
        match (dialects.find_part(&text.line()), above) {
            (Some(Part::Other), _) => Self::Known(Part::Other),
            (_, Self::Known(part)) if part != Part::Input => above,
            (Some(part), _) => Self::Known(part),
            (None, _) => Self::UnknownHeading,
        }
    }

    /// The place below a paragraph or an item, where that is a caption.
    ///
    /// | line | opens |
    /// | --- | --- |
    /// | `**Response**` | the response |
    /// | `Sends a note. It returns an object with:` | the response |
    /// | `Response body` | the response: it has no other word |
    /// | `**For groups**` | something |
    /// | `It returns True.` | nothing: it is prose |
    pub(super) fn below_caption(text: &Text, dialects: &Dialects) -> Option<Self> {
        let line = text.line();
        let last = sentences(&line).pop()?;
        let caption = &line[last];
        let is_bold = heading::is_bold(text);
        let may_name_part =
            is_bold || caption.ends_with([':', '：']) || dialects.is_part_alone(caption);
        if may_name_part && let Some(part) = dialects.find_part(caption) {
            return Some(Self::Known(part));
        }
        is_bold.then_some(Self::UnknownCaption)
    }
}
