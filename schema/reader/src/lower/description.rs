//! Descriptions: the prose of a parameter or field in, the statements that it makes out, each with
//! its place.

use std::ops::Range;

use crate::block::{QuotedText, Text};
use crate::dialect::{DialectRef, Statement};
use regex::Captures;
use schema::Span;

/// The most times that one rule is applied to one description: a sound one repeats itself twice or
/// thrice, a hostile one thousands of times.
const REPEATS: usize = 8;

/// The prose of a parameter or field.
pub(super) struct Description<'d> {
    text: QuotedText,
    /// The same in lower case, letter under letter: what rules are tried on.
    lower: String,
    /// The dialect of its table.
    dialect: DialectRef<'d>,
}

/// A statement in a description.
pub(super) struct Stated<'t> {
    pub(super) statement: Statement,
    /// The groups of the rule. Their text is in lower case: [`Description::group`] has it as written.
    pub(super) groups: Captures<'t>,
}

impl Stated<'_> {
    /// The words of the statement.
    pub(super) fn range(&self) -> Range<usize> {
        self.groups.get_match().range()
    }
}

impl<'d> Description<'d> {
    pub(super) fn of(text: &Text, dialect: DialectRef<'d>) -> Self {
        let text = QuotedText::of(text);
        Self {
            lower: text.as_str().to_ascii_lowercase(),
            text,
            dialect,
        }
    }

    /// Finds the statements, those of the table's own dialect first, in the order of the rules.
    pub(super) fn statements(&self) -> Vec<Stated<'_>> {
        let mut found = Vec::new();
        let dialects = self.dialect.and_others();
        for dialect in dialects.filter(|dialect| dialect.may_have(&self.lower)) {
            for rule in dialect.get().descriptions.candidates(&self.lower) {
                let matches = rule.pattern.captures_iter(&self.lower).take(REPEATS);
                found.extend(matches.map(|groups| Stated {
                    statement: rule.statement,
                    groups,
                }));
            }
        }
        found
    }

    /// The dialect of its table.
    pub(super) fn dialect(&self) -> DialectRef<'d> {
        self.dialect
    }

    /// The text in “quotes”.
    pub(super) fn text(&self) -> &str {
        self.text.as_str()
    }

    /// The text in “quotes” and in lower case.
    pub(super) fn lower(&self) -> &str {
        &self.lower
    }

    /// A group of a statement, as the page writes it.
    pub(super) fn group(&self, stated: &Stated<'_>, name: &str) -> Option<&str> {
        let range = stated.groups.name(name)?.range();
        self.text.as_str().get(range)
    }

    /// Checks whether what stands here is an example: “(For example, “a” or “b”.)” allows “c” as well.
    pub(super) fn is_example(&self, at: usize) -> bool {
        let before = &self.lower[..at];
        self.dialect.and_others().any(|dialect| {
            let words = dialect.examples.find_iter(before).last();
            let between = words.map(|words| &before[words.end()..]);
            between.is_some_and(|text| !text.contains('。') && !text.contains(". "))
        })
    }

    /// The place of a stretch of the text.
    pub(super) fn span_of(&self, range: Range<usize>) -> Option<Span> {
        self.text.span_of(range)
    }
}
