//! A section: the heading, the prose and the tables of one method or type.

use super::heading::{self, ItemKind, Title};
use crate::block::{BlockKind, Text};
use crate::tables::{ClassifiedBlock, TableView};
use schema::{Span, Type};

/// The part of a page that defines one method or type.
pub(super) struct Section<'a> {
    pub(super) kind: ItemKind,
    pub(super) name: String,
    pub(super) name_span: Span,
    anchor: Option<&'a str>,
    /// Its own paragraphs: not those beside the text, nor those under a heading of their own.
    pub(super) paragraphs: Vec<&'a Text>,
    pub(super) items: Vec<&'a Text>,
    /// Its paragraphs and items, in page order.
    body: Vec<Prose<'a>>,
    pub(super) tables: Vec<&'a TableView>,
}

/// A piece of prose.
#[derive(Clone, Copy)]
pub(super) enum Prose<'a> {
    Paragraph(&'a Text),
    Item(&'a Text),
}

impl<'a> Section<'a> {
    pub(super) fn new(title: Title, heading: &'a ClassifiedBlock) -> Self {
        let anchor = match &heading.kind {
            BlockKind::Heading { anchor, .. } => anchor.as_deref(),
            _ => None,
        };
        Self {
            kind: title.kind,
            name: title.name,
            name_span: title.span,
            anchor,
            paragraphs: Vec::new(),
            items: Vec::new(),
            body: Vec::new(),
            tables: Vec::new(),
        }
    }

    pub(super) fn add_prose(&mut self, prose: Prose<'a>) {
        match prose {
            Prose::Paragraph(text) => self.paragraphs.push(text),
            Prose::Item(text) => self.items.push(text),
        }
        self.body.push(prose);
    }

    /// The page's prose, its lists as Markdown.
    pub(super) fn doc(&self) -> Option<String> {
        let mut doc = String::new();
        let mut in_list = false;
        for prose in &self.body {
            let (text, is_item) = match prose {
                Prose::Paragraph(text) => (text, false),
                Prose::Item(text) => (text, true),
            };
            if !doc.is_empty() {
                doc.push_str(if is_item && in_list { "\n" } else { "\n\n" });
            }
            doc.push_str(if is_item { "- " } else { "" });
            doc.push_str(text.plain().trim());
            in_list = is_item;
        }
        (!doc.is_empty()).then_some(doc)
    }

    /// All its prose in one string, to search for words.
    pub(super) fn prose(&self) -> String {
        self.doc().unwrap_or_default()
    }

    /// The place on the page that links can point to.
    pub(super) fn link(&self) -> Option<String> {
        self.anchor.map(|anchor| format!("#{anchor}"))
    }

    /// The members of a union: the items of its list, where each is a type's name alone.
    pub(super) fn members(&self) -> Option<Vec<(Type, Span)>> {
        let read = |text: &&Text| Some((heading::read_member(text)?, text.span()?));
        let members: Option<Vec<_>> = self.items.iter().map(read).collect();
        members.filter(|members| !members.is_empty())
    }
}
