//! Diagnostics: findings with their place, their evidence and their fix.

use std::fmt;
use std::sync::Arc;

use crate::overrides::Override;
use crate::path::ItemPath;
use crate::source::{Position, Source, Span};

/// Severity of a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The page, an override or a manifest is wrong; nothing is generated from it.
    Error,
    /// Something is probably wrong.
    Warn,
    /// Worth knowing.
    Info,
}

impl Level {
    /// Returns the word that machines read: `error`, `warn`, `info`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warn => "warn",
            Self::Info => "info",
        }
    }
}

/// A place in a source, with a text about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The text that it lies in.
    pub source: Arc<Source>,
    /// The bytes to underline.
    pub span: Span,
    /// The text beside the underline; may be empty.
    pub text: String,
}

impl Label {
    /// Returns the line and column of its first character.
    pub fn position(&self) -> Position {
        self.source.position(self.span)
    }

    /// Returns the line and column after its last character.
    pub fn end(&self) -> Position {
        let end = self.span.end();
        self.source.position(self.source.span(end..end))
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// The code of its lint, in kebab-case: `type-conflict`. `explain` documents each.
    pub code: &'static str,
    /// Its severity.
    pub level: Level,
    /// The method, type, parameter or field that it is about.
    pub at: Option<ItemPath>,
    /// The problem, in one line.
    pub message: String,
    /// The place of the problem.
    pub primary: Option<Label>,
    /// Evidence: other places that matter to it.
    pub related: Vec<Label>,
    /// The text that the page has.
    pub found: Option<String>,
    /// The text that it should have.
    pub expected: Option<String>,
    /// Replacement for the underlined text, in the page's own words.
    pub patch: Option<String>,
    /// The cause that it may share with other findings of its lint; of many such, one is printed.
    pub cause: Option<String>,
    /// Methods and types that it depends on: a finding about one of them may be its cause.
    pub depends_on: Vec<String>,
    /// Number of methods and types that are lost with it, as far as that can be known.
    pub hides: usize,
    /// Further remarks, a line each.
    pub notes: Vec<String>,
    /// Advice.
    pub help: Option<String>,
    /// The override that corrects it, ready to paste.
    pub suggested_override: Option<Override>,
}

impl fmt::Display for Diagnostic {
    /// Writes it on one line: `schema/apis/demo/api.yaml:3:1: can't be used: unknown field`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(label) = &self.primary {
            let (name, position) = (label.source.name(), label.position());
            write!(f, "{name}:{}:{}: ", position.line, position.column)?;
        }
        f.write_str(&self.message)?;
        let label = self.primary.iter().map(|label| &label.text);
        let more = label.filter(|text| !text.is_empty()).chain(&self.notes);
        more.into_iter().try_for_each(|text| write!(f, ": {text}"))
    }
}

impl Diagnostic {
    /// Creates a finding with nothing but its message.
    pub fn new(code: &'static str, level: Level, message: impl Into<String>) -> Self {
        Self {
            code,
            level,
            at: None,
            message: message.into(),
            primary: None,
            related: Vec::new(),
            found: None,
            expected: None,
            patch: None,
            cause: None,
            depends_on: Vec::new(),
            hides: 0,
            notes: Vec::new(),
            help: None,
            suggested_override: None,
        }
    }

    /// Creates an error of the input that no lint reports: it has no code.
    pub fn input_error(message: impl Into<String>) -> Self {
        Self::new("", Level::Error, message)
    }

    /// Sets the item that it is about.
    #[must_use]
    pub fn about(mut self, at: ItemPath) -> Self {
        self.at = Some(at);
        self
    }

    /// Sets its place, and the text beside the underline.
    #[must_use]
    pub fn label(mut self, source: &Arc<Source>, span: Span, text: impl Into<String>) -> Self {
        self.primary = Some(Label {
            source: Arc::clone(source),
            span,
            text: text.into(),
        });
        self
    }

    /// Sets its place where that is known, and the text beside the underline.
    #[must_use]
    pub fn label_at(self, place: Option<(&Arc<Source>, Span)>, text: impl Into<String>) -> Self {
        match place {
            Some((source, span)) => self.label(source, span, text),
            None => self,
        }
    }

    /// Adds another place that matters to it.
    #[must_use]
    pub fn evidence(mut self, source: &Arc<Source>, span: Span, text: impl Into<String>) -> Self {
        self.related.push(Label {
            source: Arc::clone(source),
            span,
            text: text.into(),
        });
        self
    }

    /// Adds another place that matters to it, where that is known.
    #[must_use]
    pub fn evidence_at(self, place: Option<(&Arc<Source>, Span)>, text: impl Into<String>) -> Self {
        match place {
            Some((source, span)) => self.evidence(source, span, text),
            None => self,
        }
    }

    /// Sets the text that the page has.
    #[must_use]
    pub fn found(mut self, found: impl Into<String>) -> Self {
        self.found = Some(found.into());
        self
    }

    /// Sets the text that the page should have.
    #[must_use]
    pub fn expected(mut self, expected: impl Into<String>) -> Self {
        self.expected = Some(expected.into());
        self
    }

    /// Sets the replacement for the underlined text.
    #[must_use]
    pub fn patch(mut self, patch: impl Into<String>) -> Self {
        self.patch = Some(patch.into());
        self
    }

    /// Sets the cause that it may share with other findings of its lint.
    #[must_use]
    pub fn cause(mut self, cause: impl Into<String>) -> Self {
        self.cause = Some(cause.into());
        self
    }

    /// Adds methods and types that it depends on.
    #[must_use]
    pub fn depends_on(mut self, owners: impl IntoIterator<Item = String>) -> Self {
        self.depends_on.extend(owners);
        self
    }

    /// Sets the number of methods and types that it hides.
    #[must_use]
    pub fn hides(mut self, count: usize) -> Self {
        self.hides = count;
        self
    }

    /// Adds a remark.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Sets the advice.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Sets the override that corrects it.
    #[must_use]
    pub fn suggest_override(mut self, suggested: Override) -> Self {
        self.suggested_override = Some(suggested);
        self
    }

    /// Returns the sort key: file, place, code, item.
    pub fn order(&self) -> impl Ord + use<> {
        let place = self
            .primary
            .as_ref()
            .map(|label| (label.source.name().to_owned(), label.span));
        (
            place.is_none(),
            place,
            self.code,
            self.at.clone(),
            self.message.clone(),
        )
    }
}
