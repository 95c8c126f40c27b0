//! A timeout that counts silence only: it starts anew with each piece that is sent or received.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::error::failure::{Failure, FailureKind};

/// Whether anything went over the connection since somebody last asked.
#[derive(Clone, Default)]
pub(super) struct Progress(Arc<AtomicBool>);

impl Progress {
    /// A piece was sent or received.
    pub(super) fn made(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Runs an exchange until it ends, or nothing of it has moved for `limit`, or somewhat longer.
    pub(super) async fn watch<T>(
        &self,
        limit: Duration,
        exchange: impl Future<Output = Result<T, Failure>>,
    ) -> Result<T, Failure> {
        let mut exchange = pin!(exchange);
        loop {
            match tokio::time::timeout(limit, &mut exchange).await {
                Ok(result) => return result,
                Err(_) if self.0.swap(false, Ordering::Relaxed) => {}
                Err(elapsed) => return Err(Failure::new(FailureKind::Timeout, elapsed)),
            }
        }
    }
}
