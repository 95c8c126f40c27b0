//! Known types: the names that a page uses as types', gathered before anything else is read.
//!
//! They tell a type without fields from a chapter, and a type in a sentence from any other
//! capitalised word: in “Returns the Menu of the Shop.” `Menu` is the type where some cell of a type
//! column has it, and `Shop` is none.

use std::collections::HashMap;

use crate::block::{BlockKind, Run};
use crate::dialect::{Column, Dialects};
use crate::tables::{ClassifiedBlock, TableView};

/// The places where a page has a name as that of a type.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct TypeEvidence {
    /// A cell of a type column has it.
    pub(super) in_type_cell: bool,
    /// A sentence about returns has it.
    pub(super) in_return_sentence: bool,
    /// A section defines it.
    pub(super) is_defined: bool,
}

impl TypeEvidence {
    /// Checks whether anything has the type.
    pub(super) fn is_in_use(self) -> bool {
        self.in_type_cell || self.in_return_sentence
    }

    /// Checks whether it is a type for certain: a word of a sentence may be any word.
    pub(super) fn is_certain(self) -> bool {
        self.in_type_cell || self.is_defined
    }
}

/// The names that stand where a type is expected.
pub(super) struct KnownTypes<'d> {
    /// The dialects that the page may be in.
    pub(super) dialects: &'d Dialects,
    names: HashMap<String, TypeEvidence>,
    /// True if some cell has a built-in type in lower case: `string`.
    any_in_lower_case: bool,
}

impl<'d> KnownTypes<'d> {
    /// Gathers the names of a page's type columns, and those in sentences about returns.
    pub(super) fn collect(blocks: &[ClassifiedBlock<'_>], dialects: &'d Dialects) -> Self {
        let mut known = Self {
            dialects,
            names: HashMap::new(),
            any_in_lower_case: false,
        };
        for block in blocks {
            match &block.kind {
                BlockKind::Table(table) => known.add_table(table),
                BlockKind::Paragraph(text) => known.add_sentences(&text.plain()),
                _ => {}
            }
        }
        known
    }

    /// The evidence that a name is a type's.
    pub(super) fn evidence(&self, name: &str) -> TypeEvidence {
        self.names.get(name).copied().unwrap_or_default()
    }

    /// Checks whether the page writes the built-in types in lower case.
    pub(super) fn are_in_lower_case(&self) -> bool {
        self.any_in_lower_case
    }

    /// Finds a type that a text has in lower case, be it in the plural: “the events” of `Event`.
    pub(super) fn find_in_lower_case(&self, text: &str) -> Option<String> {
        let words = text.split(|c: char| !c.is_ascii_alphanumeric());
        words
            .flat_map(|word| [word, word.strip_suffix('s').unwrap_or(word)])
            .filter(|word| word.starts_with(|c: char| c.is_ascii_lowercase()))
            .map(|word| word[..1].to_ascii_uppercase() + &word[1..])
            .find(|name| self.evidence(name).is_certain())
    }

    /// Adds the names that the page's sections define.
    pub(super) fn define<'n>(&mut self, names: impl Iterator<Item = &'n str>) {
        for name in names {
            self.entry(name).is_defined = true;
        }
    }

    fn add_table(&mut self, table: &TableView<'_>) {
        self.any_in_lower_case |= table.rows().any(|(row, ty)| {
            let cell = table.cell(row, Column::Type);
            let first = cell.and_then(|cell| cell.text.runs().first());
            let is_lower = |run: &Run| run.text.starts_with(|c: char| c.is_ascii_lowercase());
            matches!(ty, Some(Ok(_))) && first.is_some_and(is_lower)
        });
        for ty in table.types() {
            // By what it is printed as: a page can define a built-in type, as it does InputFile.
            for name in capitalised_words(&ty.to_string()) {
                self.entry(name).in_type_cell = true;
            }
        }
    }

    fn add_sentences(&mut self, text: &str) {
        if !self.speaks_of_return(text) {
            return;
        }
        // “Returns” itself is no type.
        for word in capitalised_words(text) {
            if self.speaks_of_return(word) {
                continue;
            }
            self.entry(word).in_return_sentence = true;
        }
    }

    fn entry(&mut self, name: &str) -> &mut TypeEvidence {
        self.names.entry(name.to_owned()).or_default()
    }

    fn speaks_of_return(&self, text: &str) -> bool {
        self.dialects
            .iter()
            .any(|dialect| dialect.returns.verb.is_match(text))
    }
}

/// The words of a text that could be type names.
fn capitalised_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .filter(|word| word.starts_with(|c: char| c.is_ascii_uppercase()) && *word != "Array")
}
