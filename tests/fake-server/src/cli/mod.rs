//! The command line: arguments in, a server that runs until it is interrupted.

mod feed;
mod program;

use std::ffi::OsString;
use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::ArgMatches;

use crate::api::Api;
use crate::options::Options;
use crate::server::Server;

/// The exit status for arguments or files that can't be used.
const UNUSABLE: u8 = 2;

/// Runs the program with these arguments, the first of which is its name.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let matches = match program::program().try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(error) => return print_clap_error(&error),
    };
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => return report_failure(&format!("can't start: {error}")),
    };
    match runtime.block_on(run_server(&matches)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => report_failure(&why),
    }
}

/// Prints help, the version, or what is wrong with the arguments.
fn print_clap_error(error: &clap::Error) -> ExitCode {
    // Nobody is left to tell where the output is closed.
    let _ = error.print();
    match error.use_stderr() {
        true => ExitCode::from(UNUSABLE),
        false => ExitCode::SUCCESS,
    }
}

fn report_failure(why: &str) -> ExitCode {
    // Nobody is left to tell where stderr is closed.
    let _ = writeln!(io::stderr(), "error: {why}");
    ExitCode::from(UNUSABLE)
}

async fn run_server(matches: &ArgMatches) -> Result<(), String> {
    let api = load_api(matches)?;
    let updates = match matches.get_one::<PathBuf>("updates") {
        Some(path) => feed::read_updates(path)?,
        None => Vec::new(),
    };
    let options = read_options(matches);
    let address = options.address;
    let server = Server::start(api, options).await;
    let server = server.map_err(|error| format!("can't listen on {address}: {error}"))?;
    for update in updates {
        server
            .push_update(update)
            .map_err(|error| error.to_string())?;
    }
    print_line(&format!("{} token {}", server.url(), server.token()))?;
    let every = matches.get_one::<Duration>("every").copied();
    tokio::select! {
        stopped = tokio::signal::ctrl_c() => stopped.map_err(|error| error.to_string()),
        fed = feed::feed_messages(&server, every) => fed,
    }
}

fn load_api(matches: &ArgMatches) -> Result<Api, String> {
    let name = matches.get_one::<String>("api").map_or("", String::as_str);
    let api = match matches.get_one::<PathBuf>("apis") {
        Some(folder) => Api::load(folder, name),
        None => Api::named(name),
    };
    api.map_err(|error| error.to_string())
}

fn read_options(matches: &ArgMatches) -> Options {
    let mut options = Options {
        lenient: matches.get_flag("lenient"),
        ..Options::default()
    };
    if let Some(ip) = matches.get_one("bind") {
        options.address = SocketAddr::new(*ip, 0);
    }
    if let Some(port) = matches.get_one("port") {
        options.address.set_port(*port);
    }
    if let Some(token) = matches.get_one::<String>("token") {
        options.token.clone_from(token);
        options.tokens = vec![token.clone()];
    }
    options
}

fn print_line(line: &str) -> Result<(), String> {
    let mut out = io::stdout();
    let written = writeln!(out, "{line}").and_then(|()| out.flush());
    written.map_err(|error| format!("can't write to stdout: {error}"))
}
