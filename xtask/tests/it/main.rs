//! The command line, run on small workspaces: arguments and files in; files, reports and an exit
//! status out.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod big;
mod bombs;
mod cli;
mod compat;
mod diff;
mod drift;
mod fetch;
mod history;
mod hostile;
mod interrupted;
mod levels;
mod render;
mod schema_file;
#[cfg(unix)]
mod scripts;
mod several;
mod together;
mod workspace;
