//! Printing of diagnostics: one file for each output format.

use schema::diagnostic::Diagnostic;

use crate::terminal::Style;

pub mod github;
pub mod human;
pub mod json;
pub mod sanitize;
pub mod sarif;
mod snippet;
pub(crate) mod trim_line;
pub(crate) mod truncate;

/// An output format of findings: one file of this folder, and one line in each of the three lists here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Human,
    /// For machines: a JSON object a line.
    Json,
    /// For code scanning: SARIF 2.1.0.
    Sarif,
    /// For GitHub's pull requests: workflow commands.
    Github,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 4] = [Self::Human, Self::Json, Self::Sarif, Self::Github];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Json => "json",
            Self::Sarif => "sarif",
            Self::Github => "github",
        }
    }

    /// The format of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The whole report.
    pub fn print_report(self, found: &[Diagnostic], style: Style) -> String {
        match self {
            Self::Human => human::print_report(found, style),
            Self::Json => json::print_report(found),
            Self::Sarif => sarif::print_report(found),
            Self::Github => github::print_report(found),
        }
    }
}

/// An output format of `diff`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiffFormat {
    /// For people, at a terminal.
    Human,
    /// For machines, one object.
    Json,
    /// For people, as a release note.
    Markdown,
}

impl DiffFormat {
    /// Every format; the first is what is used where none is named.
    pub const ALL: [Self; 3] = [Self::Human, Self::Json, Self::Markdown];

    /// The word that names it on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Json => "json",
            Self::Markdown => "markdown",
        }
    }

    /// The format of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}
