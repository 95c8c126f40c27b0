//! HTML: a page's text in, blocks out. Reads what is written, well-formed or not.

mod elements;
mod hidden;
mod table;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Emitter, ForwardingEmitter, HtmlString, Spanned, Token, Tokenizer};

use super::entities::exact_pieces;
use super::nesting::Nesting;
use super::parts::find_line_parts;
use super::unclosed::find_unclosed;
use crate::block::{Block, BlockKind, Cover, Part, Style, Text};
pub(super) use hidden::find_parts;
use schema::Source;
use table::OpenTable;

/// Reads a stretch of HTML: a whole page, or what stands in a page of another format.
pub(super) fn read_html(source: &Source, range: Range<usize>) -> Vec<Block> {
    read_stretch(source, range, true)
}

/// Reads a stretch of HTML that a page does not show. What is hidden once more is not looked for.
fn read_hidden_html(source: &Source, range: Range<usize>) -> Vec<Block> {
    read_stretch(source, range, false)
}

fn read_stretch(source: &Source, range: Range<usize>, finds_hidden: bool) -> Vec<Block> {
    let emitter = TokenEmitter::new();
    let mut reader = Reader::new(source, &range);
    reader.finds_hidden = finds_hidden;
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
    reader.end_unread(reader.end);
    reader.blocks.extend(within.map(Block::cut_off));
    reader.blocks
}

/// Emits tokens, and no errors of HTML: nobody looks at them, and the search for them takes a
/// quarter of the time that the tokens take.
struct TokenEmitter(DefaultEmitter<usize>);

impl TokenEmitter {
    fn new() -> Self {
        let mut emitter = DefaultEmitter::new_with_span();
        emitter.naively_switch_states(true);
        Self(emitter)
    }
}

impl ForwardingEmitter for TokenEmitter {
    type Token = Token<usize>;

    fn inner(&mut self) -> &mut impl Emitter<Token = Self::Token> {
        &mut self.0
    }

    fn emit_error(&mut self, _: html5gum::Error) {}

    fn should_emit_errors(&mut self) -> bool {
        false
    }
}

/// Puts a text on one line: to HTML a line break is white space.
fn join_lines(text: &str) -> Cow<'_, str> {
    let is_break = |byte: u8| matches!(byte, b'\n' | b'\r' | b'\t');
    if text.bytes().any(is_break) {
        text.replace(['\n', '\r', '\t'], " ").into()
    } else {
        text.into()
    }
}

struct Reader<'a> {
    source: &'a Source,
    /// The start and the end of the stretch in the source.
    base: usize,
    end: usize,
    blocks: Vec<Block>,
    text: Text,
    styles: Vec<Style>,
    /// The level of the open heading, and its anchor.
    heading: Option<(u8, Option<String>)>,
    /// The numbers of open quotations, unread elements and lists.
    quotes: usize,
    unread: usize,
    lists: usize,
    /// True if the parts of hidden texts are looked for.
    finds_hidden: bool,
    /// The tag of the outermost unread element.
    unread_tag: Range<usize>,
    /// True if an item is open, in a list or not.
    item: bool,
    table: Option<OpenTable>,
    /// The other blocks in the open table.
    in_table: Vec<Block>,
    nesting: Nesting,
    /// The starts of elements that are never closed.
    unclosed: BTreeSet<usize>,
}

impl<'a> Reader<'a> {
    fn new(source: &'a Source, range: &Range<usize>) -> Self {
        // Only what reaches the end of the page can have been cut off.
        let to_end = range.end == source.text().len();
        let text = if to_end {
            &source.text()[range.clone()]
        } else {
            ""
        };
        Self {
            source,
            base: range.start,
            end: range.end,
            blocks: Vec::new(),
            text: Text::default(),
            styles: Vec::new(),
            heading: None,
            quotes: 0,
            lists: 0,
            item: false,
            unread: 0,
            finds_hidden: true,
            unread_tag: 0..0,
            table: None,
            in_table: Vec::new(),
            nesting: Nesting::new(text),
            unclosed: BTreeSet::new(),
        }
    }

    fn token(&mut self, token: Token<usize>) {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name);
                self.nesting.start(&name, tag.self_closing);
                self.start(&name, &tag);
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name);
                self.nesting.end(&name);
                self.end(&name, self.base + tag.span.start, self.base + tag.span.end);
            }
            Token::String(text) if self.unread == 0 => self.string(&text),
            Token::Comment(text) if self.unread == 0 => {
                let range = self.base + text.span.start..self.base + text.span.end;
                self.hide(range, Cover::Comment);
            }
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
                &join_lines(piece),
                range.start + at.start..range.start + at.end,
            );
        }
    }

    fn push(&mut self, text: &str, range: Range<usize>) {
        // White space between blocks is no text. In a cell `&nbsp;` is an indent.
        let is_indent = self.is_in_cell() && !text.trim_ascii().is_empty();
        if self.text.is_empty() && text.trim().is_empty() && !is_indent {
            return;
        }
        let style = self.styles.last().copied().unwrap_or_default();
        self.text.push(text, style, self.source.span(range));
    }

    /// Ends the open heading, item or paragraph.
    fn flush(&mut self) {
        self.styles.clear();
        let text = std::mem::take(&mut self.text);
        let heading = self.heading.take();
        if text.is_empty() {
            return;
        }
        self.hide_shown_rows(&text);
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

    /// Adds a text that is not read.
    fn hide(&mut self, range: Range<usize>, cover: Cover) {
        if !self.finds_hidden {
            return;
        }
        let parts = find_parts(self.source, range.clone());
        let span = self.source.span(range);
        self.block(BlockKind::Hidden { span, cover, parts });
    }

    /// Adds the rows of Markdown in a text: markup shows them as they are written.
    fn hide_shown_rows(&mut self, text: &Text) {
        let Some(span) = text
            .span()
            .filter(|&span| self.source.slice(span).contains('|'))
        else {
            return;
        };
        let mut parts = find_line_parts(self.source, span.range());
        parts.retain(|part| matches!(part, Part::Row(_)));
        if !parts.is_empty() {
            let cover = Cover::Shown;
            self.block(BlockKind::Hidden { span, cover, parts });
        }
    }

    fn block(&mut self, kind: BlockKind) {
        let aside = self.quotes > 0;
        let block = Block { kind, aside };
        match &self.table {
            // What stands in a table follows it.
            Some(_) => self.in_table.push(block),
            None => self.blocks.push(block),
        }
    }
}
