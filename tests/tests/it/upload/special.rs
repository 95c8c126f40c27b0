//! Paths that are no ordinary files: a pipe is refused, and what the system makes up is read.

#![cfg(target_os = "linux")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use generated::telegram::Bot;
use generated::{BlockingCall, Error, InputFile, TransportErrorKind};

use crate::support::folder;
use crate::support::raw_server::{Received, Server, TOKEN, blocking_bot, closed};

const MESSAGE: &str = r#"{"message_id":7,"date":1,"chat":{"id":42,"type":"private"}}"#;

/// Makes a named pipe that nobody writes to.
fn pipe(test: &str) -> PathBuf {
    let path = folder(test).join("pipe.bin");
    assert!(
        Command::new("mkfifo")
            .arg(&path)
            .status()
            .unwrap()
            .success()
    );
    path
}

fn send_by_client(url: &str, path: &Path) -> Result<(), Error> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let bot = Bot::new(TOKEN).with_base_url(url);
    runtime.block_on(async {
        let sent = bot.send_document(42, InputFile::path(path)).await;
        sent.map(drop)
    })
}

fn send_blocking(url: &str, path: &Path) -> Result<(), Error> {
    let bot = blocking_bot(url);
    let sent = bot.send_document(42, InputFile::path(path)).call();
    sent.map(drop)
}

/// Sends a pipe on another thread, which may wait for ever.
fn refuses_a_pipe(path: PathBuf, send: fn(&str, &Path) -> Result<(), Error>) {
    let (sender, receiver) = channel();
    thread::spawn(move || sender.send(send(&closed(), &path)));
    let sent = receiver.recv_timeout(Duration::from_secs(5)).unwrap();
    let Err(Error::Transport(error)) = sent else {
        panic!("{sent:?}")
    };
    let expected = TransportErrorKind::ReadFile("pipe.bin".to_owned());
    assert_eq!(*error.kind(), expected);
}

#[test]
fn a_pipe_is_refused_at_once() {
    refuses_a_pipe(pipe("a-pipe"), send_by_client);
    refuses_a_pipe(pipe("a-pipe-blocking"), send_blocking);
}

/// Sends a file of the system that has contents but no length.
fn sent(send: fn(&str, &Path) -> Result<(), Error>) -> Received {
    let path = Path::new("/proc/self/status");
    assert_eq!(path.metadata().unwrap().len(), 0);
    let server = Server::result(MESSAGE);
    send(&server.url(), path).unwrap();
    server.received()
}

#[test]
fn a_file_without_a_length_is_read_to_its_end() {
    for received in [sent(send_by_client), sent(send_blocking)] {
        let body = String::from_utf8(received.body).unwrap();
        assert!(
            body.contains("Name:") && body.contains("Threads:"),
            "{body}"
        );
        assert!(received.head.to_lowercase().contains("chunked"));
    }
}

#[test]
fn an_empty_file_is_sent_empty() {
    let path = folder("an-empty-file").join("empty.bin");
    std::fs::write(&path, "").unwrap();
    for send in [send_by_client, send_blocking] {
        let server = Server::result(MESSAGE);
        send(&server.url(), &path).unwrap();
        let body = String::from_utf8(server.received().body).unwrap();
        assert!(body.contains("octet-stream\r\n\r\n\r\n--"), "{body}");
    }
}
