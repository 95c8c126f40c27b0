//! Readers: a page's text in, blocks out. One file knows each format.

mod entities;
mod html;
mod markdown;
mod nesting;
mod row;
mod tag;
mod unclosed;

use std::sync::Arc;

use crate::block::{Block, BlockKind, Table};
use crate::lint::{self, empty_page};
use crate::lower::lower;
use crate::page::Page;
use schema::diagnostic::Diagnostic;
use schema::source::Source;

/// Reads a page. `api` is the short name that the schema bears.
///
/// # Errors
///
/// Where the page holds no method and no type at all: what was found on the way.
pub fn read(api: &str, source: &Arc<Source>) -> Result<Page, Vec<Diagnostic>> {
    read_as(api, source, Format::of(source))
}

/// Reads a page whose format is known by more than its text.
///
/// # Errors
///
/// As [`read`].
pub fn read_as(api: &str, source: &Arc<Source>, format: Format) -> Result<Page, Vec<Diagnostic>> {
    let page = lower(api, source, &blocks(source, format));
    if page.schema.methods.is_empty() && page.schema.types.is_empty() {
        let mut found = page.diagnostics;
        if let Some(cut) = lint::truncated(&found) {
            return Err(vec![cut.clone()]);
        }
        // A page whose methods are all hidden is not empty.
        if !lint::is_hidden(&found) {
            found.insert(0, empty_page::diagnostic(source));
        }
        return Err(found);
    }
    Ok(page)
}

/// The format that a page is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Markdown, as GitBook and GitHub have it.
    Markdown,
    /// HTML.
    Html,
}

impl Format {
    /// The format of a page: by its file's name, else by how it begins.
    pub fn of(source: &Source) -> Self {
        let text = source.text().trim_start_matches('\u{feff}').trim_start();
        let start: String = text
            .chars()
            .take(15)
            .collect::<String>()
            .to_ascii_lowercase();
        let begins = start.starts_with("<!doctype html") || start.starts_with("<html");
        match Self::named(source.name()) {
            None if begins => Self::Html,
            named => named.unwrap_or(Self::Markdown),
        }
    }

    /// The format that the ending of a name stands for.
    pub fn named(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "md" => Some(Self::Markdown),
            "html" | "htm" => Some(Self::Html),
            _ => None,
        }
    }
}

/// The blocks of a page, in page order.
pub fn blocks(source: &Source, format: Format) -> Vec<Block> {
    match format {
        Format::Html => html::blocks(source, 0..source.text().len(), Part::Shown),
        Format::Markdown => markdown::blocks(source, Part::Shown),
    }
}

/// What of a page is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// What it shows.
    Shown,
    /// What something on it hides.
    Hidden,
}

/// The tables that a text would be which a part of the page hides. They have no places on the page.
/// What is hidden within what is hidden is not looked for: a comment is in its own text.
fn tables(part: Part, text: &str) -> Vec<Table> {
    if part == Part::Hidden {
        return Vec::new();
    }
    let inside = match text.strip_prefix("<!--") {
        Some(inside) => inside,
        // A tag ends on its line, or nobody knows where.
        None if text.starts_with('<') => text.split_once(['>', '\n']).map_or("", |(_, rest)| rest),
        None => text,
    };
    let blocks = markdown::blocks(&Source::new("", inside), Part::Hidden);
    let tables = blocks.into_iter().filter_map(|block| match block.kind {
        BlockKind::Table(table) => Some(table),
        _ => None,
    });
    tables.collect()
}

/// Whether a text has the line of dashes of a Markdown table, or the tag of an HTML one.
fn looks_like_table(text: &str) -> bool {
    let dashes = |line: &str| {
        line.contains('-') && line.contains('|') && line.chars().all(|c| "|-: \t>".contains(c))
    };
    (text.contains("<table") && text.contains("<tr")) || text.lines().any(dashes)
}
