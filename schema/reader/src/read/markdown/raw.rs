//! Raw text in Markdown: code blocks, and HTML inline or in blocks.

use std::ops::Range;

use super::Reader;
use crate::block::BlockKind;
use crate::read::hidden_table::looks_like_table;
use crate::read::html::read_html;
use crate::read::tag::{Tag, style_of};

impl Reader<'_> {
    pub(super) fn inline_html(&mut self, html: &str, range: Range<usize>) {
        let Some(tag) = Tag::parse(html) else {
            if !html.starts_with("<!--") {
                self.push(html, range);
            }
            return;
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

    pub(super) fn end_raw(&mut self, reason: &'static str) {
        if let Some((raw, range)) = self.raw.take()
            && looks_like_table(&raw)
        {
            let written = self.source.text()[range.clone()].trim_end();
            let span = self.source.span(range.start..range.start + written.len());
            let tables = (self.find_tables)(&raw);
            self.block(BlockKind::Hidden {
                span,
                reason,
                tables,
            });
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
        let tables = self.raw.as_ref().filter(|(raw, _)| raw.contains("<table"));
        let Some((_, range)) = tables else {
            return self.end_raw("raw HTML");
        };
        let inside = read_html(self.source, range.clone(), self.find_tables);
        self.raw = None;
        inside.into_iter().for_each(|block| self.block(block.kind));
    }
}
