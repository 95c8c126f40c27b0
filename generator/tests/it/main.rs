//! Schema in, crate out: what is generated, that it compiles however odd the schema, and what is
//! refused.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod call;
mod conditions;
mod docs;
mod file_names;
mod golden;
mod markdown;
mod odd;
mod openapi;
mod refused;
mod removed_history;
mod required_history;
mod runtime;
mod sharing;
mod text_entity;
mod variants;

use schema::PageLock;
use schema::doc_texts::DocTexts;
use schema::manifest::Manifest;
use schema::model::{Model, resolve};

/// The model of an API from its YAML.
fn model(manifest: &str, schema: &str, words: &str) -> Model {
    let manifest: Manifest = schema::yaml::load(manifest).unwrap();
    let words: DocTexts = schema::yaml::load(words).unwrap();
    resolve(
        schema::yaml::load(schema).unwrap(),
        manifest,
        &PageLock::default(),
        &words,
    )
}
