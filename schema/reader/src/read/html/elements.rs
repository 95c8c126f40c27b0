//! The elements of HTML: what each start tag opens, and each end tag closes.

use std::ops::Range;

use html5gum::StartTag;

use super::Reader;
use crate::block::BlockKind;
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
            return self.hide(name, from..to);
        }
        if let Some(style) = style_of(name) {
            return self.styles.push(style);
        }
        match name {
            _ if UNREAD.contains(&name) => self.unread += usize::from(!tag.self_closing),
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
            "p" | "div" | "section" | "pre" => self.flush(),
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

    /// Reports a table in an element that is not read: it was probably meant to be.
    fn hide(&mut self, name: &str, range: Range<usize>) {
        if name == "table" {
            self.flush();
            let span = self.source.span(range);
            let reason = "an element whose text is not the page's";
            let tables = Vec::new();
            self.block(BlockKind::Hidden {
                span,
                reason,
                tables,
            });
        }
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
            _ if UNREAD.contains(&name) => self.unread = self.unread.saturating_sub(1),
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
            "p" | "div" | "section" | "pre" => self.flush(),
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
