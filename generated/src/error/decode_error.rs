//! Responses that can't be parsed.

use std::error::Error;
use std::fmt;

use super::json_error::JsonError;
use super::json_path::{byte_offset, path_at};
use crate::transport::error::write_method;
use crate::transport::http_response::HttpResponse;

/// The error for a response that can't be parsed.
pub struct DecodeError {
    kind: DecodeErrorKind,
    // In a box, so that an `Error` has no more than 128 bytes.
    source: Box<JsonError>,
    response: HttpResponse,
    pub(crate) method: Option<&'static str>,
}

/// The kind of a [`DecodeError`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecodeErrorKind {
    /// The response has no body.
    Empty,
    /// The response is a web page, usually of a proxy that can't reach the server.
    Html,
    /// The response is not JSON.
    NotJson,
    /// The response is JSON that ends too early.
    Truncated,
    /// The response is JSON, but not of the type that the method returns.
    Shape {
        /// The path of the value that can't be parsed, such as `result[3].message.date`; empty for
        /// the response as a whole.
        path: String,
    },
}

impl DecodeError {
    pub(crate) fn new(error: &serde_json::Error, response: HttpResponse) -> Self {
        Self {
            kind: classify_error(error, &response),
            source: Box::new(JsonError::new(error)),
            response,
            method: None,
        }
    }

    /// The method that was called, such as `getMe`; `None` for a download.
    pub fn method(&self) -> Option<&'static str> {
        self.method
    }

    /// The kind of the error.
    pub fn kind(&self) -> &DecodeErrorKind {
        &self.kind
    }

    /// The path of the value that can't be parsed, such as `result[3].message.date`, if the
    /// response is complete JSON.
    pub fn path(&self) -> Option<&str> {
        match &self.kind {
            DecodeErrorKind::Shape { path } if !path.is_empty() => Some(path),
            _ => None,
        }
    }

    /// The response, without the token and after an attempt to repair it. It is not part of the
    /// error's texts, because it may contain what users wrote.
    pub fn response(&self) -> &HttpResponse {
        &self.response
    }

    /// Writes the length of the body and, if it does not claim to be JSON, its content type.
    fn write_details(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let length = self.response.body.len();
        match &self.response.content_type {
            Some(other) if !other.contains("json") => {
                write!(f, " ({length} bytes of `{}`)", other.escape_debug())
            }
            _ if length == 0 => Ok(()),
            _ => write!(f, " ({length} bytes)"),
        }
    }
}

fn classify_error(error: &serde_json::Error, response: &HttpResponse) -> DecodeErrorKind {
    let body = response.body.trim_ascii_start();
    let content_type = response.content_type.as_deref().unwrap_or_default();
    match body.first() {
        None => DecodeErrorKind::Empty,
        Some(b'<') => DecodeErrorKind::Html,
        Some(_) if content_type.starts_with("text/html") => DecodeErrorKind::Html,
        Some(_) if error.is_eof() => DecodeErrorKind::Truncated,
        Some(_) if error.is_syntax() => DecodeErrorKind::NotJson,
        Some(_) => {
            let offset = byte_offset(&response.body, error.line(), error.column());
            let path = path_at(&response.body, offset);
            DecodeErrorKind::Shape { path }
        }
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_method(f, self.method)?;
        write!(f, "the server answered {} with ", self.response.status)?;
        match &self.kind {
            DecodeErrorKind::Empty => f.write_str("an empty body")?,
            DecodeErrorKind::Html => f.write_str("a web page, not JSON")?,
            DecodeErrorKind::NotJson => f.write_str("what is no JSON")?,
            DecodeErrorKind::Truncated => f.write_str("JSON that breaks off")?,
            DecodeErrorKind::Shape { path } if path.is_empty() => {
                f.write_str("JSON of another shape")?;
            }
            DecodeErrorKind::Shape { path } => write!(f, "JSON that can't be read at `{path}`")?,
        }
        self.write_details(f)
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DecodeError({self}: {})", self.source)
    }
}

impl Error for DecodeError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}
