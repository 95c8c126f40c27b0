//! How a loop of calls behaves where nothing comes, and where something fails.

use std::time::Duration;

use crate::error::Error;

use super::fault::Backoff;
use super::{UpdateRequest, Updates};

/// The first pause after a failure, and the longest.
const PAUSES: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(30)];

/// The pause after an answer that has no updates, where the server did not wait for any.
const IDLE: Duration = Duration::from_secs(1);

/// What to do on a failure.
type Hook = Box<dyn FnMut(&Error, Duration) + Send>;

pub(super) struct Settings {
    pub(super) backoff: Backoff,
    pub(super) idle: Duration,
    pub(super) on_fault: Option<Hook>,
}

impl Default for Settings {
    fn default() -> Self {
        let [first, longest] = PAUSES;
        Self {
            backoff: Backoff::new(first, longest),
            idle: IDLE,
            on_fault: None,
        }
    }
}

impl<R: UpdateRequest, T> Updates<R, T> {
    /// Tells of each failure that does not end the updates, and of the pause that follows it.
    ///
    #[cfg_attr(feature = "telegram", doc = "```")]
    #[cfg_attr(not(feature = "telegram"), doc = "```ignore")]
    /// # use generated::Transport;
    /// # use generated::telegram::Bot;
    /// # fn example(bot: &Bot<impl Transport + Clone + 'static>) {
    /// let updates = bot.updates().on_fault(|error, pause| {
    ///     eprintln!("{error}; going on in {pause:.1?}");
    /// });
    /// # }
    /// ```
    pub fn on_fault(mut self, hook: impl FnMut(&Error, Duration) + Send + 'static) -> Self {
        self.settings.on_fault = Some(Box::new(hook));
        self
    }

    /// Sets the pauses after failures: the first, and the longest. Each is up to twice as long as
    /// the one before, and a random part of it, at least half, is waited. A server that says how
    /// long to wait is obeyed. The first call that succeeds starts anew.
    ///
    /// Unless you set them, from a second to 30 seconds.
    pub fn with_backoff(mut self, first: Duration, longest: Duration) -> Self {
        self.settings.backoff = Backoff::new(first, longest);
        self
    }

    /// Sets the pause after an answer without updates that came sooner than this, as it does from
    /// a server that never waits for any.
    ///
    /// Unless you set it, a second.
    pub fn with_idle_pause(mut self, pause: Duration) -> Self {
        self.settings.idle = pause;
        self
    }
}
