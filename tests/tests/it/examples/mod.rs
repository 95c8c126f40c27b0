//! The examples of the crate on the fake server.

mod concurrent;
mod features;
mod tasks;
