//! Markdown, GitBook's dialect included: text in, blocks out.

mod lines;
mod raw;
mod repair;
mod table;

use std::collections::{BTreeSet, VecDeque};
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag as Md, TagEnd};

use super::html::find_parts;
use super::parts::{find_line_parts, is_row};
use super::row::is_delimiter_row;
use super::unclosed::find_unclosed;
use crate::block::{Block, BlockKind, Cover, Part, Style, Table, Text};
use repair::{Repair, Repaired};
use schema::Source;
use table::ends_within_row;

/// Reads a Markdown page.
pub(super) fn read_markdown(source: &Source) -> Vec<Block> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_STRIKETHROUGH;
    let mut reader = Reader::new(source);
    reader.unclosed = find_unclosed(source.text());
    let mut repaired = Repaired::of(source.text(), &reader.unclosed);
    reader.repairs = std::mem::take(&mut repaired.repairs).into();
    for (event, range) in Parser::new_ext(&repaired.text, options).into_offset_iter() {
        reader.event(event, repaired.range_on_page(range));
    }
    reader.report_repairs(source.text().len());
    if ends_within_row(source.text()) {
        reader.blocks.push(Block::cut_off("a row"));
    }
    reader.blocks
}

struct Reader<'a> {
    source: &'a Source,
    blocks: Vec<Block>,
    /// The text of the block, item or cell being read.
    text: Text,
    /// The styles that are open, innermost last.
    styles: Vec<Style>,
    anchor: Option<String>,
    /// The number of open quotations and footnotes.
    quotes: usize,
    /// True if a `{% hint %}` is open.
    hint: bool,
    /// The number of open list items.
    items: usize,
    table: Option<Table>,
    cell_texts: Vec<Text>,
    /// The text of a code block or of raw HTML, and its place.
    raw: Option<(String, Range<usize>)>,
    /// The starts of folds and hints that are never closed.
    unclosed: BTreeSet<usize>,
    /// The repairs that are not reported yet.
    repairs: VecDeque<Repair>,
}

impl<'a> Reader<'a> {
    fn new(source: &'a Source) -> Self {
        Self {
            source,
            blocks: Vec::new(),
            text: Text::default(),
            styles: Vec::new(),
            anchor: None,
            quotes: 0,
            hint: false,
            items: 0,
            table: None,
            cell_texts: Vec::new(),
            raw: None,
            unclosed: BTreeSet::new(),
            repairs: VecDeque::new(),
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => match &mut self.raw {
                Some((raw, _)) => raw.push_str(&text),
                None => self.push(&text, range),
            },
            Event::Code(text) => self.code(&text, range),
            Event::Html(html) => {
                if let Some((raw, _)) = &mut self.raw {
                    raw.push_str(&html);
                }
            }
            Event::InlineHtml(html) => self.inline_html(&html, range),
            Event::SoftBreak => self.push(" ", range),
            Event::HardBreak => self.push("\n", range),
            _ => {}
        }
    }

    fn start(&mut self, tag: Md<'_>, range: Range<usize>) {
        match tag {
            Md::Heading { id, .. } => {
                self.flush_paragraph();
                self.anchor = id.map(|id| id.to_string());
            }
            Md::BlockQuote(_) | Md::FootnoteDefinition(_) => {
                self.flush_paragraph();
                self.quotes += 1;
            }
            Md::Item => {
                self.flush_paragraph();
                self.items += 1;
            }
            Md::Table(_) => {
                self.flush_paragraph();
                let header = self.row(range.start..range.start);
                self.table = Some(Table {
                    header,
                    rows: Vec::new(),
                });
            }
            Md::TableHead | Md::TableRow => self.cell_texts.clear(),
            Md::TableCell => {
                self.text = Text::default();
                // A tag that is never closed ends with its cell.
                self.styles.clear();
            }
            Md::Emphasis => self.styles.push(Style::Emphasis),
            Md::Strong => self.styles.push(Style::Strong),
            Md::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) | Md::HtmlBlock => {
                self.flush_paragraph();
                self.raw = Some((String::new(), range));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Heading(level) => self.heading(level),
            TagEnd::Paragraph => self.flush_paragraph(),
            TagEnd::Item => {
                self.flush_paragraph();
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition => {
                self.flush_paragraph();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::Emphasis | TagEnd::Strong => {
                self.styles.pop();
            }
            TagEnd::TableCell => self.cell_texts.push(std::mem::take(&mut self.text)),
            TagEnd::TableHead => self.end_header(range),
            TagEnd::TableRow => self.end_row(range),
            TagEnd::Table => self.end_table(range),
            TagEnd::CodeBlock => self.end_raw(Cover::Code),
            TagEnd::HtmlBlock => self.end_html(),
            _ => {}
        }
    }

    fn push(&mut self, text: &str, range: Range<usize>) {
        let style = self.styles.last().copied().unwrap_or_default();
        self.text.push(text, style, self.source.span(range));
    }

    /// A code span: its place is what stands between the backticks.
    fn code(&mut self, text: &str, range: Range<usize>) {
        let written = &self.source.text()[range.clone()];
        let inner = written.find(text).map_or(range.clone(), |at| {
            let start = range.start + at;
            start..start + text.len()
        });
        self.text.push(text, Style::Code, self.source.span(inner));
    }

    fn heading(&mut self, level: HeadingLevel) {
        let text = std::mem::take(&mut self.text);
        self.hide_rows(&text, Cover::Heading);
        let kind = BlockKind::Heading {
            level: level as u8,
            text,
            anchor: self.anchor.take(),
        };
        self.block(kind);
    }

    /// Ends a paragraph or a list item, where there is any text.
    fn flush_paragraph(&mut self) {
        self.styles.clear();
        if self.table.is_some() || self.text.is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.text);
        let plain = text.plain();
        self.hint |= plain.contains("{% hint");
        if let Some(span) = text.span() {
            self.hint &= self.report_unclosed(span.range(), "{% hint") == 0;
        }
        let item = self.items > 0;
        let cover = if item { Cover::Item } else { Cover::Paragraph };
        self.hide_rows(&text, cover);
        if !is_template(&plain) {
            self.block(if item {
                BlockKind::Item(text)
            } else {
                BlockKind::Paragraph(text)
            });
        }
        self.hint &= !plain.contains("{% endhint");
    }

    /// Adds the rows in a text that is no table.
    fn hide_rows(&mut self, text: &Text, cover: Cover) {
        let Some(span) = text.span() else { return };
        let mut lines = self.source.slice(span).lines();
        if !lines.any(|line| is_row(line) || is_delimiter_row(line)) {
            return;
        }
        let mut parts = find_line_parts(self.source, span.range());
        parts.retain(|part| matches!(part, Part::Row(_)));
        self.block(BlockKind::Hidden { span, cover, parts });
    }

    /// Adds a text that is not read.
    fn hide(&mut self, range: Range<usize>, cover: Cover) {
        let written = self.source.text()[range.clone()].trim_end();
        let range = range.start..range.start + written.len();
        let parts = find_parts(self.source, range.clone());
        let span = self.source.span(range);
        self.block(BlockKind::Hidden { span, cover, parts });
    }

    fn block(&mut self, kind: BlockKind) {
        let aside = self.quotes > 0 || self.hint;
        self.blocks.push(Block { kind, aside });
    }
}

/// Checks whether a text is one of GitBook's template marks alone: `{% endhint %}`.
fn is_template(text: &str) -> bool {
    let text = text.trim();
    text.starts_with("{%") && text.find("%}").is_some_and(|at| at + 2 == text.len())
}
