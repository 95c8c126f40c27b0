//! Files that the blocking client sends and fetches.

use std::fs;
use std::io::{self, Read};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use generated::{BlockingCall, Error, InputFile, TransportErrorKind};

use crate::client::blocking::bot;
use crate::client::server::{Does, Server, TOKEN, answer};

const MESSAGE: &str = r#"{"message_id":7,"date":1,"chat":{"id":42,"type":"private"}}"#;

/// A folder of one test.
fn folder(name: &str) -> std::path::PathBuf {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn a_file_on_the_disk_is_sent_with_its_length() {
    let path = folder("blocking-upload").join("large.bin");
    let contents: Vec<u8> = (0..8_000_000_u32).map(|n| (n % 251) as u8).collect();
    fs::write(&path, &contents).unwrap();
    let server = Server::result(MESSAGE);
    let bot = bot(&server.url());
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
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (sender, receiver) = channel();
    let server = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let (mut seen, mut buffer) = (Vec::new(), [0; 4096]);
        // The last chunk: the head ends alike where its boundary ends with a zero.
        while !seen.ends_with(b"\r\n0\r\n\r\n") {
            let read = stream.read(&mut buffer).unwrap();
            seen.extend_from_slice(&buffer[..read]);
            if seen.windows(5).any(|w| w == b"a cat") {
                let _ = sender.send(());
            }
        }
        let body = format!(r#"{{"ok":true,"result":{MESSAGE}}}"#);
        io::Write::write_all(&mut stream, answer("200 OK", &body).as_bytes()).unwrap();
        String::from_utf8(seen).unwrap()
    });
    let file = InputFile::reader("cat.jpg", Patient(Some("a cat"), receiver));
    bot(&url).send_photo(42, file).call().unwrap();
    assert!(
        server
            .join()
            .unwrap()
            .to_lowercase()
            .contains("transfer-encoding: chunked")
    );
}

#[test]
fn a_file_is_fetched_and_saved() {
    let contents = "x".repeat(700_000);
    let server = Server::new([Does::Answers(answer("200 OK", &contents))]);
    let bot = bot(&server.url());
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
    let bot = bot(&server.url()).with_timeout(Duration::from_millis(300));
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
