//! The command line: arguments and a workspace in, files, reports and an exit status out.
//!
//! One file holds each command; [`cli`] says what they take, [`render`] how findings look, and
//! [`files`] is the only one that writes.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;

use crate::cli::{Command, Parsed};
use crate::failure::Stop;
use crate::render::clean::clean;
use crate::terminal::{Look, Terminal};
use crate::workspace::Workspace;

pub mod api;
mod bases;
pub mod cli;
mod codegen;
mod desired;
pub mod diff;
mod drift;
mod explain;
mod extract;
pub mod failure;
mod features;
pub mod fetch;
pub mod files;
mod interrupted;
mod json_schema;
mod levels;
mod lint;
mod lock;
mod nearest;
mod news;
pub mod pages;
pub mod pipeline;
pub mod record;
pub mod render;
mod shell;
mod summary;
pub mod terminal;
pub mod workspace;

/// Everything is in step, or was brought into it.
pub const DONE: u8 = 0;
/// Something is out of step, or a lint found an error.
pub const FOUND: u8 = 1;
/// The arguments or the input can't be used, or the output can't be written.
pub const UNUSABLE: u8 = 2;

/// Runs a command line, the program's name first, on the workspace at `root`, without colours.
pub fn run<I>(args: I, root: &Path, out: &mut dyn Write, err: &mut dyn Write) -> u8
where
    I: IntoIterator<Item = OsString>,
{
    let mut terminal = Terminal {
        out,
        err,
        out_look: Look::plain(),
        err_look: Look::plain(),
    };
    run_on(args, root, &mut terminal)
}

/// Runs a command line, the program's name first, on the workspace at `root`.
pub fn run_on<I>(args: I, root: &Path, terminal: &mut Terminal<'_>) -> u8
where
    I: IntoIterator<Item = OsString>,
{
    let ended = match cli::parse(args) {
        Parsed::Command(command) => dispatch(command, root, terminal),
        Parsed::Help(text) => say(terminal.out, &text, DONE),
        Parsed::Misused(text) => say(terminal.err, &clean(&text), UNUSABLE),
    };
    let ended = ended.and_then(|status| Ok(terminal.out.flush().map(|()| status)?));
    ended.unwrap_or_else(|stop| stopped(&stop, terminal))
}

fn say(to: &mut dyn Write, text: &str, status: u8) -> Result<u8, Stop> {
    to.write_all(text.as_bytes())?;
    Ok(status)
}

/// Runs a command: alone where it writes the workspace, else while nobody does.
fn dispatch(command: Command, root: &Path, terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    let workspace = Workspace::new(root);
    if command.writes() {
        let _lock = lock::to_write(&workspace, terminal)?;
        interrupted::settle(&workspace, terminal)?;
        return perform(&command, &workspace, terminal);
    }
    if !command.only_compares() && interrupted::is_left(&workspace)? {
        let _lock = lock::to_write(&workspace, terminal)?;
        interrupted::settle(&workspace, terminal)?;
    }
    lock::to_read(&workspace, terminal, |terminal| {
        if command.only_compares() && interrupted::report(&workspace, terminal)? {
            return Ok(FOUND);
        }
        perform(&command, &workspace, terminal)
    })
}

fn perform(
    command: &Command,
    workspace: &Workspace,
    terminal: &mut Terminal<'_>,
) -> Result<u8, Stop> {
    match command {
        Command::Codegen(options) => codegen::run(workspace, options, terminal),
        Command::Extract(options) => extract::run(workspace, options, terminal),
        Command::Lint(options) => lint::run(workspace, options, terminal),
        Command::Diff(options) => diff::run(workspace, options, terminal),
        Command::Explain { code } => explain::run(code.as_deref(), terminal),
    }
}

/// Says why a command stopped. A reader that went away (`| head`) needs no telling.
fn stopped(stop: &Stop, terminal: &mut Terminal<'_>) -> u8 {
    let text = match stop {
        Stop::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => String::new(),
        Stop::Output(error) => format!("error: can't write the output: {error}\n"),
        Stop::Input(failures) => render::human::all(failures, terminal.err_look),
        Stop::Unreadable(found) => render::human::report(found, terminal.err_look),
    };
    // Where stderr is closed as well, the exit status alone tells.
    let _ = terminal.err.write_all(text.as_bytes());
    UNUSABLE
}
