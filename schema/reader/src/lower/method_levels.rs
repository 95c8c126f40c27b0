//! Levels: the headings of a page in, those out among which its methods stand.
//!
//! A method of one word, `## ping`, looks like any other heading in lower case, `## limits`. Where
//! most headings of this kind are methods for certain, one more of them is a method, too:
//!
//! | headings of one level | `ping` is |
//! | --- | --- |
//! | `sendNote`, `getNote`, `ping` | a method |
//! | `sendNote`, `limits`, `usage`, `ping` | none |

use super::heading::{BOLD_LEVEL, defines, read_heading};
use super::known_types::KnownTypes;
use super::title::{ItemKind, is_compound, read_title};
use crate::tables::ClassifiedBlock;

/// The headings in lower case of each level.
#[derive(Default)]
pub(super) struct MethodLevels([Count; BOLD_LEVEL as usize]);

#[derive(Clone, Copy, Default)]
struct Count {
    methods: usize,
    others: usize,
}

impl MethodLevels {
    /// Counts the headings of a page.
    pub(super) fn count(blocks: &[ClassifiedBlock<'_>], types: &KnownTypes<'_>) -> Self {
        let mut levels = Self::default();
        for (index, block) in blocks.iter().enumerate() {
            let Some((level, text)) = read_heading(block, types) else {
                continue;
            };
            let title =
                read_title(text, types.dialects).filter(|title| title.kind == ItemKind::Method);
            let count = levels.0.get_mut(usize::from(level));
            let (Some(title), Some(count)) = (title, count) else {
                continue;
            };
            let is_method =
                is_compound(&title.name) || defines(&title, level, &blocks[index + 1..], types);
            count.methods += usize::from(is_method);
            count.others +=
                usize::from(!is_method && types.dialects.find_part(&title.name).is_none());
        }
        levels
    }

    /// Checks whether most headings in lower case of a level are methods.
    pub(super) fn is_of_methods(&self, level: u8) -> bool {
        let count = self.0.get(usize::from(level)).copied().unwrap_or_default();
        count.methods > 0 && count.methods >= count.others
    }
}
