//! What an error of `ureq` means.

use std::io::ErrorKind;

use ureq::{Error, Timeout};

use crate::error::failure::{Failure, FailureKind};
use crate::request::body::Unreadable;

/// The failure of a call whose body was started or not.
///
/// A body is read once there is a connection and the head of the call is sent. So before that,
/// whatever went wrong, the server has not seen the call.
pub(super) fn failure(error: Error, started: bool) -> Failure {
    let kind = match (&error, unreadable(&error)) {
        (_, Some(name)) => FailureKind::File(name.to_owned()),
        (Error::BadUri(_) | Error::Http(_) | Error::InvalidProxyUrl, _) => FailureKind::Client,
        _ if !started => FailureKind::Connect,
        (Error::Timeout(_), _) => FailureKind::Timeout,
        _ => FailureKind::Broken,
    };
    Failure::new(kind, error)
}

/// Whether there was no connection, which for a call without a body nothing else tells.
pub(super) fn is_connect(error: &Error) -> bool {
    use ErrorKind::{AddrNotAvailable, ConnectionRefused, HostUnreachable, NetworkUnreachable};
    match error {
        Error::HostNotFound | Error::ConnectionFailed | Error::ConnectProxyFailed(_) => true,
        Error::Timeout(Timeout::Resolve | Timeout::Connect) => true,
        Error::Tls(_) | Error::Rustls(_) => true,
        Error::Io(error) => matches!(
            error.kind(),
            AddrNotAvailable | ConnectionRefused | HostUnreachable | NetworkUnreachable
        ),
        _ => false,
    }
}

/// The file whose contents could not be read, where that is the cause of an error.
fn unreadable(error: &Error) -> Option<&str> {
    let Error::Io(error) = error else {
        return None;
    };
    let inner = error.get_ref()?;
    inner.downcast_ref().map(Unreadable::name)
}
