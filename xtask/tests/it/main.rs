//! The command line, run on small workspaces: arguments and files in; files, reports and an exit
//! status out.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod account;
mod cli;
mod compat;
mod diff;
mod drift;
mod export;
mod fetch;
mod hostile;
mod inspect;
mod large_pages;
mod lint_levels;
mod multiple_apis;
mod reads;
mod release_note;
mod render;
mod schema_file;
#[cfg(unix)]
mod scripts;
mod union_names;
mod was_required;
mod workspace;
mod writing;
mod yaml_limits;
