//! The classification of errors: whether the server may have executed the call, and so whether
//! the call may be sent again.

use crate::error::Error;
use crate::error::api_error::ApiError;
use crate::error::decode_error::{DecodeError, DecodeErrorKind};
use crate::transport::error::{TransportError, TransportErrorKind};

/// The class of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RetryClass {
    /// The server refused the call for now: it came too early.
    Throttled,
    /// The server did not receive the call.
    NotSent,
    /// The server may have executed the call.
    MaybeExecuted,
    /// The server refused the call: the chat was migrated to this id.
    Migrated(i64),
    /// Another attempt would fail too.
    Permanent,
}

impl RetryClass {
    pub(super) fn of(error: &Error) -> Self {
        match error {
            Error::Api(error) => classify_api_error(error),
            Error::Transport(error) => classify_transport_error(error),
            Error::Decode(error) => classify_decode_error(error),
            Error::Encode { .. } | Error::Invalid(_) => Self::Permanent,
        }
    }
}

fn classify_api_error(error: &ApiError) -> RetryClass {
    match (error.meant_status(), error.migrate_to_chat_id) {
        (400, Some(chat)) => RetryClass::Migrated(chat),
        (429, _) => RetryClass::Throttled,
        (500..=599, _) => RetryClass::MaybeExecuted,
        _ => RetryClass::Permanent,
    }
}

fn classify_transport_error(error: &TransportError) -> RetryClass {
    match error.kind() {
        _ if error.is_unsent() => RetryClass::NotSent,
        TransportErrorKind::Timeout | TransportErrorKind::Broken => RetryClass::MaybeExecuted,
        _ => RetryClass::Permanent,
    }
}

/// Classifies a response that can't be parsed.
///
/// One that is not JSON comes from a proxy or was cut off, so another attempt may succeed: for
/// example, `502` with a web page, or `200` with half a JSON object. Complete JSON of an unexpected
/// shape would come again.
fn classify_decode_error(error: &DecodeError) -> RetryClass {
    match (error.response().status, error.kind()) {
        (429, _) => RetryClass::Throttled,
        (500..=599, _) => RetryClass::MaybeExecuted,
        (_, DecodeErrorKind::Shape { .. }) => RetryClass::Permanent,
        (200..=299, _) => RetryClass::MaybeExecuted,
        _ => RetryClass::Permanent,
    }
}
