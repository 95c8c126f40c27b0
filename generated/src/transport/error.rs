//! Errors of a transport, and whether the server may have received the request all the same.

use std::error::Error;
use std::fmt;

/// The reason why a transport has no response.
pub struct TransportError {
    kind: TransportErrorKind,
    source: Box<dyn Error + Send + Sync>,
    pub(crate) method: Option<&'static str>,
}

/// The kind of a [`TransportError`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// The file of this name, which was to be uploaded, can't be read.
    ReadFile(String),
    /// The file of this name, to which a download was to be saved, can't be written.
    WriteFile(String),
    /// The request can't be made: its URL is invalid, or the client can't be set up.
    Client,
    /// There was no connection, so the server received nothing.
    Connect,
    /// The server was silent for too long. It may have executed the request.
    Timeout,
    /// The response is larger than the limit that was set by
    /// [`with_response_limit`](crate::WithLimits::with_response_limit). The server may have executed
    /// the request.
    TooLarge,
    /// The connection broke, or the response is not HTTP. The server may have executed the
    /// request.
    Broken,
}

impl TransportError {
    /// Creates an error of this kind from its cause.
    pub fn new(kind: TransportErrorKind, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self {
            kind,
            source: source.into(),
            method: None,
        }
    }

    /// Creates the error for a file to upload that can't be read.
    pub fn unreadable_file(name: &str, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::new(TransportErrorKind::ReadFile(name.to_owned()), source)
    }

    /// The method that was called, such as `sendPhoto`; `None` for a download.
    pub fn method(&self) -> Option<&'static str> {
        self.method
    }

    /// The cause. It is also the [`source`](Error::source), except for a file: the text of that error
    /// ends with what the system says, so its cause is not shown once more.
    pub fn cause(&self) -> &(dyn Error + Send + Sync + 'static) {
        &*self.source
    }

    /// The kind of the error.
    pub fn kind(&self) -> &TransportErrorKind {
        &self.kind
    }

    /// Returns true if it is certain that the server did not receive the request, so that sending
    /// it again can't execute it twice.
    pub fn is_unsent(&self) -> bool {
        matches!(self.kind, TransportErrorKind::Connect)
    }

    pub(crate) fn into_parts(self) -> (TransportErrorKind, Box<dyn Error + Send + Sync>) {
        (self.kind, self.source)
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_method(f, self.method)?;
        match &self.kind {
            TransportErrorKind::ReadFile(name) => {
                write!(f, "can't read the file `{name}`: {}", first_cause(self))
            }
            TransportErrorKind::WriteFile(name) => {
                write!(f, "can't write the file `{name}`: {}", first_cause(self))
            }
            TransportErrorKind::Client => f.write_str("can't make the call"),
            TransportErrorKind::Connect => f.write_str("can't connect to the server"),
            TransportErrorKind::Timeout => f.write_str("the server did not answer in time"),
            TransportErrorKind::TooLarge => f.write_str("the answer is too large"),
            TransportErrorKind::Broken => {
                f.write_str("the connection broke before the answer was whole")
            }
        }
    }
}

impl fmt::Debug for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("TransportError")
            .field(&self.kind)
            .field(&self.source)
            .finish()
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self.kind {
            TransportErrorKind::ReadFile(_) | TransportErrorKind::WriteFile(_) => None,
            _ => Some(&*self.source),
        }
    }
}

/// Finds the cause of all causes. A file that fails while it is sent does so inside the errors of an
/// HTTP client: `error sending request`, `can't read the file`, `Input/output error (os error 5)`.
fn first_cause(error: &TransportError) -> &dyn Error {
    let mut cause: &dyn Error = &*error.source;
    while let Some(next) = cause.source() {
        cause = next;
    }
    cause
}

/// Writes the method that was called, before the reason for an error.
pub(crate) fn write_method(f: &mut fmt::Formatter<'_>, method: Option<&str>) -> fmt::Result {
    match method {
        Some(method) => write!(f, "{method}: "),
        None => Ok(()),
    }
}
