//! Conversion of the errors of `reqwest`.

use std::error::Error;
use std::io;

use crate::transport::body::UnreadableFile;
use crate::transport::error::{TransportError, TransportErrorKind};

/// Converts an error, without its URL, which contains the token.
pub(super) fn to_transport_error(error: reqwest::Error) -> TransportError {
    let error = error.without_url();
    let kind = match unreadable_file(&error) {
        Some(name) => TransportErrorKind::ReadFile(name),
        None if error.is_builder() => TransportErrorKind::Client,
        None if error.is_connect() => TransportErrorKind::Connect,
        None if error.is_timeout() => TransportErrorKind::Timeout,
        None => TransportErrorKind::Broken,
    };
    TransportError::new(kind, error)
}

/// Finds the name of a file that can't be read among the sources of an error.
fn unreadable_file(error: &reqwest::Error) -> Option<String> {
    let mut source = error.source();
    while let Some(error) = source {
        let name = error.downcast_ref::<io::Error>();
        if let Some(name) = name.and_then(UnreadableFile::find_name) {
            return Some(name.to_owned());
        }
        source = error.source();
    }
    None
}
