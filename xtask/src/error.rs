//! The error that ends a command: input that can't be used, or output that can't be written.

use std::io;

use schema::diagnostic::Diagnostic;

/// An error that ends a command.
#[derive(Debug)]
pub enum CommandError {
    /// The arguments name, or the files hold, what can't be used.
    Input(Vec<Diagnostic>),
    /// A page can't be read; the diagnostics of its reader.
    Unreadable(Vec<Diagnostic>),
    /// The output can't be written.
    Output(io::Error),
}

impl From<io::Error> for CommandError {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<Diagnostic> for CommandError {
    fn from(diagnostic: Diagnostic) -> Self {
        Self::Input(vec![diagnostic])
    }
}

impl From<Vec<Diagnostic>> for CommandError {
    fn from(diagnostics: Vec<Diagnostic>) -> Self {
        Self::Input(diagnostics)
    }
}
