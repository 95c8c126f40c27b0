//! Files that the blocking client sends.

use std::fs;
use std::io::{self, Read};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use generated::{BlockingCall, InputFile};

use crate::support::folder;
use crate::support::raw_server::{Does, Server, answer, blocking_bot};

const MESSAGE: &str = r#"{"message_id":7,"date":1,"chat":{"id":42,"type":"private"}}"#;

#[test]
fn a_file_on_the_disk_is_sent_with_its_length() {
    let path = folder("blocking-upload").join("large.bin");
    let contents: Vec<u8> = (0..8_000_000_u32).map(|n| (n % 251) as u8).collect();
    fs::write(&path, &contents).unwrap();
    let server = Server::result(MESSAGE);
    let bot = blocking_bot(&server.url());
    bot.send_document(42, InputFile::path(path)).call().unwrap();
    let request = server.received();
    assert!(!request.head.contains("chunked"), "{}", request.head);
    assert!(request.head.contains("multipart/form-data; boundary="));
    let start = request
        .body
        .windows(4)
        .rposition(|w| w == b"\r\n--")
        .unwrap();
    assert!(request.body[..start].ends_with(&contents));
}

/// Gives a piece, and the end only after somebody has said that the piece was sent.
struct Patient(Option<&'static str>, Receiver<()>);

impl Read for Patient {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.0.take() {
            Some(piece) => piece.as_bytes().read(buffer),
            None => {
                let waited = self.1.recv_timeout(Duration::from_secs(5));
                waited.map(|()| 0).map_err(io::Error::other)
            }
        }
    }
}

#[test]
fn a_reader_is_sent_while_it_is_read() {
    let (sender, receiver) = channel();
    let body = format!(r#"{{"ok":true,"result":{MESSAGE}}}"#);
    let told = move |piece: &[u8]| {
        if piece.windows(5).any(|w| w == b"a cat") {
            let _ = sender.send(());
        }
    };
    let server = Server::new([Does::Watches(Box::new(told), answer("200 OK", &body))]);
    let file = InputFile::reader("cat.jpg", Patient(Some("a cat"), receiver));
    blocking_bot(&server.url())
        .send_photo(42, file)
        .call()
        .unwrap();
    let head = server.received().head.to_lowercase();
    assert!(head.contains("transfer-encoding: chunked"));
}
