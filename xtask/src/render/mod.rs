//! How findings look: diagnostics in, one file for each output format out.

use schema::diagnostic::Diagnostic;

use crate::terminal::Look;

pub mod clean;
pub(crate) mod excerpt;
pub mod human;
pub mod json;
mod sheet;

/// An output format: one file of this folder, and one line in each of the three lists here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Human,
    /// For machines: a JSON object a line.
    Json,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 2] = [Self::Human, Self::Json];

    /// What it is called on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Json => "json",
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
        }
    }
}
