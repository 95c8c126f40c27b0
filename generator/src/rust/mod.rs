//! Rust itself: its identifiers, and the names that are taken.

pub(crate) mod ident;
pub mod reserved;
