//! Mentions: types that no parameter, field, union or result has, in; those of which the page's
//! prose speaks all the same, out.

use std::collections::HashMap;

use crate::block::{Block, BlockKind};
use schema::schema::{Schema, TypeDef};

/// The unused types that some paragraph or cell outside their own section names.
pub(super) fn mentioned(schema: &Schema, blocks: &[Block]) -> Vec<String> {
    let used = schema.used_names();
    let types = schema.types.iter();
    let unused: Vec<&TypeDef> = types
        .filter(|def| !used.contains(def.name.as_str()))
        .collect();
    // How often each is named, counted in one pass over the page, however many there are.
    let names = unused.iter().map(|def| (def.name.as_str(), 0));
    let mut counts: HashMap<&str, usize> = names.collect();
    for text in blocks.iter().flat_map(texts) {
        for word in words(&text) {
            if let Some(count) = counts.get_mut(word) {
                *count += 1;
            }
        }
    }
    let elsewhere = |def: &&TypeDef| counts.get(def.name.as_str()).copied() > Some(own(def));
    let found = unused.into_iter().filter(elsewhere);
    found.map(|def| def.name.clone()).collect()
}

/// The paragraphs and cells of a block.
fn texts(block: &Block) -> Vec<String> {
    match &block.kind {
        BlockKind::Paragraph(text) => vec![text.plain()],
        BlockKind::Table(table) => {
            let cells = table.rows.iter().flat_map(|row| &row.cells);
            cells.map(|cell| cell.text.plain()).collect()
        }
        _ => Vec::new(),
    }
}

/// How often a type's own section names it.
fn own(def: &TypeDef) -> usize {
    let docs = def.fields().iter().filter_map(|field| field.doc.as_deref());
    let docs = docs.chain(def.doc.as_deref());
    let types = def.fields().iter().flat_map(|field| field.ty.names());
    let types = types.filter(|name| *name == def.name).count();
    types + docs.map(|text| count(text, &def.name)).sum::<usize>()
}

/// How often a name stands in a text as a word.
fn count(text: &str, name: &str) -> usize {
    words(text).filter(|word| *word == name).count()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
}
