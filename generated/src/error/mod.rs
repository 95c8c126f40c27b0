//! What can go wrong between a request and its response.

pub(crate) mod decode_error;
pub(crate) mod failure;
pub(crate) mod path;

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use self::decode_error::DecodeError;
use self::failure::Failure;
use crate::request::validate::Invalid;
use crate::unknown::raw::Raw;

/// Why a request got no response.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The server refused the request.
    Api(Box<ApiError>),
    /// The server could not be reached, or its answer did not arrive; or a file that goes with the
    /// request could not be read.
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
    /// The error's code, mostly that of an HTTP status, which it is where the server gave none. Its meaning may change over time.
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

impl Error {
    /// How long the server asked to be left alone, where it did.
    pub fn retry_after(&self) -> Option<Duration> {
        let seconds = match self {
            Self::Api(error) => error.retry_after,
            Self::Decode(error) => error.reply().retry_after,
            _ => None,
        };
        seconds.map(Duration::from_secs)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(error) => error.fmt(f),
            Self::Transport(failure) => failure.fmt(f),
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

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Api(_) | Self::Invalid(_) => None,
            Self::Transport(failure) => Some(failure.source()),
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
