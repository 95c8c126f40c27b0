//! Real updates, and such as no server sends yet: read, kept, and written again.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod corpus;
mod forward;
mod sizes;
mod tolerance;
