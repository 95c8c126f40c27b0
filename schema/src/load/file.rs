//! One YAML file of an API's folder: read, with every error as a diagnostic at its place.

use std::io;
use std::path::Path;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::{Errors, Files};
use crate::diagnostic::Diagnostic;
use crate::source::{Source, Span};
use crate::yaml::{self, YamlError};

/// A file that was read and understood.
#[derive(Clone, Debug)]
pub struct Loaded<T> {
    /// Its text.
    pub source: Arc<Source>,
    /// Its content.
    pub value: T,
}

impl<T: DeserializeOwned> Loaded<T> {
    /// Reads a file below `root`; `None` where there is no such file, or nothing in it.
    pub(super) fn read(root: &(impl Files + ?Sized), path: &Path) -> Result<Option<Self>, Errors> {
        let name = display_path(Path::new(""), path);
        let text = match root.read(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(vec![io_error("read", &name, &error)]),
        };
        let source = Source::new(name, text);
        let value: Option<T> =
            yaml::load(source.text()).map_err(|error| vec![yaml_error(&source, &error)])?;
        Ok(value.map(|value| Self { source, value }))
    }
}

impl<T: Default> Loaded<T> {
    /// Stands for a file that need not be there.
    pub(super) fn empty(path: &Path) -> Self {
        Self {
            source: Source::new(display_path(Path::new(""), path), ""),
            value: T::default(),
        }
    }
}

/// A path as diagnostics show it: from the root where it is below it, with `/` on every system.
pub fn display_path(root: &Path, path: &Path) -> String {
    let path = path.strip_prefix(root).unwrap_or(path);
    path.to_string_lossy().replace('\\', "/")
}

/// A file that can't be read or written; `action` is `read` or `write`.
pub fn io_error(action: &str, name: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::input_error(format!("can't {action} `{name}`: {error}"))
}

/// A YAML file that can't be understood, with the place of the mistake.
pub fn yaml_error(source: &Arc<Source>, error: &YamlError) -> Diagnostic {
    let diagnostic = Diagnostic::input_error(format!("`{}` can't be used", source.name()));
    match error.line {
        Some(line) => {
            let span = word_at(source, line, error.column.unwrap_or(1));
            diagnostic.label(source, span, error.message.trim_start_matches('.'))
        }
        None => diagnostic.note(&error.message),
    }
}

/// The span of the word at a column of a line.
fn word_at(source: &Source, line: usize, column: usize) -> Span {
    let whole = source.line_span(line);
    let text = source.slice(whole);
    let skipped = text.chars().take(column.saturating_sub(1));
    let start: usize = skipped.map(char::len_utf8).sum();
    let rest = text.get(start..).unwrap_or("");
    let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let start = whole.start() + start;
    source.span(start..start + length)
}
