//! Uploads that the server refuses before it has read them: the refusal arrives.

use std::net::{Shutdown, TcpStream};
use std::thread::sleep;
use std::time::{Duration, Instant};

use generated::telegram::{Bot, Message};
use generated::{BlockingCall, Error, InputFile};

use crate::support::raw_server::{Does, Server, TOKEN, answer, blocking_bot};

const PATIENCE: Duration = Duration::from_secs(3);

/// A server that refuses uploads, and what it may do after that.
fn servers() -> [Server; 4] {
    // A connection with bytes that were not read is reset when it is closed.
    let resets: fn(TcpStream) = |stream| {
        sleep(Duration::from_millis(200));
        drop(stream);
    };
    let closes = |stream: TcpStream| {
        let _ = stream.shutdown(Shutdown::Both);
        sleep(Duration::from_millis(200));
    };
    let closes_half = |stream: TcpStream| {
        let _ = stream.shutdown(Shutdown::Write);
        sleep(PATIENCE);
    };
    let holds = |_: TcpStream| sleep(PATIENCE * 2);
    [resets, closes, closes_half, holds].map(|then| {
        let body = r#"{"ok":false,"error_code":413,"description":"Too Large"}"#;
        Server::new([Does::Refuses(answer("413 Too Large", body), then)])
    })
}

fn file() -> InputFile {
    InputFile::bytes("large.bin", vec![0; 60 << 20])
}

fn check(sent: Result<Message, Error>, started: Instant) {
    assert!(
        matches!(&sent, Err(Error::Api(error)) if error.code == 413),
        "{sent:?}"
    );
    assert!(started.elapsed() < PATIENCE * 2, "{:?}", started.elapsed());
}

#[test]
fn by_the_blocking_client() {
    for server in servers() {
        let started = Instant::now();
        let bot = blocking_bot(&server.url()).with_timeout(PATIENCE);
        check(bot.send_document(42, file()).call(), started);
    }
}

#[test]
fn by_the_blocking_client_if_the_length_is_unknown() {
    for server in servers() {
        let started = Instant::now();
        let bot = blocking_bot(&server.url()).with_timeout(PATIENCE);
        let file = InputFile::reader("large.bin", std::io::repeat(0));
        check(bot.send_document(42, file).call(), started);
    }
}

#[tokio::test]
async fn by_the_asynchronous_client() {
    for server in servers() {
        let started = Instant::now();
        let bot = Bot::new(TOKEN).with_base_url(server.url());
        let bot = bot.with_timeout(PATIENCE);
        check(bot.send_document(42, file()).await, started);
    }
}

#[test]
fn a_small_file_is_sent_unasked() {
    let server = Server::result(r#"{"message_id":7,"date":1,"chat":{"id":42,"type":"private"}}"#);
    let file = InputFile::bytes("small.bin", vec![0; 1 << 19]);
    blocking_bot(&server.url())
        .send_document(42, file)
        .call()
        .unwrap();
    assert!(!server.received().head.to_lowercase().contains("expect:"));
}
