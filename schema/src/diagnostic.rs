//! Diagnostics: what is wrong, where, and what mends it.

use std::sync::Arc;

use crate::overrides::Override;
use crate::path::ItemPath;
use crate::source::{Position, Source, Span};

/// How grave a diagnostic is.
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
    /// The word that machines read: `error`, `warn`, `info`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warn => "warn",
            Self::Info => "info",
        }
    }
}

/// A place in a source, with what there is to say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The text that it lies in.
    pub source: Arc<Source>,
    /// The bytes to underline.
    pub span: Span,
    /// What stands beside the underline; may be empty.
    pub text: String,
}

impl Label {
    /// The line and column where it starts.
    pub fn position(&self) -> Position {
        self.source.position(self.span)
    }

    /// The line and column after its last character.
    pub fn end(&self) -> Position {
        let end = self.span.end();
        self.source.position(self.source.span(end..end))
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// Its kind, in kebab-case: `type-conflict`. `explain` knows each.
    pub code: &'static str,
    /// How grave it is.
    pub level: Level,
    /// The method, type, parameter or field that it is about.
    pub at: Option<ItemPath>,
    /// What is wrong, in one line.
    pub message: String,
    /// Where it is wrong.
    pub primary: Option<Label>,
    /// The evidence: other places that bear on it.
    pub related: Vec<Label>,
    /// What the page says.
    pub found: Option<String>,
    /// What it should say.
    pub expected: Option<String>,
    /// What to write in place of what is underlined, as the page would write it.
    pub patch: Option<String>,
    /// The methods and types that must be sound for it to hold: it may come of what is wrong there.
    pub rests_on: Vec<String>,
    /// How many methods and types are lost with what it is about, as far as anybody can tell.
    pub loses: usize,
    /// What more there is to know, a line each.
    pub notes: Vec<String>,
    /// What to do about it.
    pub help: Option<String>,
    /// The override that corrects it, ready to paste.
    pub mend: Option<Override>,
}

impl Diagnostic {
    /// A finding of this kind and level, with nothing but its message.
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
            rests_on: Vec::new(),
            loses: 0,
            notes: Vec::new(),
            help: None,
            mend: None,
        }
    }

    /// What it is about.
    #[must_use]
    pub fn about(mut self, at: ItemPath) -> Self {
        self.at = Some(at);
        self
    }

    /// Where it is, and what stands beside the underline.
    #[must_use]
    pub fn label(mut self, source: &Arc<Source>, span: Span, text: impl Into<String>) -> Self {
        self.primary = Some(Label {
            source: Arc::clone(source),
            span,
            text: text.into(),
        });
        self
    }

    /// Another place that bears on it.
    #[must_use]
    pub fn evidence(mut self, source: &Arc<Source>, span: Span, text: impl Into<String>) -> Self {
        self.related.push(Label {
            source: Arc::clone(source),
            span,
            text: text.into(),
        });
        self
    }

    /// What the page says.
    #[must_use]
    pub fn found(mut self, found: impl Into<String>) -> Self {
        self.found = Some(found.into());
        self
    }

    /// What it should say.
    #[must_use]
    pub fn expected(mut self, expected: impl Into<String>) -> Self {
        self.expected = Some(expected.into());
        self
    }

    /// What to write in place of what is underlined.
    #[must_use]
    pub fn patch(mut self, patch: impl Into<String>) -> Self {
        self.patch = Some(patch.into());
        self
    }

    /// What it rests on.
    #[must_use]
    pub fn rests_on(mut self, owners: impl IntoIterator<Item = String>) -> Self {
        self.rests_on.extend(owners);
        self
    }

    /// How many methods and types are lost with it.
    #[must_use]
    pub fn loses(mut self, count: usize) -> Self {
        self.loses = count;
        self
    }

    /// Something more to know.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// What to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The override that corrects it.
    #[must_use]
    pub fn mend(mut self, mend: Override) -> Self {
        self.mend = Some(mend);
        self
    }

    /// What diagnostics are sorted by: their file, their place, their kind, what they are about.
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
