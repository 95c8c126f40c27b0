//! A section: the heading, the prose and the tables of one method or type.

use std::collections::HashSet;

use super::calls::Call;
use super::heading;
use super::parts::Place;
use super::title::{ItemKind, Title};
use crate::block::{BlockKind, Text};
use crate::dialect::{Column, Dialects, Part};
use crate::lint::rules::orphan_table::MisplacedTable;
use crate::tables::{ClassifiedBlock, Role, TableView};
use schema::{Span, Type};

/// The part of a page that defines one method or type.
pub(super) struct Section<'a> {
    pub(super) kind: ItemKind,
    pub(super) name: String,
    pub(super) name_span: Span,
    /// The call of a method, where the page states it.
    pub(super) call: Option<Call>,
    anchor: Option<&'a str>,
    /// Its own paragraphs: not those beside the text, nor those under a heading of their own.
    pub(super) paragraphs: Vec<&'a Text>,
    pub(super) items: Vec<&'a Text>,
    /// Its paragraphs and items, in page order.
    body: Vec<Prose<'a>>,
    /// The tables of its parameters or fields.
    pub(super) tables: Vec<&'a TableView<'a>>,
    /// The tables of a method's result.
    pub(super) responses: Vec<&'a TableView<'a>>,
    /// The paragraphs below the heading of a method's result.
    pub(super) response_paragraphs: Vec<&'a Text>,
}

/// A piece of prose.
#[derive(Clone, Copy)]
pub(super) enum Prose<'a> {
    Paragraph(&'a Text),
    Item(&'a Text),
}

impl<'a> Section<'a> {
    pub(super) fn new(title: Title, call: Option<Call>, heading: &'a ClassifiedBlock<'a>) -> Self {
        let anchor = match &heading.kind {
            BlockKind::Heading { anchor, .. } => anchor.as_deref(),
            _ => None,
        };
        Self {
            kind: title.kind,
            name: title.name,
            name_span: title.span,
            call,
            anchor,
            paragraphs: Vec::new(),
            items: Vec::new(),
            body: Vec::new(),
            tables: Vec::new(),
            responses: Vec::new(),
            response_paragraphs: Vec::new(),
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
    pub(super) fn members(&self, dialects: &Dialects) -> Option<Vec<(Type, Span)>> {
        let read = |text: &&Text| Some((heading::read_member(text, dialects)?, text.span()?));
        let members: Option<Vec<_>> = self.items.iter().map(read).collect();
        members.filter(|members| !members.is_empty())
    }

    /// Checks whether a table of parameters, fields or a result is known already.
    pub(super) fn has_api_table(&self) -> bool {
        let mut tables = self.tables.iter().chain(&self.responses);
        tables.any(|table| table.role.is_api())
    }

    /// Checks whether all its tables list names without types.
    pub(super) fn lacks_types(&self) -> bool {
        let mut tables = self.tables.iter();
        !self.tables.is_empty() && tables.all(|table| table.role == Role::Values)
    }

    /// Checks whether a table lists a name that another of the same part has.
    pub(super) fn repeats(&self, table: &TableView<'_>, place: Place) -> bool {
        let others = match place {
            Place::Known(Part::Response) => &self.responses,
            _ => &self.tables,
        };
        let known: HashSet<String> = others.iter().flat_map(|table| names(table)).collect();
        names(table).any(|name| known.contains(&name))
    }

    /// Tells why a table below a heading or a caption of unknown words is perhaps none of
    /// parameters or fields.
    ///
    /// | table | is read |
    /// | --- | --- |
    /// | with flags, in a method | as parameters: nothing else has flags |
    /// | without flags, where the first one has them | not at all: it may be the result |
    /// | without flags, the only one of a method | as parameters, with a warning |
    /// | the only one of a type | as fields |
    /// | like the first one, below a caption: “**For groups**” | as more of the same |
    pub(super) fn unknown_part(
        &self,
        table: &TableView<'_>,
        place: Place,
    ) -> Option<MisplacedTable> {
        let mut others = self.tables.iter().filter(|table| table.role.is_api());
        let is_like_first = match (others.next(), self.kind) {
            (Some(first), _) if first.role == Role::Parameters && table.role == Role::Fields => {
                return Some(MisplacedTable::Unknown);
            }
            (Some(first), _) => first.role == table.role && place == Place::UnknownCaption,
            (None, kind) => kind == ItemKind::Type,
        };
        let is_evident = is_like_first || table.role == Role::Parameters;
        (!is_evident).then_some(MisplacedTable::Doubtful)
    }
}

/// The cells of a table's column of names.
fn names(table: &TableView<'_>) -> impl Iterator<Item = String> {
    let cells = table.table.rows.iter();
    cells.filter_map(|row| Some(table.cell(row, Column::Name)?.text.line()))
}
