//! Errors that a server responds with, and what they mean.

use std::collections::BTreeMap;
use std::fmt;

use crate::transport::error::write_method;
use crate::unknown::raw::Raw;

/// The error that a server responds with.
///
/// [`kind`](Self::kind) tells what its code means. The module of an API has a `Refusal`, such as
/// `telegram::Refusal`, which tells what its description says.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ApiError {
    /// The method that was called, such as `sendMessage`; `None` for a download.
    pub method: Option<&'static str>,
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

/// The meaning of an [`ApiError`]'s code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ApiErrorKind {
    /// 400: a parameter is wrong, or what it names does not exist.
    BadRequest,
    /// 401: the token is wrong.
    Unauthorized,
    /// 403: the bot may not do this, such as write to a user who blocked it.
    Forbidden,
    /// 404: there is no such method or file, or the token is wrong.
    NotFound,
    /// 409: another program polls for the same bot, or a webhook is set.
    Conflict,
    /// 413: the request is too large.
    TooLarge,
    /// 429: too many requests in a short time.
    TooManyRequests,
    /// 500 to 599: the server failed.
    Server,
    /// Any other code.
    Other,
}

impl ApiError {
    /// Creates an error, as a [`Hook`](crate::Hook) or a test needs one.
    pub fn new(code: i64, description: impl Into<String>) -> Self {
        Self {
            code,
            description: description.into(),
            ..Self::default()
        }
    }

    /// Returns the HTTP status that the error means. A platform whose codes are others has it in the
    /// response; one that answers errors with 200, in the code.
    pub(crate) fn meant_status(&self) -> i64 {
        match self.status {
            400.. => self.status.into(),
            _ => self.code,
        }
    }

    /// The meaning of the HTTP status or, if that tells nothing, of the code.
    pub fn kind(&self) -> ApiErrorKind {
        match self.meant_status() {
            400 => ApiErrorKind::BadRequest,
            401 => ApiErrorKind::Unauthorized,
            403 => ApiErrorKind::Forbidden,
            404 => ApiErrorKind::NotFound,
            409 => ApiErrorKind::Conflict,
            413 => ApiErrorKind::TooLarge,
            429 => ApiErrorKind::TooManyRequests,
            500..=599 => ApiErrorKind::Server,
            _ => ApiErrorKind::Other,
        }
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_method(f, self.method)?;
        write!(f, "error {}: {}", self.code, self.description)
    }
}

impl std::error::Error for ApiError {}
