//! What can go wrong between a request and its response.

use std::collections::BTreeMap;
use std::fmt;

use crate::raw::Raw;
use crate::transport::{Failure, Reply};
use crate::validate::Invalid;

/// Why a request got no response.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The server refused the request.
    Api(Box<ApiError>),
    /// The server could not be reached, or its answer did not arrive.
    Transport(Failure),
    /// The server answered what can't be read.
    Decode(DecodeError),
    /// The request has no JSON form.
    Encode(serde_json::Error),
    /// The request breaks a limit, and you [asked](crate::Request::validate) whether it does.
    Invalid(Invalid),
}

/// A server's refusal.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ApiError {
    /// The error's code, mostly that of an HTTP status. Its meaning may change over time.
    pub code: i64,
    /// The reason, in words for people.
    pub description: String,
    /// How long to wait before the same request may succeed, in seconds.
    pub retry_after: Option<u64>,
    /// The supergroup that the chat has become, by its id.
    pub migrate_to_chat_id: Option<i64>,
    /// All else that the server said, by name.
    pub extra: BTreeMap<String, Raw>,
}

/// An answer that can't be read.
pub struct DecodeError {
    source: serde_json::Error,
    reply: Reply,
}

impl DecodeError {
    pub(crate) fn new(source: serde_json::Error, reply: Reply) -> Self {
        Self { source, reply }
    }

    /// The answer, which is printed only where you ask for it: it may hold what users wrote.
    pub fn reply(&self) -> &Reply {
        &self.reply
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(error) => error.fmt(f),
            Self::Transport(_) => f.write_str("no answer from the server"),
            Self::Decode(error) => error.fmt(f),
            Self::Encode(_) => f.write_str("the request has no JSON form"),
            Self::Invalid(invalid) => invalid.fmt(f),
        }
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error {}: {}", self.code, self.description)
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Reply { status, body } = &self.reply;
        let length = body.len();
        write!(
            f,
            "can't read the answer, {length} bytes of status {status}"
        )
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DecodeError({:?}, {self})", self.source)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Api(_) | Self::Invalid(_) => None,
            Self::Transport(failure) => Some(failure.as_ref()),
            Self::Decode(error) => error.source(),
            Self::Encode(error) => Some(error),
        }
    }
}

impl From<Invalid> for Error {
    fn from(invalid: Invalid) -> Self {
        Self::Invalid(invalid)
    }
}

impl std::error::Error for ApiError {}

impl std::error::Error for DecodeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}
