//! The markup languages of a platform, such as HTML, as tables that generated code has.

/// A markup language: how it marks the parts of a text.
pub(crate) struct Markup {
    /// The way in which it writes characters of the text that it would take for marks.
    pub(crate) text: Escapes,
    /// The same, inside of a mark's value, such as an address.
    pub(crate) value: Escapes,
    /// The same, inside of a part that has no marks, such as code.
    pub(crate) verbatim: Escapes,
    /// Stands between two marks that would be another one together; empty if that can't be.
    pub(crate) separator: &'static str,
    /// The words of entities that it has marks for.
    pub(crate) words: &'static [Word],
}

/// The characters that are written in another way, and how.
pub(crate) struct Escapes(pub(crate) &'static [(char, &'static str)]);

/// The marks for one word of entities.
pub(crate) struct Word {
    pub(crate) name: &'static str,
    /// The marks before and behind the part. `{url}` stands for a value of the entity. Of several,
    /// the first is used for which the entity has all values.
    pub(crate) marks: &'static [(&'static str, &'static str)],
    /// Stands at the beginning of each line; empty if nothing does.
    pub(crate) each_line: &'static str,
    /// True if there are no marks inside of it.
    pub(crate) verbatim: bool,
}

impl Markup {
    /// Escapes a text, so that it has no marks.
    pub(crate) fn escape(&self, text: &str) -> String {
        self.text.escape(text)
    }

    /// The marks for a word.
    pub(super) fn find_word(&self, name: &str) -> Option<&'static Word> {
        self.words.iter().find(|word| word.name == name)
    }

    /// Checks whether two marks need something between them: italic text (`_`) before underlined
    /// text (`__`) gives `___`, which begins with the mark of the latter.
    pub(super) fn needs_separator(&self, before: &str, behind: &str) -> bool {
        if self.separator.is_empty() || before.is_empty() {
            return false;
        }
        let both = format!("{before}{behind}");
        let marks = self.words.iter().flat_map(|word| word.marks);
        let mut marks = marks.flat_map(|(before, behind)| [before, behind]);
        marks.any(|mark| mark.len() > before.len() && both.starts_with(mark))
    }
}

impl Escapes {
    pub(super) fn escape(&self, text: &str) -> String {
        let mut escaped = String::with_capacity(text.len());
        for c in text.chars() {
            match self.0.iter().find(|(one, _)| *one == c) {
                Some((_, other)) => escaped.push_str(other),
                None => escaped.push(c),
            }
        }
        escaped
    }
}

impl Word {
    /// Fills the marks for an entity with its values; `None` if it lacks one.
    pub(super) fn fill_marks(
        &self,
        escapes: &Escapes,
        value: impl Fn(&str) -> Option<String>,
    ) -> Option<(String, String)> {
        let value = |path: &str| value(path).map(|text| escapes.escape(&text));
        self.marks
            .iter()
            .find_map(|(before, behind)| Some((fill(before, value)?, fill(behind, value)?)))
    }
}

/// Fills in the values of a mark: those of `<a href="{url}">`.
fn fill(mark: &str, value: impl Fn(&str) -> Option<String>) -> Option<String> {
    let mut filled = String::new();
    let mut rest = mark;
    while let Some((before, after)) = rest.split_once('{') {
        let (path, behind) = after.split_once('}')?;
        filled.push_str(before);
        filled.push_str(&value(path).filter(|text| !text.is_empty())?);
        rest = behind;
    }
    filled.push_str(rest);
    Some(filled)
}
