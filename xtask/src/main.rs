//! `cargo xtask`: the process around [`xtask::run_on`].

use std::io::{self, Write};
use std::process::ExitCode;

use xtask::terminal::{Style, Terminal};

fn main() -> ExitCode {
    let Some(root) = xtask::workspace::find_root() else {
        // Where stderr is closed too, the exit status alone reports it.
        let _ = writeln!(
            io::stderr(),
            "error: not inside the repository (no `schema/apis` in this or any parent folder)"
        );
        return ExitCode::from(xtask::UNUSABLE);
    };
    let mut terminal = Terminal {
        out_style: Style::of(&io::stdout()),
        err_style: Style::of(&io::stderr()),
        out: &mut io::stdout(),
        err: &mut io::stderr(),
    };
    ExitCode::from(xtask::run_on(std::env::args_os(), &root, &mut terminal))
}
