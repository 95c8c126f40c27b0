//! Dialects: the words and sentences of a language in which pages are written.
//!
//! A dialect is data, a YAML file each. To teach the reader a new word, add it to the list it
//! belongs to; to teach it a language, add a file and its name in `load.rs`. What an API's `reads:`
//! adds is merged into them.

mod check;
mod form;
mod load;
mod rules;

use std::ops::Deref;
use std::sync::LazyLock;

pub use check::{check_dialect, check_reads};
pub(crate) use form::Form;
pub use rules::{Rule, Rules, Statement};
pub use schema::reads::{Column, FactKind, Lookalike, Part, Pattern, ReturnWords, ValueKind};
use schema::reads::{DialectWords, Reads};

/// The words of one language, with what is made of them to read fast.
pub struct Dialect {
    words: DialectWords,
    /// The rules for descriptions.
    pub descriptions: Rules,
    /// The forms of arrays, and those that say no more than the type in them.
    pub(crate) arrays: Vec<Form>,
    pub(crate) plain: Vec<Form>,
    /// The forms that say that a value may be left out.
    pub(crate) optional_forms: Vec<Form>,
}

/// The dialects that a page may be in.
pub struct Dialects {
    all: Vec<Dialect>,
    /// The words between the values of a list, in any language.
    separators: Vec<String>,
    /// The layout of the page.
    pub(crate) reads: Reads,
}

/// One dialect among those of a page.
#[derive(Clone, Copy)]
pub struct DialectRef<'d> {
    among: &'d Dialects,
    index: usize,
}

impl Deref for Dialect {
    type Target = DialectWords;

    fn deref(&self) -> &DialectWords {
        &self.words
    }
}

impl Deref for DialectRef<'_> {
    type Target = Dialect;

    fn deref(&self) -> &Dialect {
        self.get()
    }
}

impl PartialEq for DialectRef<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}

impl<'d> DialectRef<'d> {
    /// The dialect.
    pub fn get(self) -> &'d Dialect {
        &self.among.all[self.index]
    }

    /// The words between the values of a list, in any language.
    pub(crate) fn separators(self) -> &'d [String] {
        &self.among.separators
    }

    /// This dialect, then all others: pages mix languages, and a half-translated one is read too.
    ///
    /// For example, a Chinese page may have the header `| 参数 | Type | 描述 |`, and a cell of its
    /// English column may hold “可选”. Every word is looked up in the table's own dialect first, so
    /// that one that two languages use differently means what it does in the table's.
    pub fn and_others(self) -> impl Iterator<Item = Self> {
        let others = self.among.iter().filter(move |other| *other != self);
        std::iter::once(self).chain(others)
    }
}

impl Dialect {
    fn new(words: DialectWords) -> Self {
        let forms = |texts: &[String]| texts.iter().map(|text| Form::of(text)).collect();
        Self {
            descriptions: Rules::of(&words.descriptions),
            arrays: forms(&words.types.arrays),
            plain: forms(&words.types.plain),
            optional_forms: forms(&words.types.optional),
            words,
        }
    }

    /// Checks whether a text can be in this language: that one without any letter of it is not
    /// spares all rules of that language.
    pub fn may_have(&self, text: &str) -> bool {
        self.letters.is_empty() || self.letters.is_match(text)
    }

    /// Reads the header of a column, by the words that this dialect knows.
    pub fn column(&self, header: &str) -> Option<Column> {
        let wanted = word_of(header)?;
        let mut columns = self.columns.iter();
        let found = columns.find(|(_, words)| words.contains(&wanted))?;
        Some(*found.0)
    }

    /// Finds the part that a heading or a caption opens, by the words that this dialect knows.
    fn part(&self, heading: &str) -> Option<Part> {
        let has = |words: &Vec<String>| words.iter().any(|word| contains_word(heading, word));
        let mut parts = self.parts.iter();
        let found = parts.find(|(_, words)| has(words))?;
        Some(*found.0)
    }

    /// A phrase that the rules read, in the place of one that they do not.
    pub fn phrase(&self, kind: Lookalike) -> &str {
        let advice = self.words.descriptions.advice.get(&kind);
        advice.map_or("", String::as_str)
    }

    /// Reads a word of the required column: whether it means required.
    pub fn is_required(&self, word: &str) -> Option<bool> {
        let wanted = word_of(word)?;
        let is_optional = || self.optional.contains(&wanted).then_some(false);
        let is_required = self.required.contains(&wanted).then_some(true);
        is_required.or_else(is_optional)
    }

    /// The type that another word for it stands for.
    pub(crate) fn type_of_word(&self, word: &str) -> Option<&str> {
        let mut types = self.types.words.iter();
        let found = types.find(|(_, words)| words.iter().any(|one| one == word))?;
        Some(found.0)
    }
}

