//! Updates by polling: what a loop of calls survives, what it confirms and when, how it stops.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

mod chance;
mod confirms;
mod idles;
mod numbers;
mod server;
mod stops;
mod survives;
