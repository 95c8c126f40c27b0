//! Retries: the policy for failed calls.

pub(crate) mod attempts;
pub(crate) mod backoff;
mod class;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// A policy for failed calls: which of them a bot sends again, when, and how often.
///
/// It depends on what is known about the failed call:
///
/// - **The server asked to wait (429).** It did not execute the call. Any call is sent again after
///   that time.
/// - **There was no connection.** The server did not receive the call. Any call is sent again after
///   a delay.
/// - **The server was silent for too long, the connection broke, or the response is a server error
///   (5xx), empty, a web page or incomplete.** The server may have executed the call. Only
///   read-only calls are sent again: those whose method's name starts with `get` or, where the methods
///   of an API have different verbs, whose verb is `GET`. Any
///   other call might send a message twice; set [`at_least_once`](Self::at_least_once) to allow
///   that.
/// - **A group was migrated to a supergroup.** The call is sent once more, to the new chat. See
///   [`on_migration`](Self::on_migration).
/// - **Anything else** would fail again, and is not sent again.
///
/// A call with a file that can be read only once is sent again only while the file is unread. If a
/// call is not sent again, you get its last error.
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
    on_migration: Option<Arc<dyn Fn(Migration) + Send + Sync>>,
}

/// The migration of a group to a supergroup, which has another id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Migration {
    /// The id of the former group.
    pub from: i64,
    /// The id of the supergroup.
    pub to: i64,
}

impl Retries {
    /// Creates a policy with at most 4 attempts, delays of up to half a second at first and of up
    /// to 30 seconds later, and waits of up to a minute if the server asks for them.
    pub fn new() -> Self {
        Self {
            attempts: 4,
            first_delay: Duration::from_millis(500),
            max_delay: Duration::from_secs(30),
            max_wait: Duration::from_secs(60),
            at_least_once: false,
            on_migration: None,
        }
    }

    /// Sets how often a call is sent at most, including the first time. An attempt that follows a
    /// chat to its new id does not count.
    #[must_use]
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// Sets the longest delay before the second attempt. It doubles with each attempt, and the
    /// delay is a random part of it, so that many calls that failed at once don't come back at
    /// once.
    #[must_use]
    pub fn first_delay(mut self, delay: Duration) -> Self {
        self.first_delay = delay;
        self
    }

    /// Sets the longest delay before any attempt.
    #[must_use]
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = delay;
        self
    }

    /// Sets the longest wait that the server may ask for. If it asks for more, the call fails at
    /// once.
    #[must_use]
    pub fn max_wait(mut self, wait: Duration) -> Self {
        self.max_wait = wait;
        self
    }

    /// Sets whether calls that the server may have executed are sent again, even if they are not
    /// read-only: rather twice than never.
    #[must_use]
    pub fn at_least_once(mut self, allowed: bool) -> Self {
        self.at_least_once = allowed;
        self
    }

    /// Sets a function to call whenever the server reports that a group was migrated to a
    /// supergroup, before the call is sent to the new chat.
    ///
    /// Store the new id: using the old one costs two calls each time.
    ///
    /// ```
    /// # use generated::Retries;
    /// let retries = Retries::new().on_migration(|chat| {
    ///     println!("chat {} is now {}", chat.from, chat.to);
    /// });
    /// # let _ = retries;
    /// ```
    #[must_use]
    pub fn on_migration(mut self, hook: impl Fn(Migration) + Send + Sync + 'static) -> Self {
        self.on_migration = Some(Arc::new(hook));
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
