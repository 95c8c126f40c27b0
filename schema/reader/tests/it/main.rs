//! The reader through its public doors: pages in, schemas and findings out.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod account;
mod any_text;
mod damage;
mod dialects;
mod example;
mod formats;
mod large_pages;
mod lints;
mod pages;
mod platforms;
mod properties;
mod reads;
mod real_pages;
