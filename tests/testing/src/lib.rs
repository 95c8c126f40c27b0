//! Shared test code: fixture pages, random input, and checks.

pub mod any_text;
pub mod crate_copy;
pub mod edits;
pub mod fault;
pub mod fixtures;
pub mod hostile;
pub mod html_writer;
pub mod page_writer;
pub mod random;
pub mod real_pages;
pub mod report;
