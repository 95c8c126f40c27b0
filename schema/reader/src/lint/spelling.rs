//! A vocabulary: many words in, the one nearest to another out, in far less time than it takes to
//! compare it with each.
//!
//! The words are sorted, so that those that begin alike share the work of comparing how they
//! begin; where a beginning is too far off already, all words that have it are passed over.

use std::cell::Cell;

use schema::nearest::LONGEST;

/// The most slips that a suggestion mends.
const MOST: usize = 2;

/// Words to suggest.
pub(super) struct Vocabulary<'a> {
    words: Vec<(Vec<char>, &'a str, usize)>,
    /// How many comparisons are left: a page of names that are all alike asks for no end of them,
    /// and from then on gets no suggestions.
    left: Cell<usize>,
}

/// The comparisons that any page may ask for, and those that it may for each of its names: what
/// suggestions cost grows as the page does.
const COMPARISONS: (usize, usize) = (100_000, 50);

impl<'a> Vocabulary<'a> {
    /// Takes the words, each with its weight.
    pub(super) fn new(words: impl Iterator<Item = (&'a str, usize)>) -> Self {
        let words = words.map(|(word, weight)| (word.chars().collect(), word, weight));
        let is_short = |(letters, ..): &(Vec<char>, _, _)| letters.len() <= LONGEST;
        let mut words: Vec<_> = words.filter(is_short).collect();
        words.sort_unstable();
        words.dedup();
        let (any, each) = COMPARISONS;
        let left = Cell::new(any + each * words.len());
        Self { words, left }
    }

    /// What to say where no word was found: whether all were looked at.
    pub(super) fn note(&self) -> Option<&'static str> {
        let is_spent = self.left.get() == 0;
        is_spent.then_some("the page has too many unknown names to look for the one that is meant")
    }

    /// The acceptable word that another was probably meant to be: at most two slips away, and
    /// fewer than a third of its letters. Words of more than 128 letters are near to none.
    pub(super) fn nearest(
        &self,
        word: &str,
        accept: impl Fn(&str, usize) -> bool,
    ) -> Option<&'a str> {
        let letters: Vec<char> = word.chars().take(LONGEST + 1).collect();
        if letters.len() > LONGEST {
            return None;
        }
        let most = MOST.min(letters.len() / 3);
        let mut rows = Rows::new(letters, most);
        let (mut best, mut index) = (None, 0);
        while let Some((candidate, text, weight)) = self.words.get(index) {
            let Some(left) = self.left.get().checked_sub(1).filter(|_| rows.most > 0) else {
                break;
            };
            self.left.set(left);
            match rows.compare(candidate) {
                Ok(distance) => {
                    if distance > 0 && distance <= rows.most && accept(text, *weight) {
                        best = Some(*text);
                        // Only a nearer one is of interest from here on.
                        rows.most = distance - 1;
                    }
                    index += 1;
                }
                Err(depth) => index += self.alike(index, depth),
            }
        }
        best
    }

    /// How many words from this one on begin with its first letters.
    fn alike(&self, index: usize, depth: usize) -> usize {
        let beginning = &self.words[index].0[..depth];
        self.words[index..].partition_point(|(word, ..)| word.starts_with(beginning))
    }
}

/// The table of distances between a word and the beginnings of another, a row for each letter of
/// the other. Rows are kept for the next word that begins alike.
struct Rows {
    word: Vec<char>,
    other: Vec<char>,
    rows: Vec<Vec<usize>>,
    /// The most slips that are of interest.
    most: usize,
}

impl Rows {
    fn new(word: Vec<char>, most: usize) -> Self {
        let first = (0..=word.len()).collect();
        Self {
            word,
            other: Vec::new(),
            rows: vec![first],
            most,
        }
    }

    /// The distance to another word; or how many of its letters show that it is too far off.
    fn compare(&mut self, other: &[char]) -> Result<usize, usize> {
        let pairs = self.other.iter().zip(other);
        let same = pairs.take_while(|(mine, theirs)| mine == theirs).count();
        self.other.truncate(same);
        self.rows.truncate(same + 1);
        for letter in &other[same..] {
            self.push(*letter);
            if self.is_far() {
                return Err(self.other.len());
            }
        }
        let last = self.rows.last().and_then(|row| row.last());
        Ok(last.copied().unwrap_or(usize::MAX))
    }

    /// Adds the row of one more letter.
    fn push(&mut self, letter: char) {
        let at = self.rows.len();
        let last = &self.rows[at - 1];
        let mut row = vec![at];
        for j in 1..=self.word.len() {
            let change = last[j - 1] + usize::from(self.word[j - 1] != letter);
            let mut least = change.min(last[j] + 1).min(row[j - 1] + 1);
            // Two letters that stand in each other's place are one slip.
            let before = self.other.last();
            if j > 1 && before == Some(&self.word[j - 1]) && self.word[j - 2] == letter {
                least = least.min(self.rows[at - 2][j - 2] + 1);
            }
            row.push(least);
        }
        self.rows.push(row);
        self.other.push(letter);
    }

    /// Whether no word that begins like this one is near; the row before counts as well, for two
    /// letters can change places across it.
    fn is_far(&self) -> bool {
        let far = |row: &Vec<usize>, slips| row.iter().all(|d| d + slips > self.most);
        match self.rows.as_slice() {
            [.., before, last] => far(last, 0) && far(before, 1),
            _ => false,
        }
    }
}
