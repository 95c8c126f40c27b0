//! The HTTP body of a call: JSON or a multipart form (RFC 7578), as pieces that are read one
//! after the other, so that a file is never in memory as a whole.

use std::collections::VecDeque;
use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::io::{self, Cursor, Read};
use std::sync::Arc;

use serde_json::value::RawValue;

use super::files::{Files, Part};
use super::input_file::Source;
use super::measured::Measured;
use super::members::Members;
use crate::error::failure::Failure;

/// What to send for a call. It reads as the bytes of the HTTP body.
pub struct Body {
    content_type: String,
    length: Option<u64>,
    pieces: VecDeque<Piece>,
}

/// A part of a body. What comes from a file has the file's name, for errors.
pub(crate) enum Piece {
    /// Fields of a form, or JSON.
    Text(Cursor<Vec<u8>>),
    /// A file in memory.
    Bytes(Cursor<Shared>),
    /// What can be read at any time, though it may block.
    Reader(String, Box<dyn Read + Send>),
    /// What has to be waited for.
    #[cfg(feature = "client")]
    Stream(String, Box<crate::client::Pieces>),
}

impl Body {
    /// The value of the header `Content-Type`.
    pub fn content_type(&self) -> &str {
        &self.content_type
    }

    /// The value of the header `Content-Length`, where all lengths are known.
    pub fn length(&self) -> Option<u64> {
        self.length
    }

    /// Takes the next piece.
    #[cfg(feature = "client")]
    pub(crate) fn next_piece(&mut self) -> Option<Piece> {
        self.pieces.pop_front()
    }

    pub(crate) fn json(json: String) -> Self {
        let mut body = Self::empty("application/json".to_owned());
        body.text(json);
        body
    }

    /// The form of a JSON object and its files, with the method among its fields where one is
    /// given.
    pub(crate) fn form(
        json: &str,
        files: &Files<'_>,
        method: Option<&str>,
    ) -> Result<Self, Failure> {
        let boundary = boundary();
        let mut body = Self::empty(format!("multipart/form-data; boundary={boundary}"));
        let method = method.map(|method| ("method".to_owned(), method.to_owned()));
        let fields = fields(json).into_iter();
        let fields = fields.filter(|(name, _)| files.parts().iter().all(|part| part.name != *name));
        for (name, value) in method.into_iter().chain(fields) {
            let name = quoted(&name);
            body.text(format!(
                "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            ));
        }
        for part in files.parts() {
            body.file(&boundary, part)?;
        }
        body.text(format!("--{boundary}--\r\n"));
        Ok(body)
    }

    fn empty(content_type: String) -> Self {
        Self {
            content_type,
            length: Some(0),
            pieces: VecDeque::new(),
        }
    }

    fn text(&mut self, text: String) {
        self.length = self.length.map(|sum| sum + text.len() as u64);
        match self.pieces.back_mut() {
            Some(Piece::Text(last)) => last.get_mut().extend(text.into_bytes()),
            _ => self
                .pieces
                .push_back(Piece::Text(Cursor::new(text.into_bytes()))),
        }
    }

    fn file(&mut self, boundary: &str, part: &Part<'_>) -> Result<(), Failure> {
        let (name, file_name) = (quoted(&part.name), quoted(part.file.file_name()));
        self.text(format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"; \
             filename=\"{file_name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        ));
        let called = part.file.file_name();
        let (piece, length) = open(called, part.file.source())?;
        self.length = self.length.zip(length).map(|(sum, length)| sum + length);
        self.pieces.push_back(piece);
        self.text("\r\n".to_owned());
        Ok(())
    }
}

/// Opens the contents of a file, and measures them where that is possible.
fn open(name: &str, source: &Source) -> Result<(Piece, Option<u64>), Failure> {
    let again = || Failure::file(name, "it can be read but once, and was");
    match source {
        Source::Path(path) => {
            let file = Measured::open(path).map_err(|error| Failure::file(name, error))?;
            let length = file.left();
            Ok((Piece::Reader(name.to_owned(), Box::new(file)), Some(length)))
        }
        Source::Bytes(bytes) => {
            let length = bytes.len() as u64;
            let bytes = Cursor::new(Shared(Arc::clone(bytes)));
            Ok((Piece::Bytes(bytes), Some(length)))
        }
        Source::Reader(reader) => {
            let reader = reader.take().ok_or_else(again)?;
            Ok((Piece::Reader(name.to_owned(), reader), None))
        }
        #[cfg(feature = "client")]
        Source::Stream(stream) => {
            let stream = stream.take().ok_or_else(again)?;
            Ok((Piece::Stream(name.to_owned(), stream), None))
        }
    }
}

/// Bytes that other requests hold too.
pub(crate) struct Shared(Arc<Vec<u8>>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Read for Body {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while let Some(piece) = self.pieces.front_mut() {
            let read = match piece {
                Piece::Text(text) => text.read(buffer)?,
                Piece::Bytes(bytes) => bytes.read(buffer)?,
                Piece::Reader(name, reader) => reader.read(buffer).map_err(|e| named(name, e))?,
                #[cfg(feature = "client")]
                Piece::Stream(name, _) => {
                    let why = io::Error::other("a stream needs the asynchronous client");
                    return Err(named(name, why));
                }
            };
            if read > 0 || buffer.is_empty() {
                return Ok(read);
            }
            self.pieces.pop_front();
        }
        Ok(0)
    }
}

/// An error that says which file it is about.
pub(crate) fn named(name: &str, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), Unreadable(name.to_owned(), error))
}

/// A file whose contents could not be read while they were sent.
#[derive(Debug)]
pub(crate) struct Unreadable(String, io::Error);

impl Unreadable {
    /// The file's name.
    #[cfg(any(feature = "blocking", feature = "client"))]
    pub(crate) fn name(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "can't read the file `{}`", self.0)
    }
}

impl std::error::Error for Unreadable {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.1)
    }
}

/// The members of a JSON object as the fields of a form: a text as it is, all else as JSON.
fn fields(json: &str) -> Vec<(String, String)> {
    let Ok(Members(members)) = serde_json::from_str(json) else {
        return Vec::new(); // A request that is no object has no parameters.
    };
    let text = |value: &RawValue| match serde_json::from_str(value.get()) {
        Ok(text) => text,
        Err(_) => value.get().to_owned(),
    };
    let fields = members.into_iter();
    fields.map(|(name, value)| (name, text(value))).collect()
}

/// A text inside the quotes of a header, escaped as browsers do.
fn quoted(text: &str) -> String {
    let text = text.replace('"', "%22");
    text.replace('\r', "%0D").replace('\n', "%0A")
}

/// What separates the parts of a form, and occurs in none of them: 128 random bits.
fn boundary() -> String {
    let random = || RandomState::new().hash_one(());
    format!("{:016x}{:016x}", random(), random())
}
