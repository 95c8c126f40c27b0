//! The command line: arguments and a workspace in; files, reports and an exit status out.
//!
//! One file of `commands` holds each command. [`cli`] reads the arguments, [`pipeline`] turns an
//! API's folder and page into findings, `outputs` lists the files as they should be, [`files`]
//! compares or writes them, and [`render`] prints findings.

pub mod cli;
mod commands;
mod drift;
pub mod error;
mod features;
pub mod fetch;
pub mod files;
mod json_schema;
mod lock_notes;
mod outputs;
mod page_status;
pub mod pages;
pub mod pipeline;
mod quote;
pub mod render;
mod summary;
pub mod terminal;
mod versions;
pub mod workspace;

pub use commands::{DONE, FOUND, UNUSABLE, run, run_on};
