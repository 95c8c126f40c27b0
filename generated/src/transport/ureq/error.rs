//! Conversion of the errors of `ureq`.

use std::io::ErrorKind;

use ureq::{Error, Timeout};

use crate::transport::body::UnreadableFile;
use crate::transport::error::{TransportError, TransportErrorKind};

/// Converts the error of a request whose body was started or not.
///
/// `ureq` reads a body only when there is a connection and the head of the request is sent. So
/// before that, after any error, the server has not received the request.
pub(super) fn to_transport_error(error: Error, started: bool) -> TransportError {
    let error = match error {
        Error::Io(error) => match UnreadableFile::take(error) {
            Ok((name, cause)) => return TransportError::unreadable_file(&name, cause),
            Err(error) => Error::Io(error),
        },
        error => error,
    };
    let kind = match &error {
        Error::BadUri(_) | Error::Http(_) | Error::InvalidProxyUrl => TransportErrorKind::Client,
        _ if !started => TransportErrorKind::Connect,
        Error::Timeout(_) => TransportErrorKind::Timeout,
        _ => TransportErrorKind::Broken,
    };
    TransportError::new(kind, error)
}

/// Returns true if there was no connection. It serves requests without a body.
pub(super) fn is_connect_error(error: &Error) -> bool {
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
