//! A form on its way to the server: each piece is read when the connection has room for it.

use std::future::Future;
use std::io::{self, Read};
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Frame, SizeHint};
use tokio::task::JoinHandle;

use super::Pieces;
use super::progress::Progress;
use crate::bot::transport::PIECE;
use crate::request::body::{Body, Piece, named};

/// A body that is sent by the asynchronous client.
pub(super) struct Upload {
    length: Option<u64>,
    /// Behind a lock that nobody ever waits for: a body has to be `Sync`, and readers are not.
    sending: Mutex<Sending>,
}

struct Sending {
    body: Body,
    now: Now,
    progress: Progress,
}

/// What is being sent.
enum Now {
    /// Nothing: the next piece is to be taken.
    Next,
    /// What is in memory.
    Memory(Bytes),
    /// A reader, which is read on a thread where it may block.
    Reading(JoinHandle<Look>),
    /// A stream.
    Stream(String, Pin<Box<Pieces>>),
}

/// A reader and what one look at it gave.
type Look = (String, Box<dyn Read + Send>, io::Result<Vec<u8>>);

impl Upload {
    pub(super) fn new(body: Body, progress: Progress) -> Self {
        let length = body.length();
        let now = Now::Next;
        let sending = Mutex::new(Sending {
            body,
            now,
            progress,
        });
        Self { length, sending }
    }
}

impl Sending {
    /// The next bytes of the body.
    fn next(&mut self, context: &mut Context<'_>) -> Poll<Option<io::Result<Bytes>>> {
        loop {
            match ready!(self.bytes(context)) {
                Ok(Some(bytes)) => {
                    self.progress.made();
                    return Poll::Ready(Some(Ok(bytes)));
                }
                Ok(None) => match self.body.next_piece() {
                    Some(piece) => self.now = piece.into(),
                    None => return Poll::Ready(None),
                },
                Err(error) => return Poll::Ready(Some(Err(error))),
            }
        }
    }

    /// The next bytes of the piece at hand; none where it is at its end.
    fn bytes(&mut self, context: &mut Context<'_>) -> Poll<io::Result<Option<Bytes>>> {
        match &mut self.now {
            Now::Next => Poll::Ready(Ok(None)),
            Now::Memory(bytes) if bytes.is_empty() => Poll::Ready(Ok(None)),
            Now::Memory(bytes) => {
                let piece = bytes.split_to(bytes.len().min(PIECE));
                Poll::Ready(Ok(Some(piece)))
            }
            Now::Reading(task) => {
                let (name, reader, read) = ready!(Pin::new(task).poll(context))?;
                let bytes = read.map_err(|error| named(&name, error))?;
                if bytes.is_empty() {
                    return Poll::Ready(Ok(None));
                }
                self.now = Now::Reading(look(name, reader));
                Poll::Ready(Ok(Some(bytes.into())))
            }
            Now::Stream(name, stream) => {
                let bytes = ready!(stream.as_mut().poll_next(context)).transpose();
                Poll::Ready(bytes.map_err(|error| named(name, error)))
            }
        }
    }
}

/// Reads a little, on a thread where that may block.
fn look(name: String, mut reader: Box<dyn Read + Send>) -> JoinHandle<Look> {
    tokio::task::spawn_blocking(move || {
        let read = read(&mut reader);
        (name, reader, read)
    })
}

/// What a reader has at hand; nothing at its end.
fn read(reader: &mut dyn Read) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; PIECE];
    loop {
        match reader.read(&mut bytes) {
            Ok(length) => {
                bytes.truncate(length);
                return Ok(bytes);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

impl From<Piece> for Now {
    fn from(piece: Piece) -> Self {
        match piece {
            Piece::Text(text) => Self::Memory(text.into_inner().into()),
            Piece::Bytes(bytes) => Self::Memory(Bytes::from_owner(bytes.into_inner())),
            Piece::Reader(name, reader) => Self::Reading(look(name, reader)),
            Piece::Stream(name, stream) => Self::Stream(name, Box::into_pin(stream)),
        }
    }
}

impl http_body::Body for Upload {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let sending = self.get_mut().sending.get_mut();
        let sending = sending.unwrap_or_else(PoisonError::into_inner);
        let bytes = sending.next(context);
        bytes.map(|bytes| bytes.map(|bytes| bytes.map(Frame::data)))
    }

    fn size_hint(&self) -> SizeHint {
        self.length
            .map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
