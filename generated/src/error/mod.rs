//! Errors of a request. Each names the method that was called.

pub(crate) mod api_error;
pub(crate) mod decode_error;
pub(crate) mod json_error;
mod json_path;

use std::fmt;
use std::time::Duration;

use self::api_error::ApiError;
use self::decode_error::DecodeError;
use crate::request::Request;
use crate::request::validate::ValidationError;
use crate::transport::error::TransportError;

/// The reason why a request has no result.
///
/// ```text
/// sendMessage: error 403: Forbidden: bot was blocked by the user
/// sendPhoto: can't read the file `cat.jpg`: No such file or directory (os error 2)
/// ```
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
    Encode {
        /// The method.
        method: &'static str,
        /// The reason.
        source: serde_json::Error,
    },
    /// The request breaks a limit. Only [`Request::validate`](crate::Request::validate) finds
    /// that out.
    Invalid(ValidationError),
}

impl Error {
    /// The method that was called, such as `sendMessage`; `None` for a download.
    pub fn method(&self) -> Option<&'static str> {
        match self {
            Self::Api(error) => error.method,
            Self::Transport(error) => error.method,
            Self::Decode(error) => error.method,
            Self::Encode { method, .. } => Some(method),
            Self::Invalid(error) => Some(error.method),
        }
    }

    /// The time that the server asked to wait before another request, if it did.
    pub fn retry_after(&self) -> Option<Duration> {
        let seconds = match self {
            Self::Api(error) => error.retry_after,
            Self::Decode(error) => error.response().retry_after,
            _ => None,
        };
        seconds.map(Duration::from_secs)
    }

    /// Notes the method that was called.
    pub(crate) fn of_method(mut self, name: &'static str) -> Self {
        match &mut self {
            Self::Api(error) => error.method = Some(name),
            Self::Transport(error) => error.method = Some(name),
            Self::Decode(error) => error.method = Some(name),
            Self::Encode { .. } | Self::Invalid(_) => {} // They know it.
        }
        self
    }
}

/// Writes the parameters of a request as JSON.
pub(crate) fn encode<R: Request>(request: &R) -> Result<String, Error> {
    request.to_json().map_err(|source| Error::Encode {
        method: R::METHOD,
        source,
    })
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(error) => error.fmt(f),
            Self::Transport(error) => error.fmt(f),
            Self::Decode(error) => error.fmt(f),
            Self::Encode { method, .. } => write!(f, "{method}: the request has no JSON form"),
            Self::Invalid(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Api(_) | Self::Invalid(_) => None,
            Self::Transport(error) => error.source(),
            Self::Decode(error) => error.source(),
            Self::Encode { source, .. } => Some(source),
        }
    }
}

impl From<ApiError> for Error {
    fn from(error: ApiError) -> Self {
        Self::Api(Box::new(error))
    }
}

impl From<ValidationError> for Error {
    fn from(error: ValidationError) -> Self {
        Self::Invalid(error)
    }
}
