//! The fake server, and a bot for it.

use std::time::Duration;

use fake_server::{Api, Fault, Kind, Options, Record, Server};
use generated::telegram::Bot;
use generated::{Error, Retries, TransportErrorKind};

pub(crate) async fn start() -> Server {
    let api = Api::named("telegram").unwrap();
    Server::start(api, Options::default()).await.unwrap()
}

/// A bot that sends each call once.
pub(crate) fn bot(server: &Server) -> Bot {
    Bot::new(server.token()).with_base_url(server.url())
}

/// Retries that lose no time.
pub(crate) fn quick() -> Retries {
    let moment = Duration::from_millis(2);
    Retries::new().first_delay(moment).max_delay(moment)
}

/// A server that strikes the next call of a method, and its bot.
pub(crate) async fn struck(fault: Fault, method: &str) -> (Server, Bot) {
    let server = start().await;
    server.fault(fault.on(method)).unwrap();
    let bot = bot(&server);
    (server, bot)
}

/// The only call of a method.
pub(crate) fn only(server: &Server, method: &str) -> Record {
    let mut calls = server.calls_of(method);
    assert_eq!(calls.len(), 1, "{calls:?}");
    calls.remove(0)
}

pub(crate) fn status(status: u16) -> Fault {
    Fault::new(Kind::Status { status })
}

/// Why a call failed on its way.
pub(crate) fn failure<T: std::fmt::Debug>(result: Result<T, Error>) -> TransportErrorKind {
    match result {
        Err(Error::Transport(failure)) => failure.kind().clone(),
        other => panic!("{other:?}"),
    }
}

/// Bytes that repeat nowhere near.
pub(crate) fn contents(length: u32) -> Vec<u8> {
    (0..length)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8)
        .collect()
}
