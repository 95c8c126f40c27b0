//! The intermediate form: what a reference page states, what we correct of it, and the [`Model`]
//! that the generator reads. Plain data with one YAML form each; `reader` makes it from pages.

pub mod alternatives;
pub mod call;
pub mod case;
pub mod diagnostic;
pub mod doc_texts;
pub mod extend;
pub mod index;
pub mod load;
pub mod manifest;
pub mod markup;
pub mod model;
pub mod overrides;
pub mod page_lock;
pub mod path;
pub mod reads;
pub mod refusals;
pub mod schema;
pub mod source;
pub mod suggest;
pub mod ty;
pub mod unicode;
pub mod union_names;
pub mod walk;
pub mod yaml;

pub use crate::diagnostic::{Diagnostic, Level};
pub use crate::doc_texts::DocTexts;
pub use crate::manifest::Manifest;
pub use crate::model::Model;
pub use crate::overrides::Override;
pub use crate::page_lock::PageLock;
pub use crate::path::ItemPath;
pub use crate::refusals::Refusal;
pub use crate::schema::{
    Facts, Field, Format, Http, Limits, Method, Place, Scalar, Schema, Shape, TypeDef, Union, Verb,
};
pub use crate::source::{Source, Span};
pub use crate::ty::{Type, is_identifier};
