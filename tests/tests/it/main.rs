//! The whole: every method of every API, through the client against the fake server.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

mod calls;
mod every_method;
