//! A return sentence in, the type that it names and how certain that is out.

use std::collections::HashSet;
use std::ops::Range;

use crate::dialect::Dialect;
use crate::lower::known_types::{KnownTypes, TypeEvidence};
use crate::lower::text::ascii_words;
use crate::tables::type_cell;
use schema::Type;

/// The certainty that a word is the type. The most certain sentence wins, then the first.
///
/// Take “Use this to copy a Menu. On success, the MessageId of the sent Menu is returned as a
/// Receipt object.” on a page whose tables have the types `Menu` and `MessageId`:
///
/// | word | rank | why |
/// | --- | --- | --- |
/// | `Use` | none | the first word of a sentence is capitalised whatever it is |
/// | `MessageId`, `Menu` | `Known` | some table has them |
/// | `Receipt` | `Marked` | “as a” marks it; were it known as well, it would be `Sure` |
///
/// The result is `MessageId`: of the words with the highest rank, the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// Any capitalised word.
    Word,
    /// A word that the sentence marks as a type: “as a Poll”, “a Poll object”.
    Marked,
    /// A name that the page uses as a type.
    Known,
    /// Such a name, and marked by “as a”.
    Sure,
}

/// Reads the sentences of one language.
pub(super) struct SentenceReader<'a> {
    pub(super) dialect: &'a Dialect,
    pub(super) types: &'a KnownTypes<'a>,
}

/// A word that may be a type.
struct Candidate {
    rank: Rank,
    word: Range<usize>,
}

