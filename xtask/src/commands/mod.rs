//! The commands, one a file: options and a workspace in; output and an exit status out.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;

use schema::load::io_error;

use crate::cli::{self, Command, Parsed};
use crate::error::CommandError;
use crate::files::replace_file;
use crate::render;
use crate::render::sanitize::sanitize;
use crate::terminal::{Style, Terminal};
use crate::workspace::Workspace;

mod check_apis;
mod codegen;
mod diff;
pub(crate) mod explain;
mod export;
mod extract;
mod inspect;
mod lint;

/// Success: everything is up to date, or was brought up to date.
pub const DONE: u8 = 0;
/// Something is out of date, or a lint found an error.
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
        out_style: Style::plain(),
        err_style: Style::plain(),
    };
    run_on(args, root, &mut terminal)
}

/// Runs a command line, the program's name first, on the workspace at `root`.
pub fn run_on<I>(args: I, root: &Path, terminal: &mut Terminal<'_>) -> u8
where
    I: IntoIterator<Item = OsString>,
{
    let ended = match cli::parse(args) {
        Parsed::Command(command) => run_command(&command, root, terminal),
        Parsed::Help(text) => write_text(terminal.out, &text, DONE),
        Parsed::Misused(text) => write_text(terminal.err, &sanitize(&text), UNUSABLE),
    };
    let ended = ended.and_then(|status| Ok(terminal.out.flush().map(|()| status)?));
    ended.unwrap_or_else(|error| report_error(&error, terminal))
}

fn write_text(to: &mut dyn Write, text: &str, status: u8) -> Result<u8, CommandError> {
    to.write_all(text.as_bytes())?;
    Ok(status)
}

fn run_command(
    command: &Command,
    root: &Path,
    terminal: &mut Terminal<'_>,
) -> Result<u8, CommandError> {
    let workspace = &Workspace::new(root);
    match command {
        Command::Codegen(options) => codegen::run(workspace, options, terminal),
        Command::Extract(options) => extract::run(workspace, options, terminal),
        Command::Lint(options) => lint::run(workspace, options, terminal),
        Command::Diff(options) => diff::run(workspace, options, terminal),
        Command::Inspect(options) => inspect::run(workspace, options, terminal),
        Command::Export(options) => export::run(workspace, options, terminal),
        Command::Explain { code } => explain::run(code.as_deref(), terminal),
    }
}

/// Writes a file that the user named, whole or not at all.
fn write_file(file: &Path, text: &str) -> Result<(), CommandError> {
    let shown = file.display().to_string();
    replace_file(file, text).map_err(|error| io_error("write", &shown, &error).into())
}

/// Prints the error that ended a command; none where the reader of the output is gone (`| head`).
fn report_error(error: &CommandError, terminal: &mut Terminal<'_>) -> u8 {
    let text = match error {
        CommandError::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => String::new(),
        CommandError::Output(error) => format!("error: can't write the output: {error}\n"),
        CommandError::Input(failures) => {
            render::human::print_findings(failures, terminal.err_style)
        }
        CommandError::Unreadable(found) => render::human::print_report(found, terminal.err_style),
    };
    // Where stderr is closed as well, the exit status alone reports it.
    let _ = terminal.err.write_all(text.as_bytes());
    UNUSABLE
}
