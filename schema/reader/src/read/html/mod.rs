//! HTML: a page's text in, blocks out. Reads what is written, well-formed or not.

mod table;

use std::collections::BTreeSet;
use std::ops::Range;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{HtmlString, Spanned, StartTag, Token, Tokenizer};

use super::entities::exact_pieces;
use super::hidden_table::{FindTables, looks_like_table};
use super::nesting::Nesting;
use super::tag::style_of;
use super::unclosed::find_unclosed;
use crate::block::{Block, BlockKind, Style, Text};
use schema::Source;
use table::OpenTable;

/// Reads a stretch of HTML: a whole page, or what stands in a page of another format.
pub(super) fn read_html(
    source: &Source,
    range: Range<usize>,
    find_tables: FindTables,
) -> Vec<Block> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut reader = Reader::new(source, &range, find_tables);
    // What a stretch of another format opens may be closed behind it.
    if range == (0..source.text().len()) {
        reader.unclosed = find_unclosed(source.text());
    }
    for token in Tokenizer::new_with_emitter(&source.text()[range], emitter).flatten() {
        reader.token(token);
    }
    let within = reader.nesting.cut_off_within(reader.table.is_some());
    reader.end_table();
    reader.flush();
    reader.blocks.extend(within.map(Block::cut_off));
    reader.blocks
}

/// Elements whose text is not the page's.
const UNREAD: &[&str] = &[
    "script", "style", "head", "nav", "noscript", "svg", "template",
];

struct Reader<'a> {
    source: &'a Source,
    find_tables: FindTables,
    /// The start of the stretch in the source.
    base: usize,
    blocks: Vec<Block>,
    text: Text,
    styles: Vec<Style>,
    /// The level of the open heading, and its anchor.
    heading: Option<(u8, Option<String>)>,
    /// The numbers of open quotations, unread elements and lists.
    quotes: usize,
    unread: usize,
    lists: usize,
    /// True if an item is open, in a list or not.
    item: bool,
    table: Option<OpenTable>,
    nesting: Nesting,
    /// The starts of elements that are never closed.
    unclosed: BTreeSet<usize>,
}

impl<'a> Reader<'a> {
    fn new(source: &'a Source, range: &Range<usize>, find_tables: FindTables) -> Self {
        // Only what reaches the end of the page can have been cut off.
        let to_end = range.end == source.text().len();
        let text = if to_end {
            &source.text()[range.clone()]
        } else {
            ""
        };
        Self {
            source,
            find_tables,
            base: range.start,
            blocks: Vec::new(),
            text: Text::default(),
            styles: Vec::new(),
            heading: None,
            quotes: 0,
            lists: 0,
            item: false,
            unread: 0,
            table: None,
            nesting: Nesting::new(text),
            unclosed: BTreeSet::new(),
        }
    }

    fn token(&mut self, token: Token<usize>) {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                self.nesting.start(&name, tag.self_closing);
                self.start(&name, &tag);
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                self.nesting.end(&name);
                self.end(&name, self.base + tag.span.start, self.base + tag.span.end);
            }
            Token::String(text) if self.unread == 0 => self.string(&text),
            _ => {}
        }
    }

    /// Text: split at its entities, so that offsets stay exact around them.
    fn string(&mut self, text: &Spanned<HtmlString, usize>) {
        let range = self.base + text.span.start..self.base + text.span.end;
        let decoded = String::from_utf8_lossy(text);
        let raw = self.source.text().get(range.clone()).unwrap_or_default();
        for (piece, at) in exact_pieces(raw, &decoded) {
            self.push(
                &piece.replace(['\n', '\r', '\t'], " "),
                range.start + at.start..range.start + at.end,
            );
        }
    }

    fn push(&mut self, text: &str, range: Range<usize>) {
        // White space between blocks is no text.
        if self.text.is_empty() && text.trim().is_empty() {
            return;
        }
        let style = self.styles.last().copied().unwrap_or_default();
        self.text.push(text, style, self.source.span(range));
    }

    fn start(&mut self, name: &str, tag: &StartTag<usize>) {
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

    fn end(&mut self, name: &str, from: usize, to: usize) {
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

    /// Ends the open heading, item or paragraph.
    fn flush(&mut self) {
        self.styles.clear();
        let text = std::mem::take(&mut self.text);
        let heading = self.heading.take();
        if text.is_empty() {
            return;
        }
        if let Some(span) = text.span().filter(|_| looks_like_table(&text.plain())) {
            let (reason, tables) = (
                "markup that shows it as text",
                (self.find_tables)(&text.plain()),
            );
            self.block(BlockKind::Hidden {
                span,
                reason,
                tables,
            });
        }
        let kind = match heading {
            Some((level, anchor)) => BlockKind::Heading {
                level,
                text,
                anchor,
            },
            None if self.item || self.lists > 0 => BlockKind::Item(text),
            None => BlockKind::Paragraph(text),
        };
        self.block(kind);
    }

    fn block(&mut self, kind: BlockKind) {
        let aside = self.quotes > 0;
        self.blocks.push(Block { kind, aside });
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
