//! Patterns: regular expressions in a YAML file, each compiled when a text first needs it.

use std::borrow::Cow;
use std::sync::OnceLock;

use regex::{Captures, Match, Regex};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A regular expression, or several of which a text needs one; none of which nothing has any.
///
/// Digits, word letters and word edges are ASCII's, and white space is what pages have of it: the
/// automata for those of all scripts are larger and slower by an order of magnitude.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(from = "Form", into = "Vec<String>")]
pub struct Pattern {
    texts: Vec<String>,
    #[serde(skip)]
    regex: OnceLock<Option<Regex>>,
}

/// The forms in YAML: one expression, or a list of them.
#[derive(Deserialize, JsonSchema)]
#[serde(untagged, expecting = "expected a pattern, or a list of patterns")]
enum Form {
    One(String),
    Several(Vec<String>),
}

/// Escapes that stand for less than they do elsewhere.
const ESCAPES: &[(&str, &str)] = &[
    (r"\b", r"(?-u:\b)"),
    (r"\d", "[0-9]"),
    (r"\w", "[0-9A-Za-z_]"),
    (r"\s", r"[\t\n\r \x{a0}\x{2009}\x{202f}\x{3000}]"),
];

impl Pattern {
    /// Checks whether a text has it.
    pub fn is_match(&self, text: &str) -> bool {
        self.regex().is_some_and(|regex| regex.is_match(text))
    }

    /// Finds the first place of a text that has it.
    pub fn find<'t>(&self, text: &'t str) -> Option<Match<'t>> {
        self.regex()?.find(text)
    }

    /// Finds the places of a text that have it.
    pub fn find_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Match<'t>> {
        let regex = self.regex().into_iter();
        regex.flat_map(|regex| regex.find_iter(text))
    }

    /// Finds the first place of a text that has it, with its groups.
    pub fn captures<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        self.regex()?.captures(text)
    }

    /// Finds the places of a text that have it, with their groups.
    pub fn captures_iter<'t>(&self, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        let regex = self.regex().into_iter();
        regex.flat_map(|regex| regex.captures_iter(text))
    }

    /// Takes every place that has it out of a text.
    pub fn remove<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self.regex() {
            Some(regex) => regex.replace_all(text, ""),
            None => Cow::Borrowed(text),
        }
    }

    /// Splits a text at it.
    pub fn split<'t>(&self, text: &'t str) -> Vec<&'t str> {
        match self.regex() {
            Some(regex) => regex.split(text).collect(),
            None => vec![text],
        }
    }

    /// Checks whether there is no expression.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// Its expressions, as they are written.
    pub fn texts(&self) -> &[String] {
        &self.texts
    }

    /// The regular expression in full.
    pub fn expand(&self) -> String {
        let whole = match self.texts.as_slice() {
            [one] => one.clone(),
            several => format!("(?:{})", several.join(")|(?:")),
        };
        let replace = |text: String, (escape, whole): &(&str, &str)| text.replace(escape, whole);
        ESCAPES.iter().fold(whole, replace)
    }

    /// Compiles it.
    ///
    /// # Errors
    ///
    /// If it is no regular expression, or too large a one.
    pub fn compile(&self) -> Result<Regex, regex::Error> {
        Regex::new(&self.expand())
    }

    /// The expression; `None` where there is none, or one that can't be compiled: it is reported
    /// where its file is read.
    fn regex(&self) -> Option<&Regex> {
        let compile = || self.compile().ok().filter(|_| !self.is_empty());
        self.regex.get_or_init(compile).as_ref()
    }
}

impl From<String> for Pattern {
    fn from(text: String) -> Self {
        Form::One(text).into()
    }
}

impl From<Form> for Pattern {
    fn from(form: Form) -> Self {
        let texts = match form {
            Form::One(text) => vec![text],
            Form::Several(texts) => texts,
        };
        Self {
            texts,
            regex: OnceLock::new(),
        }
    }
}

impl From<Pattern> for Vec<String> {
    fn from(pattern: Pattern) -> Self {
        pattern.texts
    }
}

impl Clone for Pattern {
    fn clone(&self) -> Self {
        Form::Several(self.texts.clone()).into()
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.texts == other.texts
    }
}
