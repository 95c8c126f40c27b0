//! How long the blocking client is patient: a timeout is for silence, not for the whole call.

use std::time::{Duration, Instant};

use generated::telegram::Telegram;
use generated::{BlockingCall, Error, InputFile, Request, TransportErrorKind};

use crate::support::raw_server::{Does, Server, answer, blocking_bot};

const PATIENCE: Duration = Duration::from_millis(800);

fn result(result: &str) -> String {
    answer("200 OK", &format!(r#"{{"ok":true,"result":{result}}}"#))
}

#[test]
fn a_silent_server_is_given_up() {
    let server = Server::new([Does::Waits]);
    let started = Instant::now();
    let bot = blocking_bot(&server.url()).with_timeout(PATIENCE);
    let error = bot.get_me().call().unwrap_err();
    assert!(matches!(error, Error::Transport(why) if *why.kind() == TransportErrorKind::Timeout));
    let elapsed = started.elapsed();
    assert!(
        elapsed >= PATIENCE && elapsed < 20 * PATIENCE,
        "{elapsed:?}"
    );
}

/// A request that asks the server to wait for two seconds.
#[derive(serde::Serialize)]
struct LongPoll {}

impl Request for LongPoll {
    type Api = Telegram;
    type Response = Vec<i64>;
    const METHOD: &'static str = "getNumbers";

    fn long_poll_timeout(&self) -> Duration {
        Duration::from_secs(2)
    }
}

#[test]
fn a_long_poll_may_be_silent_for_longer() {
    let late = || Server::new([Does::AnswersAfter(PATIENCE * 2, result("[7]"))]);
    let (first, second) = (late(), late());
    let short = blocking_bot(&first.url()).with_timeout(PATIENCE);
    assert!(short.get_me().call().is_err());
    let long = blocking_bot(&second.url()).with_timeout(PATIENCE);
    assert_eq!(long.send(&LongPoll {}).call().unwrap(), [7]);
}

#[test]
fn an_answer_may_come_slowly() {
    let text = result("[]");
    let pause = PATIENCE / 10;
    let server = Server::new([Does::Drips(pause, text.clone())]);
    let started = Instant::now();
    let bot = blocking_bot(&server.url()).with_timeout(PATIENCE);
    assert_eq!(bot.get_updates().call().unwrap().len(), 0);
    assert!(started.elapsed() > 2 * PATIENCE);
}

#[test]
fn an_upload_may_take_its_time() {
    // Of what is sent, the system keeps some megabytes: those take less than the timeout.
    let message = r#"{"message_id":7,"date":1,"chat":{"id":42,"type":"private"}}"#;
    let server = Server::new([Does::ReadsSlowly(PATIENCE / 16, result(message))]);
    let started = Instant::now();
    let bot = blocking_bot(&server.url()).with_timeout(PATIENCE);
    let file = InputFile::bytes("large.bin", vec![0; 48 << 20]);
    bot.send_document(42, file).call().unwrap();
    assert!(started.elapsed() > 2 * PATIENCE);
}
