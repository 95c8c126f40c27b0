//! Errors of a request.

pub(crate) mod decode_error;
pub(crate) mod json_error;
mod json_path;

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use self::decode_error::DecodeError;
use crate::request::validate::ValidationError;
use crate::transport::error::TransportError;
use crate::unknown::raw::Raw;

/// The reason why a request has no result.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The server refused the request.
    Api(Box<ApiError>),
    /// The server can't be reached, or its response did not arrive; or a file of the request can't
    /// be read.
    Transport(TransportError),
    /// The server's response can't be parsed.
    Decode(DecodeError),
    /// The request can't be written as JSON.
    Encode(serde_json::Error),
    /// The request breaks a limit. Only [`Request::validate`](crate::Request::validate) finds
    /// that out.
    Invalid(ValidationError),
}

/// The error that a server responds with.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ApiError {
    /// The code, on many platforms an HTTP status; the status of the response if the server gives no code.
    /// The meaning of a code may change over time.
    pub code: i64,
    /// The HTTP status of the response; 0 if the error comes from no response.
    pub status: u16,
    /// The reason, for humans.
    pub description: String,
    /// The time in seconds after which the same request may succeed.
    pub retry_after: Option<u64>,
    /// The id of the supergroup to which the chat was migrated.
    pub migrate_to_chat_id: Option<i64>,
    /// All other members of the response, by name.
    pub extra: BTreeMap<String, Raw>,
}

impl Error {
    /// The time that the server asked to wait before another request, if it did.
    pub fn retry_after(&self) -> Option<Duration> {
        let seconds = match self {
            Self::Api(error) => error.retry_after,
            Self::Decode(error) => error.response().retry_after,
            _ => None,
        };
        seconds.map(Duration::from_secs)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(error) => error.fmt(f),
            Self::Transport(error) => error.fmt(f),
            Self::Decode(error) => error.fmt(f),
            Self::Encode(_) => f.write_str("the request has no JSON form"),
            Self::Invalid(error) => error.fmt(f),
        }
    }
}

impl ApiError {
    /// The HTTP status that the error means. A platform whose codes are others has it in the response;
    /// one that answers errors with 200, in the code.
    pub(crate) fn meant_status(&self) -> i64 {
        match self.status {
            400.. => self.status.into(),
            _ => self.code,
        }
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error {}: {}", self.code, self.description)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Api(_) | Self::Invalid(_) => None,
            Self::Transport(error) => error.source(),
            Self::Decode(error) => error.source(),
            Self::Encode(error) => Some(error),
        }
    }
}

impl From<ValidationError> for Error {
    fn from(error: ValidationError) -> Self {
        Self::Invalid(error)
    }
}

impl std::error::Error for ApiError {}
