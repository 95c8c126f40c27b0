//! Return sentences: prose in, a type out, or the sentence that could not be read.

use std::collections::HashSet;
use std::ops::Range;

use super::known_types::KnownTypes;
use super::text::{ascii_words, sentences};
use crate::block::Text;
use crate::dialect::Dialect;
use crate::tables::type_cell;
use schema::source::Span;
use schema::ty::Type;

/// What the prose of a method says about its result.
#[derive(Debug, PartialEq)]
pub(super) enum Returned {
    /// It names the type.
    Type(Type, Span),
    /// It says that something is returned, and not what.
    Unread(Span),
    /// It says nothing.
    Absent,
}

/// How sure it is that a word is the type: the surest sentence wins, then the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// Any capitalised word.
    Word,
    /// A word that the sentence marks as a type: “as a Poll object”.
    Marked,
    /// A name that the page uses as a type.
    Known,
    /// Such a name, and marked.
    Sure,
}

/// Reads the paragraphs of a method by the sentences of a dialect, else by those of another.
pub(super) fn read(
    paragraphs: &[&Text],
    dialect: &'static Dialect,
    names: &KnownTypes,
) -> Returned {
    let read = |dialect: &'static Dialect| read_in(paragraphs, dialect, names);
    let mut all = dialect.and_others().map(read);
    let own = all.next().unwrap_or(Returned::Absent);
    match own {
        Returned::Type(..) => own,
        _ => all.find(|found| *found != Returned::Absent).unwrap_or(own),
    }
}

fn read_in(paragraphs: &[&Text], dialect: &Dialect, names: &KnownTypes) -> Returned {
    let reader = Reader { dialect, names };
    let mut best: Option<(Rank, Type, Span)> = None;
    let mut unread = None;
    for text in paragraphs {
        let plain = text.plain();
        for range in sentences(&plain) {
            let sentence = &plain[range.clone()];
            let Some(span) = reader
                .speaks_of_return(sentence)
                .then(|| text.span_of(range))
                .flatten()
            else {
                continue;
            };
            match reader.sentence(sentence) {
                Some((rank, ty)) if best.as_ref().is_none_or(|(most, ..)| rank > *most) => {
                    best = Some((rank, ty, span));
                }
                None if dialect.returns.promise.is_match(sentence) => {
                    unread = unread.or(Some(span))
                }
                _ => {}
            }
        }
    }
    match (best, unread) {
        (Some((_, ty, span)), _) => Returned::Type(ty, span),
        (None, Some(span)) => Returned::Unread(span),
        (None, None) => Returned::Absent,
    }
}

struct Reader<'a> {
    dialect: &'a Dialect,
    names: &'a KnownTypes,
}

