//! The command line as clap has it: every option and help text.

use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Arg, ArgAction, Command, value_parser};

/// The port where none is named.
const PORT: &str = "8081";

/// The program with its options.
pub(super) fn program() -> Command {
    Command::new("fake-server")
        .about("A fake Bot API server on this machine, driven by a schema.")
        .long_about(ABOUT)
        .after_help(AFTER)
        .arg(
            Arg::new("api")
                .value_name("API")
                .required(true)
                .help("The API to serve"),
        )
        .args(address_args())
        .arg(value_option(
            "token",
            "TOKEN",
            "The only token that is known [default: any]",
        ))
        .arg(
            value_option(
                "apis",
                "DIR",
                "A folder of APIs of your own [default: those that are built in]",
            )
            .value_parser(value_parser!(PathBuf)),
        )
        .args(feed_args())
        .arg(
            Arg::new("lenient")
                .long("lenient")
                .action(ArgAction::SetTrue)
                .help("Ignore names that the page does not know, as the real server does"),
        )
}

fn address_args() -> [Arg; 2] {
    let port = value_option("port", "PORT", "The port to listen on; 0 takes a free one");
    let bind = value_option("bind", "ADDRESS", "The loopback address to listen on");
    [
        port.value_parser(value_parser!(u16)).default_value(PORT),
        bind.value_parser(parse_loopback).default_value("127.0.0.1"),
    ]
}

fn feed_args() -> [Arg; 2] {
    let updates = value_option(
        "updates",
        "PATH",
        "Updates to start with: a file with one on each line, or a folder of .json files",
    );
    let every = value_option(
        "every",
        "TIME",
        "Send the bot a message every so often, such as 2s",
    );
    [
        updates.value_parser(value_parser!(PathBuf)),
        every.value_parser(parse_period),
    ]
}

fn value_option(id: &'static str, name: &'static str, help: &'static str) -> Arg {
    Arg::new(id).long(id).value_name(name).help(help)
}

fn parse_loopback(text: &str) -> Result<IpAddr, String> {
    let ip: IpAddr = text.parse().map_err(|_| "no IP address".to_owned())?;
    match ip.is_loopback() {
        true => Ok(ip),
        false => Err("no loopback address: this server has no place in a network".to_owned()),
    }
}

fn parse_period(text: &str) -> Result<Duration, String> {
    let period = humantime::parse_duration(text).map_err(|error| error.to_string())?;
    match period.is_zero() {
        true => Err("the time between messages can't be zero".to_owned()),
        false => Ok(period),
    }
}

const ABOUT: &str = "\
A fake Bot API server on this machine, driven by a schema.

It checks every call against the schema of the API, and answers with what the schema says
the method returns. The base URL and a token are printed on one line when it is ready.";

const AFTER: &str = "\
Under /control it is driven: updates, faults, and what was received. GET /control lists it all.

Exit status: 0 it was interrupted, 2 the arguments or the input can't be used.

Examples:
  fake-server telegram                        serve the Telegram Bot API
  fake-server telegram --every 2s             with a message every two seconds
  fake-server safew --updates updates.jsonl   with updates of your own
  fake-server birds --apis ../birds/apis      an API of your own";
