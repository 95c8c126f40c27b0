//! The front end: a reference page in, a [`schema::schema::Schema`] with spans and diagnostics out.
//!
//! ```text
//! text → blocks → tables → Schema + spans → lints
//! ```

pub mod block;
pub mod dialect;
pub mod lint;
mod lower;
pub mod page;
pub mod read;
