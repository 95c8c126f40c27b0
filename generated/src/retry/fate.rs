//! What an error says about the call that failed: in comes the error, out comes whether the server
//! may have executed the call, and what to do about it.

use crate::error::decode_error::{DecodeError, DecodeErrorKind};
use crate::error::failure::{Failure, FailureKind};
use crate::error::{ApiError, Error};

/// What became of a call that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// The server did nothing: it wants the call later.
    Early,
    /// The server saw nothing.
    Unsent,
    /// The server may have done it.
    Unknown,
    /// The server did nothing: the chat has this id now.
    Moved(i64),
    /// It is as it is: the next attempt would fail too.
    Final,
}

impl Fate {
    pub(super) fn of(error: &Error) -> Self {
        match error {
            Error::Api(error) => of_refusal(error),
            Error::Transport(failure) => of_failure(failure),
            Error::Decode(error) => of_undecodable(error),
            Error::Encode(_) | Error::Invalid(_) => Self::Final,
        }
    }
}

fn of_refusal(error: &ApiError) -> Fate {
    match (error.code, error.migrate_to_chat_id) {
        (400, Some(chat)) => Fate::Moved(chat),
        (429, _) => Fate::Early,
        (500..=599, _) => Fate::Unknown,
        _ => Fate::Final,
    }
}

fn of_failure(failure: &Failure) -> Fate {
    match failure.kind() {
        _ if failure.is_unsent() => Fate::Unsent,
        FailureKind::Timeout | FailureKind::Broken => Fate::Unknown,
        _ => Fate::Final,
    }
}

/// An answer that a proxy gave, or that broke off. One that is whole, but of a shape that this
/// crate can't read, would come again.
fn of_undecodable(error: &DecodeError) -> Fate {
    match (error.reply().status, error.kind()) {
        (429, _) => Fate::Early,
        (500..=599, _) => Fate::Unknown,
        (_, DecodeErrorKind::Shape { .. }) => Fate::Final,
        (200..=299, _) => Fate::Unknown,
        _ => Fate::Final,
    }
}
