//! Forms: a type in other words, `T` in the place of the type: `array of T`, `T[]`, `list<T>`.

/// The text before a type and after it, in lower case.
pub(crate) struct Form {
    before: String,
    after: String,
}

impl Form {
    /// Reads a form. The `T` is the one that is no letter of a word.
    pub(super) fn of(text: &str) -> Self {
        let is_letter = |c: char| c.is_ascii_alphanumeric();
        let is_type = |at: &usize| {
            !text[..*at].ends_with(is_letter) && !text[*at + 1..].starts_with(is_letter)
        };
        let mut places = text.match_indices('T').map(|(at, _)| at);
        let (before, after) = match places.find(is_type) {
            Some(at) => (&text[..at], &text[at + 1..]),
            None => (text, ""),
        };
        Self {
            before: before.to_lowercase(),
            after: after.to_lowercase(),
        }
    }

    /// The type in a text of this form; `lower` is the text in lower case.
    pub(crate) fn strip<'t>(&self, text: &'t str, lower: &str) -> Option<&'t str> {
        let rest = lower.strip_prefix(self.before.as_str())?;
        let inner = rest.strip_suffix(self.after.as_str())?;
        let start = self.before.len();
        let inner = text.get(start..start + inner.len())?;
        (!inner.trim().is_empty()).then_some(inner)
    }

    /// The words before a type, where nothing stands after it.
    pub(crate) fn prefix(&self) -> Option<&str> {
        self.after.is_empty().then_some(self.before.as_str())
    }

    /// The words after a type, where nothing stands before it.
    pub(crate) fn suffix(&self) -> Option<&str> {
        self.before.is_empty().then_some(self.after.as_str())
    }
}
