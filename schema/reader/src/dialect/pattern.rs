//! Patterns: the regular expressions of a dialect, each compiled when a text first needs it.

use std::sync::OnceLock;

use regex::{Captures, Regex};

/// A regular expression in a dialect's file.
pub struct Pattern {
    text: &'static str,
    regex: OnceLock<Regex>,
}

/// Short forms for what many patterns have in common: numbers, bounds and values.
const PARTS: &[(&str, &str)] = &[
    ("{min}", r"(?P<min>-?{number})"),
    ("{max}", r"(?P<max>-?{number}(?: \* {number})*)"),
    // `4096`, `4,096`.
    ("{number}", r"\d+(?:,\d\d\d)*"),
    ("{to}", r"\s*(?:[-–—~～至到]|\.\.|to\b)\s*"),
    (
        "{value}",
        r"(?P<value>“[^”]*”|-?\d+(?:\.\d+)?\b|true\b|false\b)",
    ),
    // The end of a statement.
    ("{end}", r"(?:\s*[.,;:)\]。．，；、（）]|\s*$)"),
    // Digits, word letters and word edges are ASCII's, and white space is what pages have of it: the
    // automata for those of all scripts are larger and slower by an order of magnitude.
    (r"\b", r"(?-u:\b)"),
    (r"\d", "[0-9]"),
    (r"\w", "[0-9A-Za-z_]"),
    (r"\s", r"[\t\n\r \x{a0}\x{2009}\x{202f}\x{3000}]"),
];

impl Pattern {
    /// Takes a regular expression, in which [`PARTS`] may stand for theirs.
    pub(super) const fn new(text: &'static str) -> Self {
        Self {
            text,
            regex: OnceLock::new(),
        }
    }

    /// Checks whether a text has it.
    pub fn is_match(&self, text: &str) -> bool {
        self.regex().is_match(text)
    }

    /// Finds the first place of a text that has it.
    pub fn find<'t>(&self, text: &'t str) -> Option<regex::Match<'t>> {
        self.regex().find(text)
    }

    /// Finds the places of a text that have it.
    pub fn find_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = regex::Match<'t>> {
        self.regex().find_iter(text)
    }

    /// Finds the first place of a text that has it, with its groups.
    pub fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.regex().captures(text)
    }

    /// Finds the places of a text that have it, with their groups.
    pub fn captures_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        self.regex().captures_iter(text)
    }

    /// Splits a text at it.
    pub fn split<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> {
        self.regex().split(text)
    }

    /// The regular expression in full.
    pub(super) fn expand(&self) -> String {
        let replace = |text: String, (part, whole): &(&str, &str)| text.replace(part, whole);
        PARTS.iter().fold(self.text.to_owned(), replace)
    }

    #[expect(
        clippy::expect_used,
        reason = "a literal in a dialect's file; a test compiles every one of them"
    )]
    fn regex(&self) -> &Regex {
        self.regex
            .get_or_init(|| Regex::new(&self.expand()).expect("a valid pattern"))
    }
}
