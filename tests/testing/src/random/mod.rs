//! Random input: schemas that pages can state, any schemas, types, and texts that look like pages.

mod any;
mod facts;
mod names;
mod stated;
mod texts;
mod types;

pub use any::schema as any_schema;
pub use stated::schema as stated_schema;
pub use texts::{page_like, type_like, yaml_like};
pub use types::any as any_type;
