//! Whether and when a call that failed is sent again: a policy, which a bot has where you give it
//! one.

mod attempts;
pub(crate) mod backoff;
mod fate;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use crate::bot::Bot;

pub(crate) use self::attempts::Attempts;

/// Which calls that failed a bot sends again, when, and how often.
///
/// What it does depends on what is known of the call that failed:
///
/// - The server asked to wait (429): it did nothing, so any call is sent again once that time is
///   over.
/// - There was no connection: the server saw nothing, so any call is sent again after a delay.
/// - The server said nothing in time, the connection broke, or the answer is an error of the
///   server (5xx), empty, a web page or broken off: the server may have done what it was told.
///   Only a call that reads is sent again, which is one whose method's name starts with `get`: it
///   changes nothing, so it may be done twice. Any other might send a message twice, unless you
///   ask for that by [`at_least_once`](Self::at_least_once).
/// - A group has become a supergroup: the call is sent once more, to the new chat. See
///   [`on_migration`](Self::on_migration).
/// - Anything else would fail again, and is not sent again.
///
/// A call with a file that can be read but once is sent again only while the file is unread. Where
/// a call is not sent again, its last error is yours.
///
#[cfg_attr(feature = "safew", doc = "```")]
#[cfg_attr(not(feature = "safew"), doc = "```ignore")]
/// use std::time::Duration;
/// use generated::{Retries, Transport, safew::Bot};
///
/// # fn example(bot: Bot<impl Transport>) {
/// let bot = bot.with_retries(
///     Retries::new()
///         .max_attempts(6)
///         .max_wait(Duration::from_secs(20)),
/// );
/// # }
/// # fn main() {}
/// ```
#[derive(Clone)]
pub struct Retries {
    attempts: u32,
    first_delay: Duration,
    max_delay: Duration,
    max_wait: Duration,
    at_least_once: bool,
    migrated: Option<Arc<dyn Fn(Migration) + Send + Sync>>,
}

/// A group that has become a supergroup, which has another id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Migration {
    /// The id of the group that was.
    pub from: i64,
    /// The id of the supergroup that it is now.
    pub to: i64,
}

impl Retries {
    /// At most 4 attempts, delays of up to half a second at first and of up to 30 seconds later,
    /// and a minute of patience with a server that asks to wait.
    pub fn new() -> Self {
        Self {
            attempts: 4,
            first_delay: Duration::from_millis(500),
            max_delay: Duration::from_secs(30),
            max_wait: Duration::from_secs(60),
            at_least_once: false,
            migrated: None,
        }
    }

    /// How often a call is sent at most, the first time included. A call that follows a chat to
    /// its new id does not count.
    #[must_use]
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// The longest delay before the second attempt. It doubles with each attempt, and the delay is
    /// a random part of it, so that many calls that failed at once don't come back at once.
    #[must_use]
    pub fn first_delay(mut self, delay: Duration) -> Self {
        self.first_delay = delay;
        self
    }

    /// What the delay never grows beyond.
    #[must_use]
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = delay;
        self
    }

    /// How long to wait at most where the server says for how long. Where it asks for more, the
    /// call fails at once.
    #[must_use]
    pub fn max_wait(mut self, wait: Duration) -> Self {
        self.max_wait = wait;
        self
    }

    /// Whether a call that the server may have executed is sent again, whatever it does: rather
    /// twice than never.
    #[must_use]
    pub fn at_least_once(mut self, wanted: bool) -> Self {
        self.at_least_once = wanted;
        self
    }

    /// Calls `migrated` whenever the server answers that a group has become a supergroup, before
    /// the call is sent to the new chat.
    ///
    /// Keep the new id: the old one costs two calls each time.
    ///
    /// ```
    /// # use generated::Retries;
    /// let retries = Retries::new().on_migration(|chat| {
    ///     println!("chat {} is now {}", chat.from, chat.to);
    /// });
    /// # let _ = retries;
    /// ```
    #[must_use]
    pub fn on_migration(mut self, migrated: impl Fn(Migration) + Send + Sync + 'static) -> Self {
        self.migrated = Some(Arc::new(migrated));
        self
    }
}

impl<A, T> Bot<A, T> {
    /// The same bot, which sends calls again that failed, as far as that is safe. Without it, a
    /// bot sends each call once.
    #[must_use]
    pub fn with_retries(mut self, retries: Retries) -> Self {
        self.set_retries(retries);
        self
    }
}

impl Default for Retries {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Retries {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Retries")
            .field("max_attempts", &self.attempts)
            .field("first_delay", &self.first_delay)
            .field("max_delay", &self.max_delay)
            .field("max_wait", &self.max_wait)
            .field("at_least_once", &self.at_least_once)
            .finish_non_exhaustive()
    }
}
