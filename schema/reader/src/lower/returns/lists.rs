//! Lists in return sentences: a clause in, the number of lists around its type out.

use std::ops::Range;

use super::sentence::SentenceReader;
use crate::tables::type_cell;

impl SentenceReader<'_> {
    /// The number of lists, one in another, that a clause makes of a type which starts at `word`; the
    /// types joined to it end at `end`. `None` where there are more than a type can have.
    ///
    /// | clause | lists |
    /// | --- | --- |
    /// | “a list of the moored Ships”, `Array<Ship>`, `Ship[]`, “a Ship array” | 1 |
    /// | “an Array of Array of Ship” | 2 |
    /// | “Ships”, “Ship objects”: a plural | 1 |
    /// | “a list of changes, as a Ship” | 0: another clause begins between |
    pub(super) fn count_arrays(
        &self,
        clause: &str,
        word: &Range<usize>,
        end: usize,
    ) -> Option<usize> {
        let arrays = self.arrays_before(&clause[..word.start]) + self.arrays_after(&clause[end..]);
        let name = &clause[word.clone()];
        let is_plural =
            self.is_plural(name) || self.dialect.returns.plural.is_match(&clause[end..]);
        Some(arrays.max(usize::from(is_plural))).filter(|arrays| *arrays <= type_cell::MAX_DEPTH)
    }

    /// The number of lists that a text announces at its end.
    fn arrays_before(&self, text: &str) -> usize {
        let found = self.dialect.returns.array.find_iter(text);
        let lists: Vec<Range<usize>> = found.map(|list| list.range()).collect();
        let Some(last) = lists.last().filter(|last| self.is_near(&text[last.end..])) else {
            return 0;
        };
        let mut start = last.start;
        let outer = lists.iter().rev().skip(1).take_while(|list| {
            let is_next = text[list.end..start].trim().is_empty();
            start = list.start;
            is_next
        });
        1 + outer.count()
    }

    /// The number of lists that a text begins by saying: `[][]`.
    fn arrays_after(&self, text: &str) -> usize {
        let mut rest = text;
        let mut arrays = 0;
        while let Some(list) = self.dialect.returns.array_after.find(rest) {
            rest = &rest[list.end()..];
            arrays += 1;
        }
        arrays
    }

    /// Checks whether a word is the plural of a type's name.
    fn is_plural(&self, word: &str) -> bool {
        let is_name = word.starts_with(|c: char| c.is_ascii_uppercase());
        let is_builtin = type_cell::builtin_type(word, self.dialect).is_none()
            && self.builtin_type(word).is_some();
        is_builtin || (is_name && self.singular(word).len() < word.len())
    }

    /// Checks whether no clause begins in a text.
    fn is_near(&self, between: &str) -> bool {
        !between.contains(['，', ',', '；', ';']) && !self.dialect.returns.marker.is_match(between)
    }
}
