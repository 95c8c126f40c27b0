//! An answer that can't be read: what is wrong with it, and where.

use std::error::Error;
use std::fmt;

use super::path::{offset, path_at};
use crate::bot::transport::Reply;

/// An answer that can't be read.
pub struct DecodeError {
    kind: DecodeErrorKind,
    source: serde_json::Error,
    reply: Reply,
}

/// What is wrong with an answer that can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecodeErrorKind {
    /// It has no body.
    Empty,
    /// It is a web page, mostly that of a proxy that could not reach the server.
    Html,
    /// It is no JSON.
    NotJson,
    /// It is JSON that breaks off.
    Truncated,
    /// It is JSON, but not what the method returns.
    Shape {
        /// Where, such as `result[3].message.date`; empty where it is the answer as a whole.
        path: String,
    },
}

impl DecodeError {
    pub(crate) fn new(source: serde_json::Error, reply: Reply) -> Self {
        Self {
            kind: kind(&source, &reply),
            source,
            reply,
        }
    }

    /// What is wrong with it.
    pub fn kind(&self) -> &DecodeErrorKind {
        &self.kind
    }

    /// The path of the value that can't be read, such as `result[3].message.date`, where the
    /// answer is JSON and whole.
    pub fn path(&self) -> Option<&str> {
        match &self.kind {
            DecodeErrorKind::Shape { path } if !path.is_empty() => Some(path),
            _ => None,
        }
    }

    /// The answer, which is printed only where you ask for it: it may hold what users wrote.
    pub fn reply(&self) -> &Reply {
        &self.reply
    }
}

fn kind(error: &serde_json::Error, reply: &Reply) -> DecodeErrorKind {
    let body = reply.body.trim_ascii_start();
    let typed = reply.content_type.as_deref().unwrap_or_default();
    match body.first() {
        None => DecodeErrorKind::Empty,
        Some(b'<') => DecodeErrorKind::Html,
        Some(_) if typed.starts_with("text/html") => DecodeErrorKind::Html,
        Some(_) if error.is_eof() => DecodeErrorKind::Truncated,
        Some(_) if error.is_syntax() => DecodeErrorKind::NotJson,
        Some(_) => DecodeErrorKind::Shape {
            path: path(error, &reply.body),
        },
    }
}

fn path(error: &serde_json::Error, body: &[u8]) -> String {
    path_at(body, offset(body, error.line(), error.column()))
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Reply { status, body, .. } = &self.reply;
        write!(f, "the server answered {status} with ")?;
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
        self.notes(f, body.len())
    }
}

impl DecodeError {
    /// How long it is, and what it says it is where that is not JSON.
    fn notes(&self, f: &mut fmt::Formatter<'_>, length: usize) -> fmt::Result {
        match &self.reply.content_type {
            Some(other) if !other.contains("json") => {
                write!(f, " ({length} bytes of `{}`)", other.escape_debug())
            }
            _ if length == 0 => Ok(()),
            _ => write!(f, " ({length} bytes)"),
        }
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DecodeError({:?}, {self})", self.source)
    }
}

impl Error for DecodeError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.source)
    }
}
