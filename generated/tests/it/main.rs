//! The runtime and the generated code through the crate's public API.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

mod calls;
mod client;
mod parse;
mod polling;
mod sending;
mod stream;
mod webhook;
mod wire;
