//! A handle that stops the polling loop from elsewhere, even while it waits.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Waker};

/// A handle that stops [`Updates`](crate::Updates), from any task or thread. All clones stop the
/// same updates.
///
/// ```
/// # use generated::StopHandle;
/// async fn on_signal(signal: impl Future<Output = ()>, stop_handle: StopHandle) {
///     signal.await;
///     stop_handle.stop();
/// }
/// ```
#[derive(Clone, Default)]
pub struct StopHandle(Arc<Mutex<StopState>>);

#[derive(Default)]
struct StopState {
    stopped: bool,
    /// The waker of the task that polls the updates.
    waker: Option<Waker>,
}

impl StopHandle {
    /// Stops the updates: the request in progress is dropped, and no further update is returned.
    /// The server keeps the updates that were not returned.
    ///
    /// A client that blocks can't drop a request: with a `BlockingClient`, the updates end once the
    /// request in progress has its response, which takes up to the time that the server may wait
    /// for an update.
    pub fn stop(&self) {
        let mut state = self.lock();
        state.stopped = true;
        let waker = state.waker.take();
        drop(state);
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// Returns true if the updates were stopped.
    pub fn is_stopped(&self) -> bool {
        self.lock().stopped
    }

    /// Returns true if the updates were stopped, and wakes the task when that changes.
    pub(super) fn poll_stopped(&self, context: &Context<'_>) -> bool {
        let mut state = self.lock();
        match &mut state.waker {
            Some(waker) => waker.clone_from(context.waker()),
            none => *none = Some(context.waker().clone()),
        }
        state.stopped
    }

    fn lock(&self) -> MutexGuard<'_, StopState> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for StopHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StopHandle")
            .field("stopped", &self.is_stopped())
            .finish()
    }
}
