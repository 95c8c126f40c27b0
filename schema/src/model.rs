//! The model: the schema as we believe it, complete, with words. What the generator reads.

use std::collections::BTreeSet;

use crate::doc_texts::DocTexts;
use crate::history;
use crate::manifest::{Manifest, Prose};
use crate::page_lock::PageLock;
use crate::path::ItemPath;
use crate::schema::{Schema, Shape};
use crate::ty::Type;

/// An API, ready to be generated.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The API's short name: its folder's, its Rust module's, its Cargo feature's.
    pub api: String,
    /// The manifest.
    pub manifest: Manifest,
    /// What the page states, corrected. `doc` holds the text for every doc comment: our own
    /// words, or the page's where the manifest keeps its prose.
    pub schema: Schema,
    /// Names that are used and defined nowhere, with our words for them where there are any.
    pub opaque: Vec<Opaque>,
    /// Types that are another API's to the last field: its Rust types can stand for them.
    pub borrowed: BTreeSet<String>,
    /// Parameters and fields that are optional and that constructors take nevertheless, because an
    /// earlier version required them: in the order in which that ceased.
    pub was_required: Vec<ItemPath>,
}

/// A type that is named but not defined: its values keep their raw JSON.
#[derive(Clone, Debug, PartialEq)]
pub struct Opaque {
    /// The name as the page writes it.
    pub name: String,
    /// Our words for it.
    pub doc: Option<String>,
}

/// Makes the model of a schema that is already corrected by its overrides.
pub fn resolve(schema: Schema, manifest: Manifest, lock: &PageLock, words: &DocTexts) -> Model {
    let mut schema = schema;
    if manifest.prose == Prose::Omit {
        put_words(&mut schema, words);
    }
    let opaque = undefined(&schema)
        .into_iter()
        .map(|name| Opaque {
            doc: words.get(&ItemPath::owner(&name)).map(str::to_owned),
            name,
        })
        .collect();
    let was_required = history::kept(&lock.was_required, &schema);
    Model {
        api: schema.api.clone(),
        manifest,
        schema,
        opaque,
        borrowed: BTreeSet::new(),
        was_required,
    }
}

fn put_words(schema: &mut Schema, words: &DocTexts) {
    let text = |at: ItemPath| words.get(&at).map(str::to_owned);
    for method in &mut schema.methods {
        method.doc = text(ItemPath::owner(&method.name));
        for param in &mut method.params {
            param.doc = text(ItemPath::member(&method.name, &param.name));
        }
    }
    for def in &mut schema.types {
        def.doc = text(ItemPath::owner(&def.name));
        if let Shape::Struct(fields) = &mut def.shape {
            for field in fields {
                field.doc = text(ItemPath::member(&def.name, &field.name));
            }
        }
    }
}

/// Every name that the schema uses and does not define, in alphabetical order.
pub fn undefined(schema: &Schema) -> BTreeSet<String> {
    let used = schema.type_exprs().flat_map(Type::names);
    let defined: BTreeSet<&str> = schema.types.iter().map(|def| def.name.as_str()).collect();
    used.filter(|name| !defined.contains(name))
        .map(str::to_owned)
        .collect()
}
