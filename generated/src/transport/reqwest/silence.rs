//! A timeout for silence: the time starts again with each chunk that is sent or received.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::transport::error::{TransportError, TransportErrorKind};

/// A flag: a chunk was sent or received since it was last reset.
#[derive(Clone, Default)]
pub(super) struct Activity(Arc<AtomicBool>);

impl Activity {
    /// Records that a chunk was sent or received.
    pub(super) fn record(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Runs an exchange until it ends, or until nothing was sent or received for `limit`.
    ///
    /// The flag is read only when `limit` is over, so the exchange may be silent for somewhat
    /// longer, and at most for twice `limit`: with a limit of 30 seconds, a server that falls
    /// silent after 10 seconds is given up after 60.
    pub(super) async fn limit_silence<T>(
        &self,
        limit: Duration,
        exchange: impl Future<Output = Result<T, TransportError>>,
    ) -> Result<T, TransportError> {
        let mut exchange = pin!(exchange);
        loop {
            match tokio::time::timeout(limit, &mut exchange).await {
                Ok(result) => return result,
                Err(_) if self.0.swap(false, Ordering::Relaxed) => {}
                Err(elapsed) => {
                    return Err(TransportError::new(TransportErrorKind::Timeout, elapsed));
                }
            }
        }
    }
}
