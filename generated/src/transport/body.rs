//! The HTTP body of a request: JSON, or a multipart form (RFC 7578). It is a queue of segments
//! that are read one after the other, so that a file is never in memory as a whole.

use std::collections::VecDeque;
use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::io::{self, Cursor, Read};
use std::sync::Arc;

use super::error::TransportError;
use super::measured_file::MeasuredFile;
use crate::call::params::params_of;
use crate::upload::files::{FilePart, Files};
use crate::upload::input_file::Source;

/// An HTTP body. Read its bytes with [`Read`].
pub struct Body {
    content_type: String,
    content_length: Option<u64>,
    segments: VecDeque<Segment>,
}

/// A contiguous part of a body. What comes from a file has the file's name, for errors.
pub(super) enum Segment {
    /// Parts of a form, or JSON.
    Text(Cursor<Vec<u8>>),
    /// A file in memory.
    Bytes(Cursor<SharedBytes>),
    /// A reader, which may block.
    Reader(String, Box<dyn Read + Send>),
    /// An asynchronous stream.
    #[cfg(feature = "client")]
    Stream(String, Box<crate::upload::input_file::ByteStream>),
}

impl Body {
    /// The value of the header `Content-Type`; empty for a request without a body.
    pub fn content_type(&self) -> &str {
        &self.content_type
    }

    /// The value of the header `Content-Length`, in bytes, if all lengths are known.
    pub fn content_length(&self) -> Option<u64> {
        self.content_length
    }

    /// Notes that the first bytes were read, so that the length is that of the rest.
    #[cfg(feature = "http")]
    pub(super) fn reduce_length(&mut self, bytes: u64) {
        self.content_length = self.content_length.map(|all| all.saturating_sub(bytes));
    }

    /// Removes and returns the next segment.
    #[cfg(feature = "client")]
    pub(super) fn take_segment(&mut self) -> Option<Segment> {
        self.segments.pop_front()
    }

    /// Removes and returns the whole body, if it is one text: empty, JSON, or a form without files.
    #[cfg(feature = "client")]
    pub(super) fn take_text(&mut self) -> Option<Vec<u8>> {
        match self.segments.pop_front() {
            None => Some(Vec::new()),
            Some(Segment::Text(text)) if self.segments.is_empty() => Some(text.into_inner()),
            Some(first) => {
                self.segments.push_front(first);
                None
            }
        }
    }

    pub(crate) fn from_json(json: String) -> Self {
        Self::new_text("application/json", json)
    }

    /// Creates a body of a text.
    pub(crate) fn new_text(content_type: &str, text: String) -> Self {
        let mut body = Self::new(content_type.to_owned());
        body.push_text(text);
        body
    }

    /// Makes the body of a request that has none.
    pub(crate) fn empty() -> Self {
        Self::new(String::new())
    }

    pub(crate) fn from_form(form: String) -> Self {
        let mut body = Self::new("application/x-www-form-urlencoded".to_owned());
        body.push_text(form);
        body
    }

    /// Opens the form of a JSON object and its files. The name of a method, if given, becomes the
    /// first part.
    pub(crate) fn open_form(
        json: &str,
        files: &Files<'_>,
        method: Option<&str>,
    ) -> Result<Self, TransportError> {
        let boundary = random_boundary();
        let mut body = Self::new(format!("multipart/form-data; boundary={boundary}"));
        if let Some(method) = method {
            body.push_field(&boundary, "method", method);
        }
        for (name, value) in params_of(json) {
            // A file takes the place of the parameter that it is the value of.
            if files.parts().iter().all(|part| part.name != name) {
                body.push_field(&boundary, &name, &value);
            }
        }
        for part in files.parts() {
            body.push_file(&boundary, part)?;
        }
        body.push_text(format!("--{boundary}--\r\n"));
        Ok(body)
    }

    fn new(content_type: String) -> Self {
        Self {
            content_type,
            content_length: Some(0),
            segments: VecDeque::new(),
        }
    }

    fn push_text(&mut self, text: String) {
        self.content_length = self.content_length.map(|sum| sum + text.len() as u64);
        match self.segments.back_mut() {
            Some(Segment::Text(last)) => last.get_mut().extend(text.into_bytes()),
            _ => {
                let text = Cursor::new(text.into_bytes());
                self.segments.push_back(Segment::Text(text));
            }
        }
    }

