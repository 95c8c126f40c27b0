//! Events of `tracing` for each call, or nothing without the feature `tracing`. No event contains
//! the URL, the token or a body.

#[cfg(feature = "tracing")]
pub(crate) use self::on::{CallTrace, migrated, retried};

#[cfg(not(feature = "tracing"))]
pub(crate) use self::off::{CallTrace, migrated, retried};

#[cfg(feature = "tracing")]
mod on {
    use std::time::{Duration, Instant};

    use tracing::{debug, info, warn};

    use crate::error::Error;
    use crate::transport::error::TransportError;
    use crate::transport::http_request::HttpRequest;
    use crate::transport::http_response::HttpResponse;

    /// A call that was started.
    pub(crate) struct CallTrace {
        method: &'static str,
        attempt: u32,
        started: Instant,
    }

    impl CallTrace {
        pub(crate) fn start(request: &HttpRequest<'_>, attempt: u32) -> Self {
            Self {
                method: request.api_method(),
                attempt,
                started: Instant::now(),
            }
        }

        /// Logs the end of the call.
        pub(crate) fn end(self, result: &Result<HttpResponse, TransportError>) {
            let (method, attempt) = (self.method, self.attempt);
            let elapsed_ms = self.started.elapsed().as_millis() as u64;
            match result {
                Ok(HttpResponse { status, .. }) => {
                    debug!(method, attempt, status, elapsed_ms, "answered");
                }
                Err(failure) => debug!(method, attempt, %failure, elapsed_ms, "not answered"),
            }
        }
    }

    /// Logs that a call will be sent again.
    pub(crate) fn retried(method: &'static str, attempt: u32, error: &Error, delay: Duration) {
        let delay_ms = delay.as_millis() as u64;
        warn!(method, attempt, %error, delay_ms, "failed, is sent again");
    }

    /// Logs that a call will be sent to the new id of its chat.
    pub(crate) fn migrated(method: &'static str, from: i64, to: i64) {
        info!(method, from, to, "the chat has a new id");
    }
}

#[cfg(not(feature = "tracing"))]
mod off {
    use std::time::Duration;

    use crate::error::Error;
    use crate::transport::error::TransportError;
    use crate::transport::http_request::HttpRequest;
    use crate::transport::http_response::HttpResponse;

    pub(crate) struct CallTrace;

    impl CallTrace {
        pub(crate) fn start(_: &HttpRequest<'_>, _: u32) -> Self {
            Self
        }

        pub(crate) fn end(self, _: &Result<HttpResponse, TransportError>) {}
    }

    pub(crate) fn retried(_: &'static str, _: u32, _: &Error, _: Duration) {}

    pub(crate) fn migrated(_: &'static str, _: i64, _: i64) {}
}
