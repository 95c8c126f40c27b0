//! The HTTP response to one method call.

use std::fmt;

/// A server's HTTP response.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct HttpResponse {
    /// The HTTP status code.
    pub status: u16,
    /// The header `Content-Type`.
    pub content_type: Option<String>,
    /// The header `Retry-After` in seconds, if it is a number.
    pub retry_after: Option<u64>,
    /// The complete body, uncompressed. The clients of this crate read no more than a megabyte of an
    /// error page.
    pub body: Vec<u8>,
}

impl HttpResponse {
    /// Creates a response with this status and body, and without headers.
    pub fn new(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status,
            content_type: None,
            retry_after: None,
            body: body.into(),
        }
    }

    /// Checks for a status of success, from 200 to 299.
    pub(crate) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// Creates a response with an empty body from its status and headers. `header` looks a header
    /// up by its name in lower case.
    #[cfg(any(feature = "blocking", feature = "client"))]
    pub(crate) fn from_head<'h>(status: u16, header: impl Fn(&str) -> Option<&'h str>) -> Self {
        Self {
            content_type: header("content-type").map(str::to_owned),
            retry_after: header("retry-after").and_then(|text| text.parse().ok()),
            ..Self::new(status, Vec::new())
        }
    }
}

impl fmt::Debug for HttpResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpResponse")
            .field("status", &self.status)
            .field("content_type", &self.content_type)
            .field("bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}
