//! Places in a text, counted in UTF-16 code units, → places in bytes.
//!
//! A character is one or two units: `a` and `é` are one, `😀` is two. A place between these two is
//! within a character, and no place in bytes.

use std::ops::Range;

/// Counts the UTF-16 code units of a text.
pub(super) fn count_units(text: &str) -> i64 {
    let count = text.encode_utf16().count();
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Finds the bytes of the part of a text at this place, in UTF-16 code units. `None` if it lies
/// outside of the text, or begins or ends within a character.
pub(super) fn find_range(text: &str, offset: i64, length: i64) -> Option<Range<usize>> {
    let offset = usize::try_from(offset).ok()?;
    let length = usize::try_from(length).ok()?;
    let start = find_byte(text, offset)?;
    let end = start + find_byte(text.get(start..)?, length)?;
    Some(start..end)
}

/// Finds the byte at a number of UTF-16 code units.
fn find_byte(text: &str, units: usize) -> Option<usize> {
    let mut seen = 0;
    for (byte, c) in text.char_indices() {
        if seen >= units {
            return (seen == units).then_some(byte);
        }
        seen += c.len_utf16();
    }
    (seen == units).then_some(text.len())
}

/// The byte at each UTF-16 code unit of a text, and at its end: for many places in one text.
pub(super) struct Utf16Index(Vec<Option<usize>>);

impl Utf16Index {
    pub(super) fn new(text: &str) -> Self {
        let mut bytes = Vec::with_capacity(text.len() + 1);
        for (byte, c) in text.char_indices() {
            bytes.push(Some(byte));
            if c.len_utf16() == 2 {
                bytes.push(None);
            }
        }
        bytes.push(Some(text.len()));
        Self(bytes)
    }

    /// Finds the bytes of the part at this place.
    pub(super) fn find_range(&self, offset: i64, length: i64) -> Option<Range<usize>> {
        Some(self.find(offset)?..self.find(offset.checked_add(length)?)?)
            .filter(|range| range.start <= range.end)
    }

    fn find(&self, unit: i64) -> Option<usize> {
        let unit = usize::try_from(unit).ok()?;
        self.0.get(unit).copied().flatten()
    }
}
