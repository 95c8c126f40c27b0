//! Alternatives: the sentence of a type's prose that lets another type stand in its place, “A String
//! can be used instead of this object”.

use std::ops::Range;

use super::Lowering;
use super::known_types::KnownTypes;
use super::lookalikes::UnreadWords;
use super::text::sentences;
use super::type_words::{TypeWord, find_runs};
use crate::account::Meaning;
use crate::block::Text;
use crate::dialect::{DialectRef, Lookalike, Pattern};
use schema::{ItemPath, Type};

/// The statement of a sentence.
enum Statement {
    /// Values of this type can stand in its place.
    Type(Type),
    /// A word that is no type's name, “text”, can stand in its place.
    Unread(Range<usize>),
}

impl<'a> Lowering<'a> {
    /// Reads which other type can stand in the place of one: the first sentence that says so.
    pub(super) fn lower_alternative(
        &mut self,
        paragraphs: &[&Text],
        at: &ItemPath,
    ) -> Option<Type> {
        for text in paragraphs {
            let plain = text.plain();
            for range in sentences(&plain) {
                let sentence = &plain[range.clone()];
                let Some((statement, dialect)) = self.read_sentence(sentence, &at.owner) else {
                    continue;
                };
                match statement {
                    Statement::Type(ty) => {
                        let span = text.span_of(range)?;
                        self.account.enter(at.clone(), Meaning::Fact, span);
                        return Some(ty);
                    }
                    Statement::Unread(word) => {
                        let start = range.start + word.start;
                        let unread = UnreadWords {
                            kind: Lookalike::Alternative,
                            span: text.span_of(start..start + word.len())?,
                            words: sentence[word].to_owned(),
                            dialect,
                        };
                        self.unread.push((at.clone(), unread));
                    }
                }
            }
        }
        None
    }

    fn read_sentence(&self, sentence: &str, owner: &str) -> Option<(Statement, DialectRef<'a>)> {
        self.dialect.and_others().find_map(|dialect| {
            let reader = SentenceReader {
                dialect,
                types: self.known_types,
                owner,
            };
            Some((reader.read(sentence)?, dialect))
        })
    }
}

/// Reads sentences about one type in one language.
struct SentenceReader<'a> {
    dialect: DialectRef<'a>,
    types: &'a KnownTypes<'a>,
    /// The name of the type.
    owner: &'a str,
}

impl SentenceReader<'_> {
    /// Reads a sentence. One that names what is replaced, “instead of this object”, may have other
    /// words between the types and the verb; one that doesn't, “instead”, may not.
    ///
    /// | sentence | type |
    /// | --- | --- |
    /// | “For plain ones, a String may stand in place of this object” | `String` |
    /// | “A Dial with nothing on it can be used instead of a Knob” | `Dial` |
    /// | “An Integer or a String can be used instead” | `Integer \| String` |
    /// | “The String label can be used instead” | none: the label is meant |
    /// | “String can be used instead of the label” | none |
    fn read(&self, sentence: &str) -> Option<Statement> {
        let words = &self.dialect.alternatives;
        let names_object = self.is_about_owner(&words.of_object, sentence);
        if !names_object && !self.is_about_owner(&words.alone, sentence) {
            return None;
        }
        let permits = words.permits.captures(sentence)?;
        let verb = permits.name("verb").or(permits.get(0))?.range();
        let runs = self.find_runs(sentence);
        let before = runs.iter().rev().find(|run| run.range.end <= verb.start);
        let after = runs.iter().find(|run| run.range.start >= verb.end);
        let is_subject = |run: &&TypeWord| sentence[run.range.end..verb.start].trim().is_empty();
        let is_object = |run: &&TypeWord| {
            let between = sentence[verb.end..run.range.start].split_whitespace();
            names_object || between.count() <= MOST_WORDS
        };
        let run = before.filter(is_subject).or(after.filter(is_object));
        match run.or(before.filter(|_| names_object)) {
            Some(run) => Some(Statement::Type(run.ty.clone())),
            None if names_object => self.find_vague(sentence).map(Statement::Unread),
            None => None,
        }
    }

    /// Checks whether a sentence has a pattern that names no other type than this one.
    fn is_about_owner(&self, pattern: &Pattern, sentence: &str) -> bool {
        let mut places = pattern.captures_iter(sentence);
        places.any(|place| {
            let name = place.name("name");
            name.is_none_or(|name| name.as_str() == self.owner)
        })
    }

    /// Finds the types that a sentence names, but for this one.
    fn find_runs(&self, sentence: &str) -> Vec<TypeWord> {
        let is_type = |name: &str| name != self.owner && self.types.evidence(name).is_certain();
        find_runs(sentence, &self.dialect, is_type)
    }

    /// Finds a word that leaves the type open. “Object” is the type that is replaced.
    fn find_vague(&self, sentence: &str) -> Option<Range<usize>> {
        let words = &self.dialect.types;
        let mut vague = words
            .vague
            .keys()
            .filter(|word| !words.objects.contains(word));
        vague.find_map(|word| find_word(sentence, word))
    }
}

/// The most words between the verb and a type: “pass a plain String instead”.
const MOST_WORDS: usize = 2;

/// Finds a word. One in ASCII letters stands alone.
fn find_word(text: &str, word: &str) -> Option<Range<usize>> {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut places = text.match_indices(word);
    let (start, _) = places.find(|(start, _)| {
        let (before, after) = (&text[..*start], &text[start + word.len()..]);
        !word.is_ascii() || !(before.ends_with(is_letter) || after.starts_with(is_letter))
    })?;
    Some(start..start + word.len())
}
