//! The contract between this crate and an HTTP client: [`HttpRequest`], [`HttpResponse`],
//! [`Transport`] and [`TransportError`]. Everything else builds on it.
//!
//! The folders `reqwest` and `ureq` are the two clients that this crate has.

pub(crate) mod any;
pub(crate) mod body;
#[cfg(feature = "http")]
mod body_frames;
pub(crate) mod download;
pub(crate) mod error;
pub(crate) mod http_request;
pub(crate) mod http_response;
pub(crate) mod limits;
pub(crate) mod measured_file;
#[cfg(feature = "client")]
pub(crate) mod reqwest;
#[cfg(feature = "blocking")]
pub(crate) mod ureq;

use std::future::Future;
use std::time::Duration;

use self::error::TransportError;
use self::http_request::HttpRequest;
use self::http_response::HttpResponse;

/// Sends HTTP requests to a server.
///
/// To use another HTTP client, implement this trait: send what [`HttpRequest::open_body`] returns to
/// [`HttpRequest::url`], by [`HttpRequest::verb`] and with [`HttpRequest::headers`]. For Telegram and
/// the APIs like it that is a `POST` without headers. A response counts as a success here even if its status is an
/// error: the crate interprets it.
///
/// ```
/// use std::io::Read;
/// use std::time::Duration;
///
/// use generated::{HttpRequest, HttpResponse, Transport, TransportError, TransportErrorKind};
///
/// /// Answers every request itself, for a test.
/// struct Offline;
///
/// impl Transport for Offline {
///     async fn send(&self, request: HttpRequest<'_>) -> Result<HttpResponse, TransportError> {
///         let mut bytes = Vec::new();
///         let read = request.open_body()?.read_to_end(&mut bytes);
///         read.map_err(|error| TransportError::new(TransportErrorKind::Broken, error))?;
///         Ok(HttpResponse::new(200, r#"{"ok": true, "result": true}"#))
///     }
///
///     async fn sleep(&self, time: Duration) {
///         std::thread::sleep(time);
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no transport",
    note = "turn on the feature `client` of this crate, or give the bot a transport of your own"
)]
pub trait Transport: Send + Sync {
    /// Sends one request and returns the complete response.
    ///
    /// The time limit for a silent server is the transport's own limit plus
    /// [`HttpRequest::long_poll_timeout`].
    ///
    /// # Errors
    ///
    /// Returns an error if no complete response arrived.
    fn send(
        &self,
        request: HttpRequest<'_>,
    ) -> impl Future<Output = Result<HttpResponse, TransportError>> + Send;

    /// Sleeps before a retry, or to respect a rate limit.
    fn sleep(&self, time: Duration) -> impl Future<Output = ()> + Send;
}

/// A transport whose limits can be set.
pub trait WithLimits {
    /// Sets how long the server may send and receive nothing before a request fails.
    ///
    /// The time starts again with each chunk that is sent or received, so an upload may take as
    /// long as it needs. A long poll adds the time that the server was asked to wait.
    #[must_use]
    fn with_timeout(self, timeout: Duration) -> Self;

    /// Sets how many bytes a response may have before a request fails. Files that are downloaded
    /// don't count.
    #[must_use]
    fn with_response_limit(self, bytes: usize) -> Self;
}
