//! Webhooks: whose calls are let in, what comes of their bodies, and what can be answered.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

mod answers;
mod calls;
