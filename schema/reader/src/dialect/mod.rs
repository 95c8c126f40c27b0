//! Dialects: the words and sentences of a language in which pages are written.
//!
//! A dialect is data, one file each. To teach the reader a new word, add it to the list it
//! belongs to; to teach it a language, add a file and a line to [`all`].

mod chinese;
mod english;
mod pattern;
mod rules;

use std::ops::RangeInclusive;

pub use pattern::Pattern;
pub use rules::{Lookalike, Rule, Rules, Statement};

/// The meaning of a column, as its header says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// Names of parameters or fields.
    Name,
    /// Types.
    Type,
    /// True if a parameter is required.
    Required,
    /// Prose.
    Description,
    /// Values that something can have.
    Value,
    /// Values that absence stands for.
    Default,
    /// Examples and the like: nothing for the schema.
    Ignored,
}

/// The part of a method's or type's section that a heading or a caption opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// What a method is given, or what a type consists of.
    Input,
    /// The result of a method.
    Response,
    /// Errors, examples: nothing for the schema.
    Other,
}

/// The words and rules of one language.
pub struct Dialect {
    /// The language, as diagnostics name it.
    pub name: &'static str,
    /// Letters of which a text has one where the rules for descriptions can match it; empty where any
    /// text may.
    pub letters: &'static [RangeInclusive<char>],
    /// Headers of columns, in lower case.
    pub columns: &'static [(&'static str, Column)],
    /// Words in the headings and captions of a section's parts, in lower case. Of several in one
    /// heading the first of this list counts: “Response fields” opens the response.
    pub parts: &'static [(&'static str, Part)],
    /// Words that the name of a type with a list of values ends with: `LoftKind`.
    pub value_names: &'static [&'static str],
    /// Words beside the name in a heading that say what it is: “Photo object”, in lower case. Those
    /// are none that make something else of it: a “Photo event” is no `Photo`.
    pub item_nouns: &'static [&'static str],
    /// Words of the required column, in lower case, and whether they mean required.
    pub required: &'static [(&'static str, bool)],
    /// The grammar of type cells.
    pub types: TypeWords,
    /// The grammar of return sentences.
    pub returns: ReturnWords,
    /// The grammar of unions given as a list of their members.
    pub unions: Pattern,
    /// The grammar of sentences that let another type stand in the place of one.
    pub alternatives: AlternativeWords,
    /// The statements that descriptions make.
    pub descriptions: Rules,
    /// Phrases that the rules read, for advice.
    pub phrases: &'static [(Lookalike, &'static str)],
    /// Words that make the values after them examples: “such as”. Text in lower case.
    pub examples: Pattern,
    /// Words that leave a list of values open: “etc.” Text in lower case.
    pub open_list: Pattern,
    /// States that a method takes no parameters, or that a type has no fields.
    pub takes_nothing: Pattern,
    /// States that a method is given something.
    pub takes_input: Pattern,
    /// A block that is the platform's version and nothing else; group `version`.
    pub version: Pattern,
}

/// The words of type cells.
pub struct TypeWords {
    /// Other words for the types that are built in.
    pub builtin: &'static [(&'static str, &'static str)],
    /// Words for an object whose fields the next rows list, in lower case.
    pub objects: &'static [&'static str],
    /// Words for an array of such objects.
    pub object_arrays: &'static [&'static str],
    /// Words before an array's items, in lower case.
    pub array_before: &'static [&'static str],
    /// Words after an array's items.
    pub array_after: &'static [&'static str],
    /// Words after a type's name that say nothing more: “object”.
    pub nouns: &'static [&'static str],
    /// Words that leave the type open, in lower case, and what to write instead.
    pub vague: &'static [(&'static str, &'static str)],
    /// Separators of the members of a union.
    pub or: &'static [&'static str],
    /// Separators of the items of a list of types.
    pub and: &'static [&'static str],
}

