//! Raw text in Markdown: code blocks, and HTML inline or in blocks.

use std::ops::Range;

use super::Reader;
use crate::block::{BlockKind, Cover};
use crate::read::html::read_html;
use crate::read::tag::{Tag, style_of};

impl Reader<'_> {
    pub(super) fn inline_html(&mut self, html: &str, range: Range<usize>) {
        let Some(tag) = Tag::parse(html) else {
            if html.starts_with("<!--") {
                return self.hide(range, Cover::Comment);
            }
            return self.push(html, range);
        };
        if let Some(id) = tag.attribute("id").or_else(|| tag.attribute("name")) {
            self.anchor.get_or_insert_with(|| id.to_owned());
        }
        match tag.name.as_str() {
            "br" => return self.push("\n", range),
            "img" => return self.push(tag.attribute("alt").unwrap_or_default(), range),
            _ => {}
        }
        let Some(style) = style_of(&tag.name) else {
            return;
        };
        if !tag.closing {
            self.styles.push(style);
        } else if self.styles.last() == Some(&style) {
            self.styles.pop();
        }
    }

    /// Reports each place of a stretch where a mark opens what is never closed; counts them.
    pub(super) fn report_unclosed(&mut self, range: Range<usize>, mark: &str) -> usize {
        let text = self.source.text();
        let starts = self.unclosed.range(range).copied();
        let lost: Vec<usize> = starts.filter(|&at| text[at..].starts_with(mark)).collect();
        for &at in &lost {
            let line = text[at..].lines().next().unwrap_or_default().trim_end();
            let span = self.source.span(at..at + line.len());
            self.block(BlockKind::Unclosed(span));
        }
        lost.len()
    }

    pub(super) fn end_raw(&mut self, cover: Cover) {
        if let Some((_, range)) = self.raw.take() {
            self.hide(range, cover);
        }
    }

    /// Raw HTML: its tables are read, as GitBook writes them; Markdown inside it is not.
    pub(super) fn end_html(&mut self) {
        if let Some((raw, range)) = &self.raw {
            let count = |mark: &str| raw.matches(mark).count();
            let (opened, closed) = (count("<details"), count("</details"));
            let lost = self.report_unclosed(range.clone(), "<details");
            self.quotes = (self.quotes + opened - lost.min(opened)).saturating_sub(closed);
        }
        let tables = self.raw.as_ref().filter(|(raw, _)| has_rows(raw));
        let Some((_, range)) = tables else {
            return self.end_raw_html();
        };
        let inside = read_html(self.source, range.clone());
        self.raw = None;
        inside.into_iter().for_each(|block| self.block(block.kind));
    }

    fn end_raw_html(&mut self) {
        let raw = self.raw.as_ref().map(|(raw, _)| raw.trim_start());
        let is_comment = raw.is_some_and(|raw| raw.starts_with("<!--"));
        self.end_raw(if is_comment {
            Cover::Comment
        } else {
            Cover::RawHtml
        });
    }
}

/// Checks whether raw HTML has a table, or rows that one should be around.
fn has_rows(raw: &str) -> bool {
    !raw.trim_start().starts_with("<!--")
        && ["<table", "<tr", "<td"].iter().any(|tag| raw.contains(tag))
}
