//! Why a call of a webhook is refused, and what to answer.

use std::error::Error;
use std::fmt;

/// Why a call of a webhook brought no update.
#[derive(Debug)]
#[non_exhaustive]
pub enum WebhookError {
    /// It has no secret, so it does not come from the server.
    SecretMissing,
    /// Its secret is wrong, so it does not come from the server.
    SecretWrong,
    /// Its body is no JSON.
    Body(serde_json::Error),
}

impl WebhookError {
    /// The HTTP status that says so.
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
