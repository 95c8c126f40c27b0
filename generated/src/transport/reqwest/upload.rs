//! A form as a body of `reqwest`: each segment is read when the connection has room for it.

use std::future::Future;
use std::io::{self, Read};
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Frame, SizeHint};
use tokio::task::JoinHandle;

use super::silence::Activity;
use crate::transport::body::{Body, Segment, UnreadableFile};
use crate::transport::limits::CHUNK_SIZE;
use crate::upload::input_file::ByteStream;

/// A body that the asynchronous client sends.
pub(super) struct Upload {
    content_length: Option<u64>,
    /// In a lock that is never contended: a body has to be `Sync`, and readers are not.
    chunks: Mutex<Chunks>,
}

/// The chunks of a body.
struct Chunks {
    body: Body,
    current: Current,
    activity: Activity,
}

/// The segment that is being sent.
enum Current {
    /// None: the next one is to be taken.
    None,
    /// Bytes in memory.
    Memory(Bytes),
    /// A reader, which is read on a thread where it may block.
    Reader(JoinHandle<ReaderChunk>),
    /// An asynchronous stream of the file of this name.
    Stream(String, Pin<Box<ByteStream>>),
}

/// A reader with the name of its file and the chunk that was just read from it.
struct ReaderChunk {
    name: String,
    reader: Box<dyn Read + Send>,
    chunk: io::Result<Vec<u8>>,
}

impl Upload {
    pub(super) fn new(body: Body, activity: Activity) -> Self {
        Self {
            content_length: body.content_length(),
            chunks: Mutex::new(Chunks {
                body,
                current: Current::None,
                activity,
            }),
        }
    }
}

impl Chunks {
    /// Polls for the next chunk of the body; `None` at its end.
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<io::Result<Bytes>>> {
        loop {
            match ready!(self.poll_current(context)) {
                Ok(Some(bytes)) => {
                    self.activity.record();
                    return Poll::Ready(Some(Ok(bytes)));
                }
                Ok(None) => match self.body.take_segment() {
                    Some(segment) => self.current = segment.into(),
                    None => return Poll::Ready(None),
                },
                Err(error) => return Poll::Ready(Some(Err(error))),
            }
        }
    }

    /// Polls for the next chunk of the current segment; `None` at its end.
    fn poll_current(&mut self, context: &mut Context<'_>) -> Poll<io::Result<Option<Bytes>>> {
        match &mut self.current {
            Current::None => Poll::Ready(Ok(None)),
            Current::Memory(bytes) if bytes.is_empty() => Poll::Ready(Ok(None)),
            Current::Memory(bytes) => {
                let chunk = bytes.split_to(bytes.len().min(CHUNK_SIZE));
                Poll::Ready(Ok(Some(chunk)))
            }
            Current::Reader(task) => {
                let ReaderChunk {
                    name,
                    reader,
                    chunk,
                } = ready!(Pin::new(task).poll(context))?;
                let chunk = chunk.map_err(|error| UnreadableFile::wrap(&name, error))?;
                if chunk.is_empty() {
                    return Poll::Ready(Ok(None));
                }
                self.current = Current::Reader(spawn_read(name, reader));
                Poll::Ready(Ok(Some(chunk.into())))
            }
            Current::Stream(name, stream) => {
                let chunk = ready!(stream.as_mut().poll_next(context)).transpose();
                Poll::Ready(chunk.map_err(|error| UnreadableFile::wrap(name, error)))
            }
        }
    }
}

/// Starts to read a chunk, on a thread where that may block.
fn spawn_read(name: String, mut reader: Box<dyn Read + Send>) -> JoinHandle<ReaderChunk> {
    tokio::task::spawn_blocking(move || {
        let chunk = read_chunk(&mut reader);
        ReaderChunk {
            name,
            reader,
            chunk,
        }
    })
}

/// Reads what a reader has available; nothing at its end.
fn read_chunk(reader: &mut dyn Read) -> io::Result<Vec<u8>> {
    let mut chunk = vec![0; CHUNK_SIZE];
    loop {
        match reader.read(&mut chunk) {
            Ok(length) => {
                chunk.truncate(length);
                return Ok(chunk);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

impl From<Segment> for Current {
    fn from(segment: Segment) -> Self {
        match segment {
            Segment::Text(text) => Self::Memory(text.into_inner().into()),
            Segment::Bytes(bytes) => Self::Memory(Bytes::from_owner(bytes.into_inner())),
            Segment::Reader(name, reader) => Self::Reader(spawn_read(name, reader)),
            Segment::Stream(name, stream) => Self::Stream(name, Box::into_pin(stream)),
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
        let chunks = self
            .get_mut()
            .chunks
            .get_mut()
            .unwrap_or_else(PoisonError::into_inner);
        let polled = chunks.poll_next(context);
        polled.map(|item| item.map(|chunk| chunk.map(Frame::data)))
    }

    fn size_hint(&self) -> SizeHint {
        self.content_length
            .map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