impl Reader<'_> {
    fn speaks_of_return(&self, sentence: &str) -> bool {
        let words = &self.dialect.returns;
        words.verb.is_match(sentence) && !words.unless.is_match(sentence)
    }

    /// The type that a sentence names: that of its clause, or the union of those of its clauses.
    fn sentence(&self, sentence: &str) -> Option<(Rank, Type)> {
        let clauses = self.dialect.returns.otherwise.split(sentence);
        let found: Vec<(Rank, Type)> = clauses.filter_map(|clause| self.clause(clause)).collect();
        let rank = found.iter().map(|(rank, _)| *rank).min()?;
        let ty = Type::union(found.into_iter().map(|(_, ty)| ty))?;
        Some((rank, ty))
    }

    /// The type that a clause names: its surest word, with those that “or” adds to it.
    fn clause(&self, clause: &str) -> Option<(Rank, Type)> {
        let ranked = self.ranked(clause);
        let rank = ranked.iter().map(|(rank, _)| *rank).max()?;
        let best = ranked.iter().position(|(other, _)| *other == rank)?;
        let first = &ranked[best].1;
        let mut members = vec![self.ty(&clause[first.clone()])];
        let (mut end, mut any_array) = (first.end, false);
        for (_, word) in &ranked[best + 1..] {
            let Some(is_array) = self.joined(&clause[end..word.start]) else {
                break;
            };
            let ty = self.ty(&clause[word.clone()]);
            members.push(if is_array { Type::array(ty) } else { ty });
            any_array |= is_array;
            end = word.end;
        }
        // Where a later one is a list by itself, the word for a list is of the first alone.
        let listed = if any_array { first.end } else { end };
        let before = if any_array { &clause[..listed] } else { clause };
        let is_list = self.is_list(before, first.start, listed);
        if is_list && any_array {
            members[0] = Type::array(members[0].clone());
        }
        let ty = Type::union(members)?;
        let ty = if is_list && !any_array {
            Type::array(ty)
        } else {
            ty
        };
        Some((rank, ty))
    }

    /// Whether what stands between two types joins them by “or”; and if so, whether the second is
    /// a list: “or an Array of”.
    fn joined(&self, between: &str) -> Option<bool> {
        let words = &self.dialect.returns;
        let noun = words.noun.find(between).map_or(0, |noun| noun.end());
        let between = between[noun..].trim();
        let mut ors = self.dialect.types.or.iter();
        ors.find_map(|or| {
            let rest = between.strip_prefix(or.trim())?.trim();
            let list = words.array.find(rest);
            let is_array = list.is_some_and(|list| list.range() == (0..rest.len()));
            (rest.is_empty() || is_array).then_some(is_array)
        })
    }

    /// The words that are types, each with how sure that is.
    fn ranked(&self, clause: &str) -> Vec<(Rank, Range<usize>)> {
        let marker = &self.dialect.returns.marker;
        let marks: HashSet<usize> = marker.find_iter(clause).map(|mark| mark.end()).collect();
        let words = self.words(clause).into_iter();
        words
            .filter_map(|word| {
                let marked = marks.contains(&word.start);
                Some((self.rank(clause, &word, marked)?, word))
            })
            .collect()
    }

    /// The words that could be types: ASCII ones, and what the dialect calls the built-in types.
    fn words(&self, clause: &str) -> Vec<Range<usize>> {
        let builtin = self.dialect.types.builtin.iter();
        let other = builtin.flat_map(|(word, _)| {
            clause
                .match_indices(word)
                .map(|(at, found)| at..at + found.len())
        });
        let mut words: Vec<_> = ascii_words(clause).chain(other).collect();
        words.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
        words.dedup_by(|next, word| next.start < word.end);
        words
    }

    fn rank(&self, clause: &str, word: &Range<usize>, marked: bool) -> Option<Rank> {
        let text = &clause[word.clone()];
        let builtin = self.builtin(text).is_some();
        let name = is_type_name(text);
        if !builtin && !name {
            return None;
        }
        if builtin || self.names.is_known(self.singular(text)) {
            return Some(if marked { Rank::Sure } else { Rank::Known });
        }
        if marked || self.dialect.returns.noun.is_match(&clause[word.end..]) {
            return Some(Rank::Marked);
        }
        // The first word of an English sentence is capitalised whatever it is.
        (!clause[..word.start].trim().is_empty()).then_some(Rank::Word)
    }

    fn builtin(&self, word: &str) -> Option<Type> {
        let capital = !word.starts_with(|c: char| c.is_ascii_lowercase());
        type_cell::builtin(word, &self.dialect.types).filter(|_| capital)
    }

    fn ty(&self, word: &str) -> Type {
        self.builtin(word)
            .unwrap_or_else(|| Type::named(self.singular(word)))
    }

    /// “Messages” where the page has a Message and no Messages.
    fn singular<'w>(&self, word: &'w str) -> &'w str {
        match word.strip_suffix('s') {
            Some(one) if !self.names.is_known(word) && self.names.is_heard_of(one) => one,
            _ => word,
        }
    }

    /// Whether the word for a list stands by the type with no other clause between.
    fn is_list(&self, clause: &str, start: usize, end: usize) -> bool {
        let words = &self.dialect.returns;
        let near = |between: &str| {
            !between.contains(['，', ',', '；', ';']) && !words.marker.is_match(between)
        };
        words.array.find_iter(clause).any(|list| {
            let before = list.end() <= start && near(&clause[list.end()..start]);
            let after = list.start() >= end && near(&clause[end..list.start()]);
            before || after
        })
    }
}

/// Whether a word looks like the name of a type: `MessageId`, not `URL` and not `chat_id`.
fn is_type_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.contains(|c: char| c.is_ascii_lowercase())
        && word != "Array"
        && !word.contains('_')
}
