//! The model: the schema as we believe it, complete, with texts. The generator reads it.

use std::collections::{BTreeMap, BTreeSet};

use crate::doc_texts::DocTexts;
use crate::manifest::{Manifest, Prose};
use crate::markup::Markup;
use crate::page_lock::{BecameOptional, PageLock};
use crate::path::ItemPath;
use crate::refusals::Refusal;
use crate::schema::{Field, Schema, Shape};
use crate::ty::Type;

/// An API, ready to be generated.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The API's short name: its folder's, its Rust module's, its Cargo feature's.
    pub api: String,
    /// The manifest.
    pub manifest: Manifest,
    /// The schema, corrected. `doc` holds the text for every doc comment: our
    /// own, or the page's where the manifest keeps its prose.
    pub schema: Schema,
    /// The known refusals of the server, those of the APIs that it extends last.
    pub refusals: Vec<Refusal>,
    /// Names that are used and defined nowhere, with our texts for them where there are any.
    pub opaque: Vec<Opaque>,
    /// Types that are another API's down to the last field: its Rust types stand for them.
    pub inherited: BTreeSet<String>,
    /// Parameters and fields that an earlier version required, in the order in which that ceased.
    pub was_required: Vec<BecameOptional>,
    /// Parameters and fields that the version before still had, by their owner.
    pub removed: BTreeMap<String, Vec<Field>>,
    /// The marks for parts of a text: its own, or that of the API that it extends.
    pub markup: Option<Markup>,
}

/// A type that is named but not defined: its values keep their raw JSON.
#[derive(Clone, Debug, PartialEq)]
pub struct Opaque {
    /// The name as the page writes it.
    pub name: String,
    /// Our text for it.
    pub doc: Option<String>,
}

/// Makes the model of a schema that is already corrected by its overrides.
pub fn resolve(schema: Schema, manifest: Manifest, lock: &PageLock, texts: &DocTexts) -> Model {
    let mut schema = schema;
    if manifest.prose == Prose::Omit {
        put_docs(&mut schema, texts);
    }
    set_http(&mut schema, &manifest);
    let opaque = undefined(&schema)
        .into_iter()
        .map(|name| Opaque {
            doc: doc_text(texts, &ItemPath::owner(&name)),
            name,
        })
        .collect();
    Model {
        api: schema.api.clone(),
        manifest,
        schema,
        refusals: Vec::new(),
        opaque,
        inherited: BTreeSet::new(),
        was_required: lock.was_required.clone(),
        removed: lock.removed.clone(),
        markup: None,
    }
}

impl Model {
    /// Checks whether an earlier version required a parameter or a field.
    pub fn was_required(&self, at: &ItemPath) -> bool {
        self.was_required.iter().any(|one| one.0.contains(at))
    }
}

/// Gives methods the verb and path that the manifest has for them.
fn set_http(schema: &mut Schema, manifest: &Manifest) {
    for method in &mut schema.methods {
        if let Some(http) = manifest.call.methods.get(&method.name) {
            method.http = Some(http.clone());
        }
    }
}

fn doc_text(texts: &DocTexts, at: &ItemPath) -> Option<String> {
    texts.get(at).map(str::to_owned)
}

/// Puts our texts in place of the page's.
fn put_docs(schema: &mut Schema, texts: &DocTexts) {
    for method in &mut schema.methods {
        method.doc = doc_text(texts, &ItemPath::owner(&method.name));
        for param in &mut method.params {
            param.doc = doc_text(texts, &ItemPath::member(&method.name, &param.name));
        }
    }
    for def in &mut schema.types {
        def.doc = doc_text(texts, &ItemPath::owner(&def.name));
        if let Shape::Struct(fields) = &mut def.shape {
            for field in fields {
                field.doc = doc_text(texts, &ItemPath::member(&def.name, &field.name));
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
