//! A server below HTTP, for single bytes, silence and broken connections: one thread, which does
//! with each connection what it is told.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use generated::BlockingClient;
use generated::telegram::Bot;

/// The token of all bots in these tests, and its secret half.
pub(crate) const TOKEN: &str = "42:AAH-very_secret";
pub(crate) const SECRET: &str = "very_secret";

/// Sees each piece of a request as it arrives.
type Watch = Box<dyn FnMut(&[u8]) + Send>;

/// The behaviour of the server on a connection.
pub(crate) enum Does {
    /// Reads a request and answers with this, as it is.
    Answers(String),
    /// The same, some time after it has read the request.
    AnswersAfter(Duration, String),
    /// The same, but every few bytes of the answer take some time.
    Drips(Duration, String),
    /// Reads a request a little at a time, pausing in between, and answers.
    ReadsSlowly(Duration, String),
    /// Reads a request, giving each piece of its body to a function, and answers.
    Watches(Watch, String),
    /// Reads a request, and answers with this and then with blanks, without end.
    Floods(String),
    /// Reads the first bytes of a request, and answers with this. What it does then with the
    /// connection is up to a function.
    Refuses(String, fn(TcpStream)),
    /// Reads a request and closes the connection.
    Closes,
    /// Nothing, for some seconds.
    Waits,
}

/// A bot that blocks, of the server at this URL.
pub(crate) fn blocking_bot(url: &str) -> Bot<BlockingClient> {
    Bot::blocking(TOKEN).with_base_url(url)
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
    let (mut read_pause, mut write_pause, mut piece_size) = (None, Duration::ZERO, usize::MAX);
    let mut watch: Watch = Box::new(|_| {});
    let mut floods = false;
    let text = match does {
        Does::Answers(text) => text,
        Does::AnswersAfter(pause, text) => {
            write_pause = pause;
            text
        }
        Does::Drips(pause, text) => {
            (write_pause, piece_size) = (pause, 4);
            text
        }
        Does::ReadsSlowly(pause, text) => {
            read_pause = Some(pause);
            text
        }
        Does::Watches(function, text) => {
            watch = function;
            text
        }
        Does::Floods(text) => {
            floods = true;
            text
        }
        Does::Refuses(text, then) => {
            let mut stream = stream;
            let _ = stream.read(&mut [0; 64]);
            let _ = stream.write_all(text.as_bytes());
            return then(stream);
        }
        Does::Closes => String::new(),
        Does::Waits => return thread::sleep(Duration::from_secs(3)),
    };
    let mut stream = BufReader::new(stream);
    let piece = |piece: &[u8]| {
        if let Some(pause) = read_pause {
            thread::sleep(pause);
        }
        watch(piece);
    };
    // A client may give up; what matters is what it says of that.
    let _ = read(&mut stream, piece).map(|request| received.send(request));
    for piece in text.as_bytes().chunks(piece_size) {
        thread::sleep(write_pause);
        let _ = stream.get_mut().write_all(piece);
    }
    while floods && stream.get_mut().write_all(&[b' '; 1 << 16]).is_ok() {}
}

/// Reads a request and calls a function with each piece of its body.
fn read(
    stream: &mut BufReader<TcpStream>,
    mut piece: impl FnMut(&[u8]),
) -> std::io::Result<Received> {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if stream.read_line(&mut head)? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
    }
    let mut body = Vec::new();
    let lines = head.to_lowercase();
    let mut lines = lines.lines();
    match lines.find_map(|line| line.strip_prefix("content-length: ")) {
        Some(length) => take(stream, length.parse().unwrap(), &mut piece, &mut body)?,
        None if head.contains("chunked") => loop {
            let mut size = String::new();
            stream.read_line(&mut size)?;
            let size = usize::from_str_radix(size.trim(), 16).unwrap();
            take(stream, size, &mut piece, &mut body)?;
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
    piece: &mut impl FnMut(&[u8]),
    body: &mut Vec<u8>,
) -> std::io::Result<()> {
    while length > 0 {
        let start = body.len();
        let most = length.min(1 << 20);
        let read = stream.take(most as u64).read_to_end(body)?;
        piece(&body[start..]);
        if read < most {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        length -= read;
    }
    Ok(())
}
