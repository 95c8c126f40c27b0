//! Formats: the name and the first letters of a page in, the format that it is in out.

use schema::Source;

/// The format that a page is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Markdown, as GitBook and GitHub have it.
    Markdown,
    /// HTML.
    Html,
}

impl Format {
    /// Guesses the format of a page: by its file's name, else by how it begins.
    pub fn of(source: &Source) -> Self {
        if let Some(format) = Self::named(source.name()) {
            return format;
        }
        let text = source.text().trim_start_matches('\u{feff}').trim_start();
        let start: String = text.chars().take(15).collect();
        let start = start.to_ascii_lowercase();
        if start.starts_with("<!doctype html") || start.starts_with("<html") {
            Self::Html
        } else {
            Self::Markdown
        }
    }

    /// Finds the format that the ending of a file's name stands for.
    pub fn named(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "md" => Some(Self::Markdown),
            "html" | "htm" => Some(Self::Html),
            _ => None,
        }
    }
}