/// The words of return sentences.
pub struct ReturnWords {
    /// The verb; a sentence without it says nothing about returns.
    pub verb: Pattern,
    /// Words that make a sentence with the verb one about something else: errors, special cases.
    pub unless: Pattern,
    /// Opens a clause that names another possible result.
    pub otherwise: Pattern,
    /// Stands right before the type in the clause, where it stands.
    pub marker: Pattern,
    /// Stands before the type of a list's items: “a list of”. Twice for a list of lists.
    pub array: Pattern,
    /// Stands right after the type of a list's items: “array” in “an Event array”.
    pub array_after: Pattern,
    /// Words that follow a type's name and nothing else: “object”.
    pub noun: Pattern,
    /// Such words for several: “objects”.
    pub plural: Pattern,
    /// Words for built-in types in lower case that are not much used for anything else.
    pub plain_types: &'static [&'static str],
    /// The end of what stands before a type, where nothing else can: “Returns a”.
    pub before_type: Pattern,
    /// Sentences that are read, for advice.
    pub phrases: &'static str,
    /// A sentence that promises a return; where no type can be read in it, that is reported.
    pub promise: Pattern,
}

/// The words of sentences that let another type stand in the place of one: “A String can be used
/// instead of this object”.
pub struct AlternativeWords {
    /// The verb that permits it, in the group `verb` where that is not the whole.
    pub permits: Pattern,
    /// Names the type that is replaced: this one, or that of the group `name`.
    pub of_object: Pattern,
    /// Says that something is replaced, and not what; or opens a sentence about this type, or that of
    /// the group `name`: “This object can also be”.
    pub alone: Pattern,
}

/// The kinds of fact. Groups of a rule's pattern, `min`, `max` and `value`, hold the numbers or the
/// text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactKind {
    /// `length`: bounds in characters.
    Length,
    /// `bytes`: bounds in bytes.
    Bytes,
    /// `items`: bounds of a list's length.
    Items,
    /// `range`: bounds of a number.
    Range,
    /// Bounds without a unit: of a number where the type is one, of a list where it is one.
    Bounds,
    /// `default`.
    Default,
    /// `const`.
    Const,
    /// `enum`: a list of values, each perhaps with an explanation. Group `first` starts it.
    Enum,
    /// `enum`: a list of values with nothing but separators between them.
    EnumList,
    /// `format: unix-time`.
    UnixTime,
    /// `attach`.
    Attach,
    /// `required_if`; a group holds the names of others that must be `absent`, `present`, true
    /// (`yes`) or false (`no`).
    RequiredIf,
}

/// The kinds of value that a description can speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    /// A flag: “pass True”.
    Flag,
    /// A text: “1-64 characters”.
    Text,
    /// A list: “a JSON-serialized list”.
    List,
    /// A number: “in seconds”, “Unix time”.
    Number,
}

impl Dialect {
    /// This dialect, then all others: pages mix languages, and a half-translated one is read too.
    ///
    /// For example, a Chinese page may have the header `| 参数 | Type | 描述 |`, and a cell of its
    /// English column may hold “可选”. Every word is looked up in the table's own dialect first, so
    /// that one that two languages use differently means what it does in the table's.
    pub fn and_others(&'static self) -> impl Iterator<Item = &'static Self> {
        let others = all()
            .iter()
            .copied()
            .filter(|other| !std::ptr::eq(*other, self));
        std::iter::once(self).chain(others)
    }

    /// Every pattern of the dialect.
    pub fn patterns(&self) -> impl Iterator<Item = &Pattern> {
        let returns = &self.returns;
        let others = [
            &returns.verb,
            &returns.unless,
            &returns.otherwise,
            &returns.marker,
            &returns.array,
            &returns.array_after,
            &returns.noun,
            &returns.plural,
            &returns.before_type,
            &returns.promise,
            &self.unions,
            &self.alternatives.permits,
            &self.alternatives.of_object,
            &self.alternatives.alone,
            &self.examples,
            &self.open_list,
            &self.takes_nothing,
            &self.takes_input,
            &self.version,
        ];
        let rules = self.descriptions.all().iter().map(|rule| &rule.pattern);
        rules.chain(others)
    }

    /// Checks whether a text can be in this language: that one without Chinese letters is not
    /// Chinese spares all rules of that language.
    pub fn may_have(&self, text: &str) -> bool {
        let is_letter = |c: char| self.letters.iter().any(|letters| letters.contains(&c));
        self.letters.is_empty() || text.contains(is_letter)
    }

    /// Reads the header of a column, by the words that this dialect knows.
    pub fn column(&self, header: &str) -> Option<Column> {
        lookup(self.columns, header)
    }

    /// Finds the part that a heading or a caption opens, by the words that this dialect knows.
    fn part(&self, heading: &str) -> Option<Part> {
        let mut words = self.parts.iter();
        let found = words.find(|(word, _)| contains_word(heading, word))?;
        Some(found.1)
    }

    /// A phrase that the rules read, in the place of one that they do not.
    pub fn phrase(&self, kind: Lookalike) -> &'static str {
        let mut phrases = self.phrases.iter();
        phrases
            .find(|(known, _)| *known == kind)
            .map_or("", |(_, phrase)| phrase)
    }