impl SentenceReader<'_> {
    /// Checks whether a sentence speaks of the result: not of errors, nor of special cases.
    pub(super) fn speaks_of_return(&self, sentence: &str) -> bool {
        let words = &self.dialect.returns;
        words.verb.is_match(sentence) && !words.unless.is_match(sentence)
    }

    /// The type that a sentence names: that of its clause, or the union of those of its clauses.
    ///
    /// “Returns the Note that was moved, else True” has two, and is as certain as
    /// the less certain of them.
    pub(super) fn read_sentence(&self, sentence: &str) -> Option<(Rank, Type)> {
        let clauses = self.dialect.returns.otherwise.split(sentence);
        let found: Vec<(Rank, Type)> = clauses
            .into_iter()
            .filter_map(|clause| self.read_clause(clause))
            .collect();
        let rank = found.iter().map(|(rank, _)| *rank).min()?;
        let ty = Type::union(found.into_iter().map(|(_, ty)| ty))?;
        Some((rank, ty))
    }

    /// The type that a clause names: its most certain word, with those that “or” adds to it.
    fn read_clause(&self, clause: &str) -> Option<(Rank, Type)> {
        let candidates = self.candidates(clause);
        let rank = candidates.iter().map(|one| one.rank).max()?;
        let best = candidates.iter().position(|one| one.rank == rank)?;
        let first = &candidates[best].word;
        let more = self.joined_types(clause, first.end, &candidates[best + 1..]);
        let ty = self.type_of(&clause[first.clone()]);
        // Where a later member is a list by itself, the word for a list is of the first alone.
        let end = if more.any_array { first.end } else { more.end };
        let arrays = self.count_arrays(clause, first, end)?;
        let put_into_arrays = |ty| (0..arrays).fold(ty, |ty, _| Type::array(ty));
        let ty = if more.any_array {
            // “an Array of A, or an Array of B”
            Type::union([put_into_arrays(ty)].into_iter().chain(more.types))?
        } else {
            // “an Array of A or B objects”
            put_into_arrays(Type::union([ty].into_iter().chain(more.types))?)
        };
        Some((rank, ty))
    }

    /// The types that “or” joins to the word that ends here.
    fn joined_types(&self, clause: &str, end: usize, candidates: &[Candidate]) -> Joined {
        let mut joined = Joined {
            types: Vec::new(),
            end,
            any_array: false,
        };
        for Candidate { word, .. } in candidates {
            let Some(is_array) = self.is_joined(&clause[joined.end..word.start]) else {
                break;
            };
            let ty = self.type_of(&clause[word.clone()]);
            joined
                .types
                .push(if is_array { Type::array(ty) } else { ty });
            joined.any_array |= is_array;
            joined.end = word.end;
        }
        joined
    }

    /// Checks whether the text between two types joins them by “or”; and if so, whether the second
    /// is a list: “or an Array of”.
    fn is_joined(&self, between: &str) -> Option<bool> {
        let words = &self.dialect.returns;
        let noun = words.noun.find(between).map_or(0, |noun| noun.end());
        let between = between[noun..].trim();
        let mut separators = self.dialect.types.or.iter();
        separators.find_map(|or| {
            let rest = between.strip_prefix(or.trim())?.trim();
            let list = words.array.find(rest);
            let is_array = list.is_some_and(|list| list.range() == (0..rest.len()));
            (rest.is_empty() || is_array).then_some(is_array)
        })
    }

    /// The words that may be types.
    fn candidates(&self, clause: &str) -> Vec<Candidate> {
        let marker = &self.dialect.returns.marker;
        let marks: HashSet<usize> = marker.find_iter(clause).map(|mark| mark.end()).collect();
        self.words(clause)
            .into_iter()
            .filter_map(|word| {
                let is_marked = marks.contains(&word.start);
                let rank = self.rank(clause, &word, is_marked)?;
                Some(Candidate { rank, word })
            })
            .collect()
    }

    /// The ASCII words, and the dialect's words for the built-in types: “返回整数”.
    fn words(&self, clause: &str) -> Vec<Range<usize>> {
        let mut words: Vec<Range<usize>> = ascii_words(clause).collect();
        let builtin = self.dialect.types.words.values().flatten();
        for word in builtin.filter(|word| !word.is_ascii()) {
            let found = clause.match_indices(word.as_str());
            words.extend(found.map(|(at, found)| at..at + found.len()));
        }
        // The longest of those that begin alike, and none within another.
        words.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
        words.dedup_by(|next, word| next.start < word.end);
        words
    }

    fn rank(&self, clause: &str, word: &Range<usize>, is_marked: bool) -> Option<Rank> {
        let text = &clause[word.clone()];
        if text.starts_with(|c: char| c.is_ascii_lowercase()) {
            return self.plain_rank(&clause[..word.start], text, is_marked);
        }
        let is_builtin = self.builtin_type(text).is_some();
        if !is_builtin && !looks_like_type(text) && !self.evidence(text).is_certain() {
            return None;
        }
        if is_builtin || self.evidence(self.singular(text)).is_certain() {
            return Some(if is_marked { Rank::Sure } else { Rank::Known });
        }
        if is_marked || self.dialect.returns.noun.is_match(&clause[word.end..]) {
            return Some(Rank::Marked);
        }
        // The first word of an English sentence is capitalised whatever it is.
        let is_first = clause[..word.start].trim().is_empty();
        (!is_first).then_some(Rank::Word)
    }

    /// The rank of a built-in type in lower case: “returns a string” names one, “with a string as its
    /// name” does so only on a page whose cells have `string`.
    fn plain_rank(&self, before: &str, word: &str, is_marked: bool) -> Option<Rank> {
        self.builtin_type(word)?;
        let is_type = self.types.are_in_lower_case()
            || is_marked
            || self.dialect.returns.before_type.is_match(before);
        is_type.then_some(Rank::Word)
    }

    fn evidence(&self, name: &str) -> TypeEvidence {
        self.types.evidence(name)
    }

    /// The built-in type that a word names, be it in the plural. In lower case most words are prose:
    /// “a long note” is no Integer.
    pub(super) fn builtin_type(&self, word: &str) -> Option<Type> {
        let one = word.strip_suffix('s').unwrap_or(word);
        if word.starts_with(|c: char| c.is_ascii_lowercase())
            && !self
                .dialect
                .returns
                .plain_types
                .iter()
                .any(|plain| plain == one)
        {
            return None;
        }
        type_cell::builtin_type(word, self.dialect)
            .or_else(|| type_cell::builtin_type(one, self.dialect))
    }

    fn type_of(&self, word: &str) -> Type {
        self.builtin_type(word)
            .unwrap_or_else(|| Type::named(self.singular(word)))
    }

    /// The singular of a word: “Messages” where the page has a `Message` and no `Messages`.
    pub(super) fn singular<'w>(&self, word: &'w str) -> &'w str {
        let Some(one) = word.strip_suffix('s') else {
            return word;
        };
        let evidence = self.evidence(one);
        let is_type = evidence.is_certain() || evidence.in_return_sentence;
        if is_type && !self.evidence(word).is_certain() {
            one
        } else {
            word
        }
    }
}

/// The types that “or” joins to another.
struct Joined {
    types: Vec<Type>,
    /// The end of the last word.
    end: usize,
    /// True if one of them is a list by itself.
    any_array: bool,
}

/// Checks whether a word looks like the name of a type: `MessageId`, not `URL` and not `chat_id`.
fn looks_like_type(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.contains(|c: char| c.is_ascii_lowercase())
        && word != "Array"
        && !word.contains('_')
}