    fn push_field(&mut self, boundary: &str, name: &str, value: &str) {
        let name = escape_quoted(name);
        self.push_text(format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        ));
    }

    fn push_file(&mut self, boundary: &str, part: &FilePart<'_>) -> Result<(), TransportError> {
        let file_name = part.file.file_name();
        self.push_text(format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\n\
             Content-Type: {}\r\n\r\n",
            escape_quoted(&part.name),
            escape_quoted(file_name),
            escape_quoted(part.file.media_type()),
        ));
        let (segment, length) = open_source(file_name, part.file.source())?;
        self.content_length = self
            .content_length
            .zip(length)
            .map(|(sum, length)| sum + length);
        self.segments.push_back(segment);
        self.push_text("\r\n".to_owned());
        Ok(())
    }
}

/// Opens the contents of a file, and returns them with their length in bytes, if it is known.
fn open_source(name: &str, source: &Source) -> Result<(Segment, Option<u64>), TransportError> {
    match source {
        Source::Path(path) => {
            let file = MeasuredFile::open(path)
                .map_err(|error| TransportError::unreadable_file(name, error))?;
            let length = file.remaining();
            let segment = Segment::Reader(name.to_owned(), Box::new(file));
            Ok((segment, length))
        }
        Source::Bytes(bytes) => {
            let length = bytes.len() as u64;
            let bytes = Cursor::new(SharedBytes(Arc::clone(bytes)));
            Ok((Segment::Bytes(bytes), Some(length)))
        }
        Source::Reader(reader) => {
            let reader = reader.take().ok_or_else(|| already_sent(name))?;
            Ok((Segment::Reader(name.to_owned(), reader), None))
        }
        #[cfg(feature = "client")]
        Source::Stream(stream) => {
            let stream = stream.take().ok_or_else(|| already_sent(name))?;
            Ok((Segment::Stream(name.to_owned(), stream), None))
        }
    }
}

fn already_sent(name: &str) -> TransportError {
    TransportError::unreadable_file(name, "it can be read only once, and already was")
}

/// Bytes that other requests share.
pub(super) struct SharedBytes(Arc<Vec<u8>>);

impl AsRef<[u8]> for SharedBytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Read for Body {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while let Some(segment) = self.segments.front_mut() {
            let read = segment.read(buffer)?;
            if read > 0 || buffer.is_empty() {
                return Ok(read);
            }
            self.segments.pop_front();
        }
        Ok(0)
    }
}

impl Read for Segment {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Text(text) => text.read(buffer),
            Self::Bytes(bytes) => bytes.read(buffer),
            Self::Reader(name, reader) => reader
                .read(buffer)
                .map_err(|error| UnreadableFile::wrap(name, error)),
            #[cfg(feature = "client")]
            Self::Stream(name, _) => {
                let error = io::Error::other("a stream needs the asynchronous client");
                Err(UnreadableFile::wrap(name, error))
            }
        }
    }
}

/// The error for a file that can't be read while it is being sent.
#[derive(Debug)]
pub(super) struct UnreadableFile {
    name: String,
    source: io::Error,
}

impl UnreadableFile {
    /// Adds the name of the file to an I/O error.
    pub(super) fn wrap(name: &str, source: io::Error) -> io::Error {
        let name = name.to_owned();
        io::Error::new(source.kind(), Self { name, source })
    }

    /// Returns the name of the file that can't be read and the reason, if that is what an I/O error is
    /// about; otherwise the error itself.
    #[cfg(feature = "blocking")]
    pub(super) fn take(error: io::Error) -> Result<(String, io::Error), io::Error> {
        let unreadable = error.downcast::<Self>()?;
        Ok((unreadable.name, unreadable.source))
    }

    /// Finds the name of the file that can't be read, if that is what an I/O error is about.
    #[cfg(feature = "client")]
    pub(super) fn find_name(error: &io::Error) -> Option<&str> {
        let unreadable: &Self = error.get_ref()?.downcast_ref()?;
        Some(&unreadable.name)
    }
}

impl fmt::Display for UnreadableFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "can't read the file `{}`", self.name)
    }
}

impl std::error::Error for UnreadableFile {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

/// Escapes a text for use in a header, inside of quotes or not, as browsers do.
fn escape_quoted(text: &str) -> String {
    text.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Creates a separator for the parts of a form. Its 128 random bits occur in none of them.
fn random_boundary() -> String {
    format!("{:016x}{:016x}", random_bits(), random_bits())
}

/// Returns 64 bits that differ from call to call: each `RandomState` has other keys.
fn random_bits() -> u64 {
    RandomState::new().hash_one(())
}