    /// Reads a word of the required column: whether it means required.
    pub fn is_required(&self, word: &str) -> Option<bool> {
        lookup(self.required, word)
    }
}

/// Finds the part that a heading or a caption opens, in any language.
///
/// A heading is short: “What the response of the server tells about a flight” is prose.
pub fn find_part(heading: &str) -> Option<Part> {
    if !is_within(heading, LONGEST_HEADING) {
        return None;
    }
    let lower = heading.to_lowercase();
    let mut parts = all().iter().filter_map(|dialect| dialect.part(&lower));
    parts.next()
}

/// Checks whether the name of a type tells that it has a list of values: `LoftKind`.
pub fn names_values(name: &str) -> bool {
    let mut words = all().iter().flat_map(|dialect| dialect.value_names);
    words.any(|word| name.ends_with(word))
}

/// Checks whether a word beside a name in a heading says what that is: “object”.
pub fn is_item_noun(word: &str) -> bool {
    let word = word.to_lowercase();
    let mut nouns = all().iter().flat_map(|dialect| dialect.item_nouns);
    nouns.any(|noun| **noun == word)
}

/// Checks whether a text is the name of a part and nothing else: “Response body”, “返回参数”.
pub fn is_part_alone(text: &str) -> bool {
    if !is_within(text, LONGEST_NAME) {
        return false;
    }
    let lower = text.to_lowercase();
    let is_alone = |dialect: &&Dialect| {
        let words = dialect.parts.iter();
        let rest = words.fold(lower.clone(), |rest, (word, _)| {
            if contains_word(&rest, word) {
                rest.replace(word, "")
            } else {
                rest
            }
        });
        !rest.contains(char::is_alphanumeric)
    };
    all().iter().any(is_alone)
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
/// “inputs”. Chinese writes words without spaces.
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

fn lookup<T: Copy>(words: &[(&str, T)], text: &str) -> Option<T> {
    let word = text.trim();
    if word.len() > LONGEST {
        return None;
    }
    let word = word.trim_end_matches(['.', '。', ':', '：', '?', '？']);
    let wanted = word.to_lowercase();
    words
        .iter()
        .find(|(word, _)| *word == wanted)
        .map(|&(_, meaning)| meaning)
}

/// Every dialect. The first is the one of pages that give no sign of theirs.
pub fn all() -> &'static [&'static Dialect] {
    static ALL: std::sync::LazyLock<Vec<&'static Dialect>> =
        std::sync::LazyLock::new(|| vec![&english::ENGLISH, &chinese::CHINESE]);
    &ALL
}

fn pattern(text: &'static str) -> Pattern {
    Pattern::new(text)
}

fn fact(kind: FactKind, text: &'static str) -> Rule {
    rule(Statement::Fact(kind), text)
}

fn value(kind: ValueKind, text: &'static str) -> Rule {
    rule(Statement::Value(kind), text)
}

fn unread(kind: Lookalike, text: &'static str) -> Rule {
    rule(Statement::Unread(kind), text)
}

fn rule(statement: Statement, text: &'static str) -> Rule {
    Rule {
        statement,
        pattern: pattern(text),
    }
}
