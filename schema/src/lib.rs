//! The intermediate form: what a reference page states, what we correct of it, and the [`model::Model`]
//! that the generator reads. Plain data with one YAML form each; `reader` makes it from pages.

mod budget;
pub mod diagnostic;
pub mod diff;
pub mod doc_texts;
mod escapes;
pub mod extend;
pub mod folder;
pub mod hidden;
pub mod history;
pub mod manifest;
pub mod model;
pub mod names;
pub mod nearest;
pub mod overrides;
pub mod path;
mod raw;
pub mod schema;
pub mod sent;
pub mod source;
pub mod ty;
pub mod walk;
pub mod yaml;
