//! Files that the blocking client fetches.

use std::fs;
use std::time::Duration;

use generated::{BlockingCall, Error, TransportErrorKind};

use crate::support::folder;
use crate::support::raw_server::{Does, Server, TOKEN, answer, blocking_bot};

#[test]
fn a_file_is_fetched_and_saved() {
    let contents = "x".repeat(700_000);
    let server = Server::new([Does::Answers(answer("200 OK", &contents))]);
    let bot = blocking_bot(&server.url());
    let download = bot.download("photos/a b.jpg").call().unwrap();
    assert_eq!(download.content_length(), Some(700_000));
    let path = folder("blocking-download").join("cat.jpg");
    assert_eq!(download.save(&path).call().unwrap(), 700_000);
    assert_eq!(fs::read_to_string(path).unwrap(), contents);
    let line = format!("GET /file/bot{TOKEN}/photos/a%20b.jpg HTTP/1.1\r\n");
    assert!(server.received().head.starts_with(&line));
}

#[test]
fn a_file_that_is_not_there_or_breaks_off_is_an_error() {
    let body = r#"{"ok":false,"error_code":404,"description":"Not Found"}"#;
    let short = answer("200 OK", "12345").replace("length: 5", "length: 9");
    let server = Server::new([
        Does::Answers(answer("404 Not Found", body)),
        Does::Answers(short),
        Does::Waits,
    ]);
    let bot = blocking_bot(&server.url()).with_timeout(Duration::from_millis(300));
    let error = bot.download("a").call().unwrap_err();
    assert!(matches!(error, Error::Api(error) if error.code == 404));
    let error = bot
        .download("a")
        .call()
        .unwrap()
        .bytes()
        .call()
        .unwrap_err();
    assert!(matches!(error, Error::Transport(why) if *why.kind() == TransportErrorKind::Broken));
    let error = bot.download("a").call().unwrap_err();
    assert!(matches!(error, Error::Transport(why) if *why.kind() == TransportErrorKind::Timeout));
}
