//! The type names that a page uses, gathered before anything is read: they tell a type without
//! fields from a chapter, and a type in a sentence from any other capitalised word.

use std::collections::HashSet;

use crate::block::{Block, BlockKind, Table};
use crate::dialect::{self, Column};
use crate::tables::{column_swap, header, type_cell};

/// KnownTypes that stand where a type is expected.
#[derive(Debug, Default)]
pub(super) struct KnownTypes {
    mentioned: HashSet<String>,
    defined: HashSet<String>,
    sentences: HashSet<String>,
}

impl KnownTypes {
    /// Gathers the names of a page's type columns, and those in sentences about returns.
    pub(super) fn collect(blocks: &[Block]) -> Self {
        let mut names = Self::default();
        for block in blocks {
            match &block.kind {
                BlockKind::Table(table) => names.mentioned.extend(type_names(table)),
                BlockKind::Paragraph(text) if speaks_of_return(&text.plain()) => {
                    let words = capitalised(&text.plain()).into_iter();
                    // “Returns” itself is no type.
                    let named = words.filter(|word| !speaks_of_return(word));
                    names.sentences.extend(named);
                }
                _ => {}
            }
        }
        names
    }

    /// Adds the names that the page's sections define.
    pub(super) fn define<'n>(&mut self, names: impl Iterator<Item = &'n str>) {
        self.defined.extend(names.map(str::to_owned));
    }

    /// Whether a type column has the name.
    pub(super) fn is_mentioned(&self, name: &str) -> bool {
        self.mentioned.contains(name)
    }

    /// Whether a type column or a sentence about returns has the name.
    pub(super) fn is_used(&self, name: &str) -> bool {
        self.mentioned.contains(name) || self.sentences.contains(name)
    }

    /// Whether the name is a type's, as far as the page tells.
    pub(super) fn is_known(&self, name: &str) -> bool {
        self.mentioned.contains(name) || self.defined.contains(name)
    }

    /// Whether the name is known or at least stands in a sentence about returns.
    pub(super) fn is_heard_of(&self, name: &str) -> bool {
        self.is_known(name) || self.sentences.contains(name)
    }
}

/// The names in the type cells of a table: of those that read as types, in whole rows.
fn type_names(table: &Table) -> Vec<String> {
    let mut header = header::read(&table.header);
    if let Some((a, b)) = column_swap::find(table, &header) {
        header.columns.swap(a, b);
    }
    let Some(index) = header.index(Column::Type) else {
        return Vec::new();
    };
    let whole = table
        .rows
        .iter()
        .filter(|row| row.cells.len() == header.columns.len());
    let texts = whole.map(|row| row.cells[index].text.line());
    let types = texts.filter_map(|text| type_cell::read(&text, header.dialect).ok());
    // By what it is printed as: a page can define a built-in type, as it does InputFile.
    let names = types.flat_map(|ty| capitalised(&ty.to_string()));
    names.collect()
}

fn speaks_of_return(text: &str) -> bool {
    dialect::all()
        .iter()
        .any(|dialect| dialect.returns.verb.is_match(text))
}

/// The words of a text that could be type names.
fn capitalised(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    let named = words.filter(|word| word.starts_with(|c: char| c.is_ascii_uppercase()));
    named
        .filter(|word| *word != "Array")
        .map(str::to_owned)
        .collect()
}
