//! `fake-server`: the process around [`fake_server::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    fake_server::cli::main(std::env::args_os())
}
