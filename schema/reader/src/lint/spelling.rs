//! Spelling: the names of a page, and the one that an unknown name was probably meant to be.

use std::cell::Cell;
use std::collections::BTreeMap;

use schema::suggest::{count_slips, most_slips};

/// The letters that may be compared with others: so many on any page, and so many for each of its
/// names.
///
/// Comparing each unknown name with each known one takes time that grows with the square of the
/// page. Two names of 20 letters take 400: this allows 100,000 such comparisons, and 50 for each
/// name. Real pages use a fraction of it; a hostile one gets no suggestions after that.
const BUDGET: (usize, usize) = (40_000_000, 20_000);

/// Names to suggest, by their number of letters. Each has a weight.
pub(super) struct Vocabulary<'a> {
    names: BTreeMap<usize, Vec<(&'a str, usize)>>,
    budget: Cell<usize>,
}

impl<'a> Vocabulary<'a> {
    /// Takes the names, each with its weight.
    pub(super) fn new(weighed: impl Iterator<Item = (&'a str, usize)>) -> Self {
        let mut names: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let mut count = 0;
        for (name, weight) in weighed {
            names
                .entry(name.chars().count())
                .or_default()
                .push((name, weight));
            count += 1;
        }
        let (any, each) = BUDGET;
        let budget = Cell::new(any + each * count);
        Self { names, budget }
    }

    /// Explains why there is no suggestion, where the budget is spent.
    pub(super) fn note_without(&self, suggestion: Option<&str>) -> Option<String> {
        if suggestion.is_some() || self.budget.get() > 0 {
            return None;
        }
        Some("the page has too many unknown names to suggest the one that was meant".to_owned())
    }

    /// Finds the acceptable name that a word was probably meant to be: the nearest, and of several
    /// the first in alphabetical order.
    pub(super) fn nearest(
        &self,
        word: &str,
        accept: impl Fn(&str, usize) -> bool,
    ) -> Option<&'a str> {
        let letters = word.chars().count();
        let most = most_slips(letters);
        if most == 0 {
            return None;
        }
        let lengths = self
            .names
            .range(letters.saturating_sub(most)..=letters + most);
        let names = lengths.flat_map(|(length, names)| names.iter().map(|name| (*length, *name)));
        let near = names
            .take_while(|(length, _)| self.spend(letters * length))
            .filter(|(_, (name, weight))| accept(name, *weight))
            .filter_map(|(_, (name, _))| Some((count_slips(word, name)?, name)));
        near.min().map(|(_, name)| name)
    }

    /// Takes the cost of a comparison out of the budget, where that has so much left.
    fn spend(&self, cost: usize) -> bool {
        let left = self.budget.get().checked_sub(cost);
        self.budget.set(left.unwrap_or_default());
        left.is_some()
    }
}
