//! The scripts in `.ci`, run in small repositories: with a `cargo` that is ours, and a page from
//! a server of ours.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod release;
mod repository;
#[path = "../support/mod.rs"]
mod support;
mod update;
