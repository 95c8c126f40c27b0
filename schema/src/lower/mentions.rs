//! Mentions: types that no parameter, field, union or result has, in; those of which the page's
//! prose speaks all the same, out.

use std::collections::HashSet;

use crate::block::{Block, BlockKind};
use crate::schema::{Schema, TypeDef};
use crate::ty::Type;

/// The names that anything but a type's own fields has.
pub(crate) fn used(schema: &Schema) -> HashSet<&str> {
    let methods = schema.methods.iter().flat_map(|method| {
        let params = method.params.iter().map(|param| &param.ty);
        method.returns.iter().chain(params).flat_map(Type::names)
    });
    let types = schema.types.iter().flat_map(|def| {
        let fields = def.fields().iter().map(|field| &field.ty);
        let members = def.union().into_iter().flat_map(|union| &union.one_of);
        let names = fields.chain(members).flat_map(Type::names);
        names.filter(move |name| *name != def.name)
    });
    methods.chain(types).collect()
}

/// The unused types that some paragraph or cell outside their own section names.
pub(super) fn mentioned(schema: &Schema, blocks: &[Block]) -> Vec<String> {
    let used = used(schema);
    let types = schema.types.iter();
    let mut unused: Vec<_> = types
        .filter(|def| !used.contains(def.name.as_str()))
        .map(|def| (def, own(def)))
        .collect();
    let mut found = Vec::new();
    for text in blocks.iter().flat_map(texts) {
        for (def, own) in &mut unused {
            match own.checked_sub(count(&text, &def.name)) {
                Some(left) => *own = left,
                None => found.push(def.name.clone()),
            }
        }
        unused.retain(|(def, _)| !found.contains(&def.name));
        if unused.is_empty() {
            break;
        }
    }
    found
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
    if !text.contains(name) {
        return 0;
    }
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    words.filter(|word| *word == name).count()
}
