//! What goes over the wire: every SafeW method through a transport that records its calls, and
//! what comes of the server's answers.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests fail by panicking")]

mod answers;
mod calls;
mod check;
mod model;
mod recorder;
mod values;
