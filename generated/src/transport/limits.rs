//! Limits that both clients share. Without a client, only the one for error pages has a use.

#[cfg(any(feature = "blocking", feature = "client"))]
use std::time::Duration;

use super::error::{TransportError, TransportErrorKind};
use super::http_response::HttpResponse;

/// The time for which a server may be silent before a request fails, unless a client sets another.
#[cfg(any(feature = "blocking", feature = "client"))]
pub(super) const TIMEOUT: Duration = Duration::from_secs(30);

/// The time limit for resolving a host, and again for connecting to it.
#[cfg(any(feature = "blocking", feature = "client"))]
pub(super) const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// The most bytes of a file that are in memory at a time.
#[cfg(any(feature = "blocking", feature = "client"))]
pub(super) const CHUNK_SIZE: usize = 256 * 1024;

/// The most bytes of a response, unless a client sets another limit. The longest ones, a hundred
/// updates, have some megabytes.
#[cfg(any(feature = "blocking", feature = "client"))]
pub(super) const RESPONSE_LIMIT: usize = 64 * 1024 * 1024;

/// The most bytes that are read of an error page. Of a longer one the rest is not read, since the
/// status says more than the page.
pub(crate) const ERROR_PAGE_LIMIT: usize = 1024 * 1024;

/// A response that is being read, and how many bytes it may have.
pub(crate) struct LimitedResponse {
    response: HttpResponse,
    limit: usize,
}

impl LimitedResponse {
    /// Starts with the head of a response.
    pub(crate) fn new(head: HttpResponse, limit: usize) -> Self {
        let limit = if is_error_page(&head) {
            limit.min(ERROR_PAGE_LIMIT)
        } else {
            limit
        };
        let response = head;
        Self { response, limit }
    }

    /// Adds a chunk of the body. Returns false if no more of it is needed.
    ///
    /// # Errors
    ///
    /// Returns an error if the response is too large.
    pub(crate) fn push(&mut self, chunk: &[u8]) -> Result<bool, TransportError> {
        let room = self.limit - self.response.body.len();
        if chunk.len() > room && !is_error_page(&self.response) {
            let reason = format!("it has more than {} bytes", self.limit);
            return Err(TransportError::new(TransportErrorKind::TooLarge, reason));
        }
        let added = chunk.len().min(room);
        self.response.body.extend_from_slice(&chunk[..added]);
        Ok(added == chunk.len())
    }

    /// Returns the response.
    pub(crate) fn finish(self) -> HttpResponse {
        self.response
    }
}

fn is_error_page(response: &HttpResponse) -> bool {
    !(200..300).contains(&response.status)
}
