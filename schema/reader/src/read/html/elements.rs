//! The elements of HTML: what each start tag opens, and each end tag closes.

use std::ops::Range;

use html5gum::StartTag;

use super::{Reader, find_parts};
use crate::block::{BlockKind, Cover, Part};
use crate::read::tag::style_of;

/// Elements whose text is not the page's.
const UNREAD: &[&str] = &[
    "script", "style", "head", "nav", "noscript", "svg", "template",
];

impl Reader<'_> {
    pub(super) fn start(&mut self, name: &str, tag: &StartTag<usize>) {
        let (from, to) = (self.base + tag.span.start, self.base + tag.span.end);
        if self.is_open_ended() && (name == "table" || heading_level(name).is_some()) {
            self.end_table();
        }
        let is_unclosed = self.unclosed.contains(&from);
        if is_unclosed {
            self.flush();
            let span = self.source.span(from..to);
            self.block(BlockKind::Unclosed(span));
        }
        match name {
            "table" if is_unclosed && self.unread == 0 => return self.start_open_ended(),
            _ if is_unclosed => return,
            _ => {}
        }
        if self.is_unread(name) {
            return;
        }
        if let Some(style) = style_of(name) {
            return self.styles.push(style);
        }
        match name {
            _ if UNREAD.contains(&name) => self.start_unread(from..to, tag.self_closing),
            "a" => self.anchor(tag),
            "br" => self.push("\n", from..to),
            "img" => {
                let alt = attribute(tag, "alt").unwrap_or_default();
                self.push(&alt, from..to);
            }
            "table" => self.start_table(),
            "tr" => {
                self.open_for_row(from..to);
                self.start_row(from);
            }
            "td" | "th" => {
                self.open_for_row(from..to);
                self.start_cell(from, to);
            }
            _ if self.table.is_some() => {}
            "p" | "div" | "section" | "pre" | "summary" | "dt" | "dd" => self.flush(),
            "ul" | "ol" => {
                self.flush();
                self.lists += 1;
            }
            "li" => {
                self.flush();
                self.item = true;
            }
            "blockquote" | "aside" | "details" => {
                self.flush();
                self.quotes += 1;
            }
            _ => self.start_heading(name, tag),
        }
    }

    /// Checks whether an element stands in one that is not read.
    fn is_unread(&self, name: &str) -> bool {
        self.unread > 0 && !UNREAD.contains(&name)
    }

    fn start_unread(&mut self, tag: Range<usize>, is_closed: bool) {
        if is_closed {
            return;
        }
        if self.unread == 0 {
            self.unread_tag = tag;
        }
        self.unread += 1;
    }

    /// Adds the rows in an element that is not read: they were probably meant to be. Its headings
    /// and items are those of a menu.
    pub(super) fn end_unread(&mut self, end: usize) {
        if self.unread == 0 || !self.finds_hidden {
            return;
        }
        let range = self.unread_tag.end..end.max(self.unread_tag.end);
        if !self.source.text()[range.clone()].contains("<tr") {
            return;
        }
        let mut parts = find_parts(self.source, range.clone());
        parts.retain(|part| matches!(part, Part::Row(_)));
        self.flush();
        let span = self.source.span(self.unread_tag.start..range.end);
        let cover = Cover::Element;
        self.block(BlockKind::Hidden { span, cover, parts });
    }

    fn start_heading(&mut self, name: &str, tag: &StartTag<usize>) {
        if let Some(level) = heading_level(name) {
            self.flush();
            // Whatever was not closed before it.
            (self.lists, self.item) = (0, false);
            self.heading = Some((level, attribute(tag, "id")));
        }
    }

    /// A link's own anchor is its heading's.
    fn anchor(&mut self, tag: &StartTag<usize>) {
        let name = attribute(tag, "name").or_else(|| attribute(tag, "id"));
        if let (Some((_, anchor)), Some(name)) = (&mut self.heading, name) {
            *anchor = Some(name);
        }
    }

    pub(super) fn end(&mut self, name: &str, from: usize, to: usize) {
        if self.is_unread(name) {
            return;
        }
        if let Some(style) = style_of(name) {
            if self.styles.last() == Some(&style) {
                self.styles.pop();
            }
            return;
        }
        match name {
            _ if UNREAD.contains(&name) => {
                if self.unread == 1 {
                    self.end_unread(from);
                }
                self.unread = self.unread.saturating_sub(1);
            }
            "td" | "th" => self.end_cell(from),
            "tr" => self.end_row(to),
            "table" => self.end_table(),
            _ if self.table.is_some() => {}
            "blockquote" | "aside" | "details" => {
                self.flush();
                self.quotes = self.quotes.saturating_sub(1);
            }
            "ul" | "ol" => {
                self.flush();
                self.lists = self.lists.saturating_sub(1);
            }
            "li" => {
                self.flush();
                self.item = false;
            }
            "p" | "div" | "section" | "pre" | "summary" | "dt" | "dd" => self.flush(),
            _ if heading_level(name).is_some() => self.flush(),
            _ => {}
        }
    }
}

fn heading_level(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

fn attribute(tag: &StartTag<usize>, name: &str) -> Option<String> {
    let value = tag.attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(value).into_owned())
}
