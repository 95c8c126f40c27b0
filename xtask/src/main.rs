//! `cargo xtask`: the process around [`xtask::run_on`].

use std::io::{self, Write};
use std::process::ExitCode;

use xtask::terminal::{Style, Terminal};

fn main() -> ExitCode {
    let Some(root) = xtask::workspace::find_root() else {
        // Nobody is left to tell where stderr is closed too.
        let _ = writeln!(
            io::stderr(),
            "error: neither this folder nor one above it has `schema/apis`: run this inside the repository"
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
