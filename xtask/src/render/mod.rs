//! How findings look: diagnostics in, one file for each output format out.

use schema::diagnostic::Diagnostic;

use crate::terminal::Look;

pub mod clean;
pub(crate) mod excerpt;
pub mod github;
pub mod human;
pub mod json;
pub mod sarif;
mod sheet;
mod short;

/// An output format: one file of this folder, and one line in each of the three lists here.
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

    /// What it is called on the command line.
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
    pub fn report(self, found: &[Diagnostic], look: Look) -> String {
        match self {
            Self::Human => human::report(found, look),
            Self::Json => json::report(found),
            Self::Sarif => sarif::report(found),
            Self::Github => github::report(found),
        }
    }
}
