//! The server through its one door: HTTP on this machine.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod answers;
mod call_format;
mod client;
mod control;
mod encodings;
mod faults;
mod files;
mod program;
mod real_server;
mod refused;
mod updates;
mod webhooks;
