//! Calls: the lines and tables below a heading in, the verb and the address of its method out.
//!
//! | text | call |
//! | --- | --- |
//! | `GET /notes/{id}`, alone in a paragraph, an item, a heading or code | both |
//! | `Endpoint: https://api.example.org/notes/:id` | `/notes/{id}` |
//! | the one row of a table `Address`, `Verb` | both |
//! | the rows `Address` `/notes`, `Verb` `GET` of a table | both |
//! | `` `sendNote` ``, alone in a paragraph; `Method: sendNote`; `` Send a note `sendNote` `` | a name |

use super::title::is_compound;
use crate::block::{BlockKind, Cover, Part, Row, Style, Text};
use crate::dialect::{self, Column, Dialects};
use crate::tables::{ClassifiedBlock, TableView};
use schema::schema::{Http, Verb};
use schema::{Source, Span};

/// A call that no method of the page has: a line such as `GET /notes`, or the heading above “Returns
/// True.”
pub(super) struct UnnamedCall {
    pub(super) span: Span,
    /// True if it is the heading.
    pub(super) is_heading: bool,
    /// The number of headings above it.
    pub(super) heading: usize,
}

/// The verb and the address of a method, and their place.
#[derive(Clone, Debug, Default)]
pub(super) struct Call {
    verb: Option<Verb>,
    path: Option<String>,
    /// The name that stands where an address may.
    name: Option<String>,
    pub(super) span: Option<Span>,
}

impl Call {
    /// The call in the form of the schema.
    pub(super) fn http(&self) -> Option<Http> {
        let (verb, path) = (self.verb, self.path.clone());
        (verb.is_some() || path.is_some()).then_some(Http { verb, path })
    }

    /// The name that its address gives to the method, without a prefix.
    pub(super) fn name(&self, dialects: &Dialects) -> Option<String> {
        let layout = &dialects.reads.methods;
        let Some(path) = &self.path else {
            return self.name.clone();
        };
        let rest = path.strip_prefix(layout.prefix.as_str()).unwrap_or(path);
        match self.verb.filter(|_| layout.verb_in_name) {
            Some(verb) => Some(format!("{} {rest}", verb.as_str())),
            None => Some(rest.trim_matches('/').to_owned()),
        }
    }

    /// Adds what another text says of the same call; the first address counts.
    fn add(&mut self, verb: Option<Verb>, path: Option<String>, span: Span) {
        if self.path.is_none() && path.is_some() {
            self.span = Some(span);
        }
        self.verb = self.verb.or(verb);
        self.path = self.path.take().or(path);
    }

    /// Adds the name of the method, where neither it nor an address is known yet.
    fn add_name(&mut self, text: &str, span: Span) {
        let name = text.trim_matches(['`', '*', ' ']);
        if self.path.is_none() && self.name.is_none() && is_compound(name) {
            (self.name, self.span) = (Some(name.to_owned()), Some(span));
        }
    }

    fn add_block(&mut self, block: &ClassifiedBlock<'_>, source: &Source, dialects: &Dialects) {
        match &block.kind {
            BlockKind::Paragraph(text) | BlockKind::Item(text) => {
                self.add_text(text, source, dialects);
            }
            BlockKind::Table(table) => self.add_table(table, dialects),
            BlockKind::Hidden {
                span,
                cover: Cover::Code,
                ..
            } => self.add_code(*span, source),
            BlockKind::Hidden { parts, .. } => {
                let rows = parts.iter().filter_map(Part::row);
                self.add_pairs(rows, dialects);
            }
            _ => {}
        }
    }

    /// Adds a line that is a call, or lines that have a word before an address or a verb.
    fn add_text(&mut self, text: &Text, source: &Source, dialects: &Dialects) {
        let Some(span) = text.span() else { return };
        if let Some((verb, path)) = read_call(&text.line()) {
            return self.add(Some(verb), Some(path), span);
        }
        if let [run] = text.runs()
            && run.style == Style::Code
        {
            self.add_name(&run.text, span);
        }
        // As it is written: a paragraph in Markdown is one line however many it has there.
        let written = source.slice(span).replace("<br", "\n<br");
        for line in written.lines().map(strip_tags) {
            if let Some((word, value)) = line.split_once([':', '：']) {
                let word = word.trim_matches(['*', '_', '-', '`', ' ']);
                self.add_value(dialects.column(word), value, span);
            }
        }
    }

    fn add_value(&mut self, meaning: Option<Column>, value: &str, span: Span) {
        match meaning {
            Some(Column::Address) => {
                // An address may stand behind its verb.
                let verb = value.split_whitespace().find_map(Verb::find);
                self.add(verb, value.split_whitespace().find_map(read_path), span);
                self.add_name(value, span);
            }
            Some(Column::Verb) => {
                self.add(find_verb(value), None, span);
                self.add_name(value, span);
            }
            _ => {}
        }
    }

