//! Rules for descriptions, and a quick choice of those that a text may match.
//!
//! A dialect has dozens of rules, and a description matches one or two of them. Each rule needs some
//! word or mark: “characters” or “chars”, say. One pass over a text finds all such words at once,
//! and only the rules whose words it has are tried.

use std::collections::HashMap;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use regex_syntax::hir::{Class, Hir, HirKind};

use schema::reads::{Descriptions, FactKind, Lookalike, Pattern, ValueKind};

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

/// The rules of a dialect.
pub struct Rules {
    rules: Vec<Rule>,
    /// The words of the rules, found when a text is first tried: many pages have no text in some
    /// dialect.
    words: OnceLock<RuleWords>,
}

/// The words of rules.
struct RuleWords {
    words: Option<AhoCorasick>,
    /// The rules that have each of these words, by index.
    owners: Vec<Vec<usize>>,
    /// The rules of which no word is known: they are tried on every text.
    others: Vec<usize>,
}

impl RuleWords {
    /// Collects the words of a dialect's rules. Without an automaton every rule is tried.
    fn collect(rules: &[Rule]) -> Self {
        let mut owners: HashMap<String, Vec<usize>> = HashMap::new();
        let mut others = Vec::new();
        for (index, rule) in rules.iter().enumerate() {
            match words_of(&rule.pattern) {
                Some(words) => words
                    .into_iter()
                    .for_each(|word| owners.entry(word).or_default().push(index)),
                None => others.push(index),
            }
        }
        let (words, owners): (Vec<String>, Vec<Vec<usize>>) = owners.into_iter().unzip();
        // The kind that is built fastest: pages are short.
        let kind = Some(AhoCorasickKind::ContiguousNFA);
        match AhoCorasick::builder().kind(kind).build(words) {
            Ok(words) => Self {
                words: Some(words),
                owners,
                others,
            },
            Err(_) => Self {
                words: None,
                owners: Vec::new(),
                others: (0..rules.len()).collect(),
            },
        }
    }
}

impl Rules {
    /// Takes the rules of a dialect.
    pub(super) fn of(words: &Descriptions) -> Self {
        let marks = [
            (Statement::Optional, &words.optional),
            (Statement::Required, &words.required),
            (Statement::Prose, &words.prose),
        ];
        let marks = marks.into_iter();
        let facts = words.facts.iter();
        let facts = facts.map(|one| (Statement::Fact(one.is), &one.patterns));
        let lookalikes = words.lookalikes.iter();
        let lookalikes = lookalikes.map(|one| (Statement::Unread(one.is), &one.patterns));
        let values = words.values.iter();
        let values = values.map(|one| (Statement::Value(one.is), &one.patterns));
        let all = marks.chain(facts).chain(lookalikes).chain(values);
        let rules = all.flat_map(|(statement, patterns)| {
            patterns.iter().map(move |pattern| Rule {
                statement,
                pattern: pattern.clone(),
            })
        });
        Self {
            rules: rules.collect(),
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
        let known = self.words.get_or_init(|| RuleWords::collect(&self.rules));
        let words = known.words.iter();
        let found = words.flat_map(|words| words.find_overlapping_iter(text));
        let owners = found.flat_map(|word| &known.owners[word.pattern().as_usize()]);
        for &rule in owners.chain(&known.others) {
            is_possible[rule] = true;
        }
        let rules = self.rules.iter().zip(is_possible);
        rules.filter_map(|(rule, is_possible)| is_possible.then_some(rule))
    }
}

/// The words of a pattern: a text that has none of them can't match it.
fn words_of(pattern: &Pattern) -> Option<Vec<String>> {
    let parsed = regex_syntax::parse(&pattern.expand()).ok()?;
    required_words(&parsed)
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
