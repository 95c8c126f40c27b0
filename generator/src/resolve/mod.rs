//! Models → everything that the emitters need to know of an API, worked out once.

pub(crate) mod anonymous_union;
pub(crate) mod api;
mod boxing;
pub(crate) mod condition;
pub(crate) mod discriminator;
mod guard;
pub(crate) mod inherited;
pub(crate) mod limits;
pub(crate) mod long_poll;
pub(crate) mod names;
pub(crate) mod prepare;
pub(crate) mod string_enum;
mod type_graph;
pub(crate) mod update;
pub(crate) mod update_path;
pub(crate) mod validate_schema;
pub(crate) mod variant_names;
