//! The runtime and the generated code through the crate's public API, one module for each topic.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

mod decode;
mod download;
mod polling;
mod rate_limit;
mod request;
mod response_limit;
mod retry;
mod secrets;
mod shared;
mod support;
mod timeout;
mod transport;
mod update;
mod upload;
mod validate;
mod webhook;
