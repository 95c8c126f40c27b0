//! A server of one thread, which does with each connection what it is told.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

/// The token of all bots in these tests, and its secret half.
pub(crate) const TOKEN: &str = "42:AAH-very_secret";
pub(crate) const SECRET: &str = "very_secret";

/// What the server does with a connection.
pub(crate) enum Does {
    /// Reads a request and answers with this, as it is.
    Answers(String),
    /// The same, some time after it has read the request.
    AnswersAfter(Duration, String),
    /// The same, but each byte of the answer takes some time.
    Drips(Duration, String),
    /// Reads a request a little at a time, pausing in between, and answers.
    ReadsSlowly(Duration, String),
    /// Reads a request and closes the connection.
    Closes,
    /// Nothing, for some seconds.
    Waits,
}

/// A request as it came: its head, and its body without chunks.
pub(crate) struct Received {
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

pub(crate) struct Server {
    address: SocketAddr,
    received: Receiver<Received>,
}

impl Server {
    /// A server that does this with one connection after the other, then accepts none.
    pub(crate) fn new(does: impl IntoIterator<Item = Does> + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (sender, received) = channel();
        thread::spawn(move || {
            for does in does {
                let (stream, _) = listener.accept().unwrap();
                serve(stream, does, &sender);
            }
        });
        Self { address, received }
    }

    /// A server that answers one request with this result.
    pub(crate) fn result(result: &str) -> Self {
        let body = format!(r#"{{"ok":true,"result":{result}}}"#);
        Self::new([Does::Answers(answer("200 OK", &body))])
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The next request.
    pub(crate) fn received(&self) -> Received {
        self.received.recv_timeout(Duration::from_secs(10)).unwrap()
    }
}

/// A URL where nobody listens.
pub(crate) fn closed() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    format!("http://{}", listener.local_addr().unwrap())
}

/// An answer with this status and this body, after which the connection is closed.
pub(crate) fn answer(status: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "HTTP/1.1 {status}\r\ncontent-type: application/json\r\nconnection: close\r\n\
         content-length: {length}\r\n\r\n{body}"
    )
}

fn serve(stream: TcpStream, does: Does, received: &Sender<Received>) {
    let mut slow = Duration::ZERO;
    let (pause, drip, text) = match does {
        Does::Answers(text) => (Duration::ZERO, false, text),
        Does::AnswersAfter(pause, text) => (pause, false, text),
        Does::Drips(pause, text) => (pause, true, text),
        Does::ReadsSlowly(pause, text) => {
            slow = pause;
            (Duration::ZERO, false, text)
        }
        Does::Closes => (Duration::ZERO, false, String::new()),
        Does::Waits => return thread::sleep(Duration::from_secs(3)),
    };
    let mut stream = BufReader::new(stream);
    // A client may give up; what matters is what it says of that.
    let _ = read(&mut stream, slow).map(|request| received.send(request));
    let pieces = text.as_bytes().chunks(if drip { 1 } else { usize::MAX });
    for piece in pieces {
        thread::sleep(pause);
        let _ = stream.get_mut().write_all(piece);
    }
}

fn read(stream: &mut BufReader<TcpStream>, pause: Duration) -> std::io::Result<Received> {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if stream.read_line(&mut head)? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
    }
    let mut body = Vec::new();
    let length = head.to_lowercase();
    let length = length
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    match length {
        Some(length) => take(stream, length.parse().unwrap(), pause, &mut body)?,
        None if head.contains("chunked") => loop {
            let mut size = String::new();
            stream.read_line(&mut size)?;
            let size = usize::from_str_radix(size.trim(), 16).unwrap();
            take(stream, size, pause, &mut body)?;
            stream.read_line(&mut String::new())?;
            if size == 0 {
                break;
            }
        },
        None => {}
    }
    Ok(Received { head, body })
}

/// Reads so many bytes, a megabyte at a time.
fn take(
    stream: &mut BufReader<TcpStream>,
    mut length: usize,
    pause: Duration,
    body: &mut Vec<u8>,
) -> std::io::Result<()> {
    while length > 0 {
        thread::sleep(pause);
        let piece = length.min(1 << 20);
        let read = stream.take(piece as u64).read_to_end(body)?;
        if read < piece {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        length -= read;
    }
    Ok(())
}
