//! Mentions: types that no parameter, field, union or result has, and of which the page's prose
//! speaks all the same.

use std::collections::HashMap;

use super::text::ascii_words;
use crate::block::BlockKind;
use crate::tables::ClassifiedBlock;
use schema::{Schema, Shape, TypeDef};

/// Finds the unused types that some paragraph or cell outside their own section names.
pub(super) fn find_mentioned(schema: &Schema, blocks: &[ClassifiedBlock<'_>]) -> Vec<String> {
    let used = schema.used_names();
    let unused: Vec<&TypeDef> = schema
        .types
        .iter()
        .filter(|def| !used.contains(def.name.as_str()))
        .collect();
    // Counted in one pass over the page, however many names there are.
    let mut counts: HashMap<&str, usize> =
        unused.iter().map(|def| (def.name.as_str(), 0)).collect();
    if counts.is_empty() {
        return Vec::new();
    }
    let lists = schema.types.iter().flat_map(listed_names);
    for text in blocks.iter().flat_map(texts).chain(lists) {
        for word in words(&text) {
            if let Some(count) = counts.get_mut(word) {
                *count += 1;
            }
        }
    }
    unused
        .into_iter()
        .filter(|def| counts[def.name.as_str()] > count_in_own_section(def))
        .map(|def| def.name.clone())
        .collect()
}

/// The items of a type without fields: of a union, perhaps, whose introduction says nothing.
fn listed_names(def: &TypeDef) -> Vec<String> {
    let doc = def
        .doc
        .as_deref()
        .filter(|_| matches!(&def.shape, Shape::Struct(fields) if fields.is_empty()));
    let items = doc.unwrap_or_default().lines();
    items
        .filter_map(|line| line.strip_prefix("- ").map(str::to_owned))
        .collect()
}

/// The paragraphs and cells of a block.
fn texts(block: &ClassifiedBlock<'_>) -> Vec<String> {
    match &block.kind {
        BlockKind::Paragraph(text) => vec![text.plain()],
        BlockKind::Table(table) => {
            let cells = table.table.rows.iter().flat_map(|row| &row.cells);
            cells.map(|cell| cell.text.plain()).collect()
        }
        _ => Vec::new(),
    }
}

/// The number of times that a type's own section names it.
fn count_in_own_section(def: &TypeDef) -> usize {
    let is_own = |name: &&str| *name == def.name;
    let docs = def.fields().iter().filter_map(|field| field.doc.as_deref());
    let docs = docs.chain(def.doc.as_deref()).flat_map(words);
    let types = def.fields().iter().flat_map(|field| field.ty.names());
    docs.filter(is_own).count() + types.filter(is_own).count()
}

/// The words of a text that could be types' names, which begin with a capital.
fn words(text: &str) -> impl Iterator<Item = &str> {
    ascii_words(text)
        .map(|range| &text[range])
        .filter(|word| word.starts_with(|c: char| c.is_ascii_uppercase()))
}
