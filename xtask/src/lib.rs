//! The command line: arguments and a workspace in, files, reports and an exit status out.

pub mod failure;
pub mod files;
pub mod record;
pub mod render;
pub mod terminal;
