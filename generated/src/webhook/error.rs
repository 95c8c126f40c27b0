//! Errors of a webhook, with the status to respond with.

use std::error::Error;
use std::fmt;

/// The reason why a request to a webhook contains no update.
#[derive(Debug)]
#[non_exhaustive]
pub enum WebhookError {
    /// The secret is missing, so the request does not come from the server.
    SecretMissing,
    /// The secret is wrong, so the request does not come from the server.
    SecretWrong,
    /// The body is not JSON.
    Body(serde_json::Error),
}

impl WebhookError {
    /// The HTTP status to respond with.
    pub fn status(&self) -> u16 {
        match self {
            Self::SecretMissing => 401,
            Self::SecretWrong => 403,
            Self::Body(_) => 400,
        }
    }
}

impl fmt::Display for WebhookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SecretMissing => "the call has no secret",
            Self::SecretWrong => "the secret of the call is wrong",
            Self::Body(_) => "the body of the call is no JSON",
        })
    }
}

impl Error for WebhookError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::SecretMissing | Self::SecretWrong => None,
            Self::Body(error) => Some(error),
        }
    }
}
