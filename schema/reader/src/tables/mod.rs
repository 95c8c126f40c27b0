//! Tables: blocks in, each table with what its header and its type cells say out.

pub(crate) mod column_swap;
pub(crate) mod header;
pub(crate) mod type_cell;
