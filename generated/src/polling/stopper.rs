//! The way to stop a loop of calls from elsewhere, even while it waits.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Waker};

/// Stops [`Updates`](crate::Updates), from any task or thread. All clones stop the same.
///
/// ```
/// # use generated::Stopper;
/// async fn on_signal(signal: impl Future<Output = ()>, stopper: Stopper) {
///     signal.await;
///     stopper.stop();
/// }
/// ```
#[derive(Clone, Default)]
pub struct Stopper(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    stopped: bool,
    /// What waits for it.
    waker: Option<Waker>,
}

impl Stopper {
    /// Gives up a call that is under way, and hands out no further update: what was not handed
    /// out yet, the server keeps.
    pub fn stop(&self) {
        let mut state = self.state();
        state.stopped = true;
        let waker = state.waker.take();
        drop(state);
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// Whether it was told to stop.
    pub fn is_stopped(&self) -> bool {
        self.state().stopped
    }

    /// The same, and whoever asks is woken once that changes.
    pub(super) fn watch(&self, context: &Context<'_>) -> bool {
        let mut state = self.state();
        match &mut state.waker {
            Some(waker) => waker.clone_from(context.waker()),
            none => *none = Some(context.waker().clone()),
        }
        state.stopped
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Stopper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stopper")
            .field("stopped", &self.is_stopped())
            .finish()
    }
}