impl Dialects {
    /// The dialects that are built in.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: LazyLock<Dialects> =
            LazyLock::new(|| Dialects::of(&Reads::default(), None));
        &BUILT_IN
    }

    /// The dialects of an API's page: those that are built in, with the words of its `dialect.yaml`,
    /// where there is one, and of its `reads:`.
    pub fn of(reads: &Reads, file: Option<&DialectWords>) -> Self {
        let added = file.into_iter().chain([&reads.dialect]);
        let all = load::load_dialects(added);
        let separators = all.iter().flat_map(|dialect| &dialect.separators);
        Self {
            separators: separators.cloned().collect(),
            all,
            reads: reads.clone(),
        }
    }

    /// Every dialect. The first is the one of pages that give no sign of theirs.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = DialectRef<'_>> {
        (0..self.all.len()).map(|index| DialectRef { among: self, index })
    }

    /// The first dialect.
    pub fn first(&self) -> DialectRef<'_> {
        DialectRef {
            among: self,
            index: 0,
        }
    }

    /// Finds the part that a heading or a caption opens, in any language.
    ///
    /// A heading is short: “What the response of the server tells about a flight” is prose.
    pub fn find_part(&self, heading: &str) -> Option<Part> {
        if !is_within(heading, LONGEST_HEADING) {
            return None;
        }
        let lower = heading.to_lowercase();
        self.all.iter().find_map(|dialect| dialect.part(&lower))
    }

    /// Checks whether a heading opens the part that says how a method is called: “Endpoint”.
    pub fn opens_call(&self, heading: &str) -> bool {
        let heading = word_of(heading);
        let mut words = self.all.iter().flat_map(|dialect| &dialect.call_headings);
        words.any(|word| heading.as_ref() == Some(word))
    }

    /// The meaning that any language gives to the header of a column.
    pub(crate) fn column(&self, header: &str) -> Option<Column> {
        self.all.iter().find_map(|dialect| dialect.column(header))
    }

    /// Takes the mark from the end of a name: the name, and whether the mark means required.
    pub(crate) fn strip_mark<'t>(&self, name: &'t str) -> (&'t str, Option<bool>) {
        let strip = |marks: &[String]| {
            let mut marks = marks.iter();
            marks.find_map(|mark| name.trim_end().strip_suffix(mark.as_str()))
        };
        for dialect in &self.all {
            if let Some(name) = strip(&dialect.marks.optional) {
                return (name.trim_end(), Some(false));
            }
            if let Some(name) = strip(&dialect.marks.required) {
                return (name.trim_end(), Some(true));
            }
        }
        (name, None)
    }

    /// Checks whether the name of a type tells that it has a list of values: `LoftKind`.
    pub fn names_values(&self, name: &str) -> bool {
        let mut words = self.all.iter().flat_map(|dialect| &dialect.value_names);
        words.any(|word| name.ends_with(word))
    }

    /// Checks whether a word beside a name in a heading says what that is: “object”.
    pub fn is_item_noun(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        let mut dialects = self.all.iter();
        dialects.any(|dialect| dialect.item_nouns.contains(&word))
    }

    /// Checks whether a text is the name of a part and nothing else: “Response body”, “返回参数”.
    pub fn is_part_alone(&self, text: &str) -> bool {
        if !is_within(text, LONGEST_NAME) {
            return false;
        }
        let lower = text.to_lowercase();
        let is_alone = |dialect: &Dialect| {
            let words = dialect.parts.values().flatten();
            let rest = words.fold(lower.clone(), |rest, word| {
                if contains_word(&rest, word) {
                    rest.replace(word, "")
                } else {
                    rest
                }
            });
            !rest.contains(char::is_alphanumeric)
        };
        self.all.iter().any(is_alone)
    }
}

/// Checks whether a text has no more than so many words and characters.
fn is_within(text: &str, (words, chars): (usize, usize)) -> bool {
    text.chars().nth(chars).is_none() && text.split_whitespace().count() <= words
}

/// The most words and characters in the name of a part.
const LONGEST_NAME: (usize, usize) = (4, 40);

/// The most words and the most characters in the heading of a part.
const LONGEST_HEADING: (usize, usize) = (10, 60);

/// Checks whether a text has a word. One in ASCII letters stands alone: “input” is none in
/// “inputs”. Some languages write words without spaces.
fn contains_word(text: &str, word: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '_';
    // Most headings have none of the words: “Boats” lacks all. `contains` tells so faster than a
    // search for every place of a word.
    if !text.contains(word) {
        return false;
    }
    text.match_indices(word).any(|(start, _)| {
        let (before, after) = (&text[..start], &text[start + word.len()..]);
        !word.is_ascii() || !(before.ends_with(is_letter) || after.starts_with(is_letter))
    })
}

/// The longest word of a cell that is looked up, in bytes: descriptions are looked up too.
const LONGEST: usize = 100;

/// A cell as it is looked up among words: in lower case, without the mark at its end.
fn word_of(text: &str) -> Option<String> {
    let word = text.trim();
    let word = word.trim_end_matches(['.', '。', ':', '：', '?', '？']);
    (text.trim().len() <= LONGEST).then(|| word.to_lowercase())
}
