//! Rules for descriptions, and a quick choice of those that a text may match.
//!
//! A dialect has dozens of rules, and a description matches one or two of them. Each rule needs some
//! word or mark: “characters” or “chars”, say. One pass over a text finds all such words at once,
//! and only the rules whose words it has are tried.

use std::collections::HashMap;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use regex_syntax::hir::{Class, Hir, HirKind};

use super::pattern::Pattern;
use super::{FactKind, ValueKind};

/// A pattern in a description and what it states. The text that it is tried on is in “quotes” and
/// in lower case.
pub struct Rule {
    /// The statement.
    pub statement: Statement,
    /// The words that make it.
    pub pattern: Pattern,
}

/// The kinds of statement that a description makes of its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statement {
    /// A fact.
    Fact(FactKind),
    /// The kind of value: one that only fits some types.
    Value(ValueKind),
    /// The value may be left out.
    Optional,
    /// The value must be given.
    Required,
    /// Prose that looks like a statement: the opening “Deprecated.”
    Prose,
    /// Words that look like a statement and may be one that no other rule knows.
    Unread(Lookalike),
}

/// The kinds of words that look like a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lookalike {
    /// Two numbers with a dash between: groups `min` and `max`.
    Bounds,
    /// Two numbers with a word between.
    Pair,
    /// A number after a word for more or less.
    Limit,
    /// A number with a unit that lengths have.
    Length,
    /// Several values.
    Values,
    /// Several numbers.
    Numbers,
    /// A value after a list, joined to it by a word that joins nothing.
    MoreValues,
    /// One value.
    Constant,
    /// A default.
    Default,
    /// A moment.
    Moment,
    /// A word that stands where “Optional.” stands.
    Opening,
    /// A type in the place of another.
    Alternative,
}

impl Lookalike {
    /// Its name, for findings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bounds | Self::Pair => "bounds",
            Self::Limit => "a limit",
            Self::Length => "a length",
            Self::Values | Self::Numbers => "a list of values",
            Self::MoreValues => "another value of the list",
            Self::Constant => "a constant",
            Self::Default => "a default",
            Self::Moment => "a moment in Unix time",
            Self::Opening => "a word for optional",
            Self::Alternative => "a type that can be used instead",
        }
    }

    /// Checks whether it is a list of which nothing was read.
    pub(crate) fn is_list(self) -> bool {
        matches!(self, Self::Values | Self::Numbers)
    }
}

/// The rules of a dialect.
pub struct Rules {
    rules: Vec<Rule>,
    /// The words of the rules, found when a text is first tried: many pages have no text in some
    /// dialect.
    words: OnceLock<RuleWords>,
}

/// The words of rules.
struct RuleWords {
    words: AhoCorasick,
    /// The rules that have each of these words, by index.
    owners: Vec<Vec<usize>>,
}

impl RuleWords {
    /// Collects the words of a dialect's rules.
    #[expect(
        clippy::expect_used,
        reason = "a dialect has far fewer words than an automaton can hold; a test builds each"
    )]
    fn collect(rules: &[Rule]) -> Self {
        let mut owners: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, rule) in rules.iter().enumerate() {
            for word in words_of(&rule.pattern) {
                owners.entry(word).or_default().push(index);
            }
        }
        let (words, owners): (Vec<String>, Vec<Vec<usize>>) = owners.into_iter().unzip();
        // The kind that is built fastest: pages are short.
        let kind = Some(AhoCorasickKind::ContiguousNFA);
        let words = AhoCorasick::builder()
            .kind(kind)
            .build(words)
            .expect("few words");
        Self { words, owners }
    }
}

impl Rules {
    /// Takes the rules of a dialect.
    pub(super) fn new(rules: Vec<Rule>) -> Self {
        Self {
            rules,
            words: OnceLock::new(),
        }
    }

    /// The rules.
    pub fn all(&self) -> &[Rule] {
        &self.rules
    }

    /// The rules that a text may match, in their order.
    pub fn candidates(&self, text: &str) -> impl Iterator<Item = &Rule> {
        let mut is_possible = vec![false; self.rules.len()];
        let RuleWords { words, owners } =
            self.words.get_or_init(|| RuleWords::collect(&self.rules));
        for word in words.find_overlapping_iter(text) {
            for &rule in &owners[word.pattern().as_usize()] {
                is_possible[rule] = true;
            }
        }
        let rules = self.rules.iter().zip(is_possible);
        rules.filter_map(|(rule, is_possible)| is_possible.then_some(rule))
    }
}

/// The words of a pattern: a text that has none of them can't match it.
#[expect(
    clippy::expect_used,
    reason = "a literal in a dialect's file; a test reads every one of them"
)]
fn words_of(pattern: &Pattern) -> Vec<String> {
    let parsed = regex_syntax::parse(&pattern.expand()).expect("a valid pattern");
    required_words(&parsed).expect("a pattern that needs some word or mark")
}

/// The most letters of a class that are taken as words, of one letter each.
const LETTERS: usize = 16;

/// The words of which a text must have one to match; `None` where it may have none.
///
/// Of `up to [0-9]+ (?:characters|chars)` they are `characters` and `chars`, or `up to `: a
/// sequence needs each of its parts, and that with the longest words is the rarest.
fn required_words(hir: &Hir) -> Option<Vec<String>> {
    match hir.kind() {
        HirKind::Literal(literal) => Some(vec![String::from_utf8(literal.0.to_vec()).ok()?]),
        HirKind::Class(Class::Unicode(class)) => {
            let letters = class.iter().flat_map(|range| range.start()..=range.end());
            let letters: Vec<String> = letters.take(LETTERS + 1).map(String::from).collect();
            (letters.len() <= LETTERS).then_some(letters)
        }
        HirKind::Capture(group) => required_words(&group.sub),
        HirKind::Repetition(repeated) if repeated.min > 0 => required_words(&repeated.sub),
        HirKind::Concat(parts) => {
            let words = parts.iter().filter_map(required_words);
            words.max_by_key(|words| words.iter().map(String::len).min())
        }
        HirKind::Alternation(branches) => {
            let words: Option<Vec<Vec<String>>> = branches.iter().map(required_words).collect();
            Some(words?.concat())
        }
        _ => None,
    }
}
