//! The front end: a bot platform's reference page in, a [`schema::Schema`] and diagnostics out.
//!
//! ```text
//! text → blocks → raw tables → Schema + spans → (overrides) → Model
//! ```
//!
//! Without the `docs` feature the crate is its data types alone: the schema, its YAML form,
//! overrides, words, manifests and the [`model::Model`] that a generator reads.

pub mod at;
#[cfg(feature = "docs")]
pub mod block;
mod budget;
pub mod diagnostic;
#[cfg(feature = "docs")]
pub mod dialect;
pub mod diff;
mod escapes;
pub mod extend;
pub mod folder;
pub mod hidden;
pub mod history;
#[cfg(feature = "docs")]
pub mod lint;
#[cfg(feature = "docs")]
mod lower;
pub mod manifest;
pub mod model;
pub mod names;
pub mod nearest;
pub mod overrides;
#[cfg(feature = "docs")]
pub mod page;
mod raw;
#[cfg(feature = "docs")]
pub mod read;
pub mod schema;
pub mod sent;
pub mod source;
pub mod ty;
pub mod walk;
pub mod words;
pub mod yaml;
