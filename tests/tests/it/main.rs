//! The generated crate through its public API, one module for each topic, and the whole: every method
//! of every API, through the client against the fake server.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

mod call_format;
mod calls;
mod command;
mod conversions;
mod decode;
mod download;
mod errors;
mod every_method;
mod examples;
mod hook;
mod polling;
mod rate_limit;
mod refusal;
mod request;
mod response_limit;
mod retry;
mod secrets;
mod shared;
mod support;
mod text;
mod timeout;
mod transport;
mod update;
mod upload;
mod validate;
mod webhook;
mod zalo;
