//! The platform's version: a line of a page that says it and nothing else.
//!
//! | line | version |
//! | --- | --- |
//! | `Version 2.1`, in a paragraph, a heading or an item | 2.1 |
//! | `<!-- Version 2.1 -->`, and no other | none, and a finding |
//! | `Issue 2.1`, above the first method or type | none, and a finding: no dialect knows the word |

use super::Lowering;
use crate::block::{BlockKind, Cover};
use crate::dialect::Dialects;
use crate::lint::rules::unread_data;
use crate::tables::ClassifiedBlock;
use schema::{Source, Span};

impl Lowering<'_> {
    /// Reads the version; where there is none, reports the first line that looks like one.
    pub(super) fn read_version(&mut self, blocks: &[ClassifiedBlock<'_>]) -> Option<String> {
        let dialects = self.known_types.dialects;
        let mut stated = blocks
            .iter()
            .filter_map(|block| find_stated(self.source, block, dialects));
        let version = stated.next();
        if version.is_none() {
            let first = self.account.entries().first();
            let head = first.map_or(0, |entry| entry.span.start());
            let unread = blocks
                .iter()
                .filter_map(|block| find_unread(self.source, block, dialects));
            let unread = unread.take_while(|span| span.start() < head).next();
            let found = unread.map(|span| unread_data::version(self.source, span));
            self.found.extend(found);
        }
        version
    }
}

/// The version that a line of a block is.
fn find_stated(
    source: &Source,
    block: &ClassifiedBlock<'_>,
    dialects: &Dialects,
) -> Option<String> {
    let (BlockKind::Heading { text, .. } | BlockKind::Paragraph(text) | BlockKind::Item(text)) =
        &block.kind
    else {
        return None;
    };
    let lines = text.span().map_or("", |span| source.slice(span)).lines();
    read_version(&text.plain(), dialects).or_else(|| {
        lines
            .into_iter()
            .find_map(|line| read_version(line, dialects))
    })
}

fn read_version(line: &str, dialects: &Dialects) -> Option<String> {
    let mut patterns = dialects.iter().flat_map(|dialect| &dialect.get().version);
    let found = patterns.find_map(|pattern| pattern.captures(line.trim()))?;
    Some(found.name("version")?.as_str().to_owned())
}

/// The place of what looks like a version: in hidden text a version, elsewhere a word and a number
/// with a dot.
fn find_unread(source: &Source, block: &ClassifiedBlock<'_>, dialects: &Dialects) -> Option<Span> {
    match &block.kind {
        BlockKind::Hidden { span, cover, .. } if *cover != Cover::Item => {
            let mut pieces = source.slice(*span).split(['<', '>', '\n']);
            let is_version =
                |piece: &str| read_version(piece.trim_matches(MARKS), dialects).is_some();
            pieces.any(is_version).then_some(*span)
        }
        BlockKind::Paragraph(text) | BlockKind::Item(text) if resembles_version(&text.line()) => {
            text.span()
        }
        _ => None,
    }
}

/// The marks of a comment and of a list.
const MARKS: [char; 4] = ['!', '-', '*', ' '];

/// The longest word for a version, in characters.
const LONGEST_WORD: usize = 24;

fn resembles_version(line: &str) -> bool {
    let word = line.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let mut numbers = line[word.len()..].split('.');
    let is_version = line.contains('.') && numbers.all(|number| !number.is_empty());
    let word = word.trim_end_matches([' ', ':', '：', 'v', 'V']);
    let is_word = !word.is_empty() && word.chars().count() <= LONGEST_WORD;
    is_version && is_word && word.chars().all(|c| c.is_alphabetic() || c == ' ')
}
