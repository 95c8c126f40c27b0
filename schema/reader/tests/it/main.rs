//! The reader through its public doors: pages in, schemas and findings out.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod example;
mod formats;
mod lints;
mod pages;
mod properties;
mod robust;
mod size;
