//! Why a command stops before its end: input that can't be used, or output that can't be written.

use std::io;
use std::path::Path;
use std::sync::Arc;

use schema::diagnostic::{Diagnostic, Level};
use schema::source::{Source, Span};
use schema::yaml::YamlError;

/// Why a command stopped.
#[derive(Debug)]
pub enum CommandError {
    /// The arguments name, or the files hold, what can't be used.
    Input(Vec<Diagnostic>),
    /// A page can't be read; what its reader found.
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
    fn from(failure: Diagnostic) -> Self {
        Self::Input(vec![failure])
    }
}

/// A failure that is nobody's lint: it bears no code.
pub fn failure(message: impl Into<String>) -> Diagnostic {
    Diagnostic::new("", Level::Error, message)
}

/// A file that can't be read or written; `doing` is `read` or `write`.
pub fn io_error(doing: &str, shown: &str, error: &io::Error) -> Diagnostic {
    failure(format!("can't {doing} `{shown}`: {error}"))
}

/// A YAML file that can't be understood, with the place where it goes wrong.
pub fn yaml_error(source: &Arc<Source>, error: &YamlError) -> Diagnostic {
    let told = failure(format!("`{}` can't be used", source.name()));
    match error.line {
        Some(line) => {
            let span = place(source, line, error.column.unwrap_or(1));
            told.label(source, span, error.message.trim_start_matches('.'))
        }
        None => told.note(&error.message),
    }
}

/// The span of the word at a column of a line.
fn place(source: &Source, line: usize, column: usize) -> Span {
    let whole = source.line_span(line);
    let text = source.slice(whole);
    let skipped = text.chars().take(column.saturating_sub(1));
    let start: usize = skipped.map(char::len_utf8).sum();
    let rest = text.get(start..).unwrap_or("");
    let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let start = whole.start() + start;
    source.span(start..start + length)
}

/// A path as diagnostics show it: from the root where it is below it, with `/` on every system.
pub fn shown(root: &Path, path: &Path) -> String {
    let path = path.strip_prefix(root).unwrap_or(path);
    path.to_string_lossy().replace('\\', "/")
}