    /// Adds the one row of a table of addresses, or the rows of one that has the words in its first
    /// column. A table of several addresses is an index.
    fn add_table(&mut self, table: &TableView<'_>, dialects: &Dialects) {
        let (header, rows) = (&table.table.header, &table.table.rows);
        if table.header.has(Column::Address) && rows.len() == 1 && header.cells.len() != 1 {
            for (cell, meaning) in rows[0].cells.iter().zip(&table.header.columns) {
                self.add_value(*meaning, &cell.text.line(), cell.span);
            }
            return;
        }
        self.add_pairs(std::iter::once(header).chain(rows), dialects);
    }

    /// Adds rows of a word and an address or a verb.
    fn add_pairs<'r>(&mut self, rows: impl Iterator<Item = &'r Row>, dialects: &Dialects) {
        let pair = |row: &Row| match row.cells.as_slice() {
            [word, value] => Some((word.text.line(), value.text.line(), value.span)),
            _ => None,
        };
        for (word, value, span) in rows.filter_map(pair) {
            self.add_value(dialects.column(&word), &value, span);
        }
    }

    /// Adds the first line of a block of code in which every line is a call.
    fn add_code(&mut self, span: Span, source: &Source) {
        let text = source.slice(span);
        let is_code = |line: &&str| !line.is_empty() && !line.starts_with("```");
        let mut lines = text
            .lines()
            .map(strip_tags)
            .filter(|line| is_code(&line.as_str()));
        let calls: Option<Vec<_>> = lines
            .by_ref()
            .take(LINES)
            .map(|line| read_call(&line))
            .collect();
        if let Some((verb, path)) = calls
            .into_iter()
            .flatten()
            .next()
            .filter(|_| lines.next().is_none())
        {
            self.add(Some(verb), Some(path), span);
        }
    }
}

/// The most lines of a block of code that is a call.
const LINES: usize = 4;

/// Finds the call of a heading: in it, or in the blocks below it, up to the next heading. “Endpoint” and
/// “Request” belong to it.
pub(super) fn find_call(
    text: &Text,
    level: u8,
    after: &[ClassifiedBlock<'_>],
    source: &Source,
    dialects: &Dialects,
) -> Option<Call> {
    let mut call = Call::default();
    if let (Some((verb, path)), Some(span)) = (call_in_heading(&text.line()), text.span()) {
        call.add(Some(verb), Some(path), span);
    }
    if let Some(run) = text.runs().last().filter(|run| run.style == Style::Code) {
        call.add_name(&run.text, run.span);
    }
    for block in after {
        if let BlockKind::Heading {
            level: next, text, ..
        } = &block.kind
        {
            if *next < level || !may_hold_call(&text.line(), dialects) {
                break;
            }
        } else if !block.aside {
            call.add_block(block, source, dialects);
        }
    }
    Some(call).filter(|call| call.verb.is_some() || call.span.is_some())
}

/// Checks whether a heading opens a part in which a method's call may stand.
fn may_hold_call(heading: &str, dialects: &Dialects) -> bool {
    let is_input = || dialects.find_part(heading) == Some(dialect::Part::Input);
    dialects.opens_call(heading) || (is_input() && dialects.is_part_alone(heading))
}

/// Checks whether a line is a verb and an address, and nothing else: `GET /notes/{id}`.
pub(super) fn is_call(line: &str) -> bool {
    read_call(line).is_some()
}

fn read_call(line: &str) -> Option<(Verb, String)> {
    let words: Vec<&str> = line.split_whitespace().take(3).collect();
    match words.as_slice() {
        [verb, address] if address.starts_with('/') || address.starts_with("http") => {
            Some((Verb::find(verb)?, read_path(address)?))
        }
        _ => None,
    }
}

/// The call that a heading ends with: “Send a note POST /notes”.
fn call_in_heading(line: &str) -> Option<(Verb, String)> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let start = words.len().checked_sub(2)?;
    read_call(&words[start..].join(" "))
}

/// Finds a verb in a cell, in whichever case: “post”, “POST (HTTPS)”.
fn find_verb(text: &str) -> Option<Verb> {
    let mut words = text.split(|c: char| !c.is_ascii_alphabetic());
    words.find_map(|word| Verb::find(&word.to_ascii_uppercase()))
}

/// The path of an address, without the server and what is asked of it; `:id` and `<id>` are `{id}`.
fn read_path(address: &str) -> Option<String> {
    let address = address.trim_matches(['`', '"', '“', '”', '\'', '*', ',']);
    let path = match address.split_once("://") {
        Some((_, rest)) => &rest[rest.find('/')?..],
        None => address,
    };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let segments = path.split('/').map(|segment| {
        let name = segment.strip_prefix(':').or_else(|| {
            let inner = segment.strip_prefix('<')?;
            inner.strip_suffix('>')
        });
        name.map_or_else(|| segment.to_owned(), |name| format!("{{{name}}}"))
    });
    let path = segments.collect::<Vec<_>>().join("/");
    (path.contains('/') && path.parse::<Http>().is_ok()).then_some(path)
}

/// A line of code without the tags of HTML around it.
fn strip_tags(line: &str) -> String {
    let mut pieces = line.split('<');
    let first = pieces.next().unwrap_or_default().to_owned();
    let rest = pieces.filter_map(|piece| Some(piece.split_once('>')?.1));
    rest.fold(first, |line, piece| line + piece)
        .trim()
        .to_owned()
}
