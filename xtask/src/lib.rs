//! The command line: arguments and a workspace in, files, reports and an exit status out.

pub mod render;
pub mod terminal;
