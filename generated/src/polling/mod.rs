//! Updates by polling: a loop of requests that survives every temporary error.

mod poll_loop;
mod queue;
pub(crate) mod recovery;
pub(crate) mod request;
pub(crate) mod stop_handle;

use std::fmt;
use std::future::poll_fn;
#[cfg(feature = "client")]
use std::pin::Pin;
#[cfg(feature = "client")]
use std::task::{Context, Poll};
use std::time::Duration;

use self::poll_loop::PollLoop;
use self::recovery::Backoff;
use self::request::{UpdateApi, UpdateRequest};
use self::stop_handle::StopHandle;
use crate::bot::Bot;
use crate::bot::setup::DefaultTransport;
use crate::error::Error;
use crate::response::incoming::Incoming;
use crate::transport::Transport;

/// The time in seconds for which a server may wait for an update, if the request does not say.
const LONG_POLL_TIMEOUT: i64 = 30;

/// The updates of a bot, one after the other, for as long as it runs.
///
/// It requests updates from the server again and again. No temporary error ends it: if the network
/// or the server fails, if a response can't be parsed, if another program polls for the same bot,
/// or if a rate limit was exceeded, it waits and continues, longer from one time to the next. See
/// [`on_error`](Self::on_error). A permanent error, such as an invalid token, is returned once and
/// ends the updates.
///
/// **No update is lost, and few are repeated.** To ask for the next update is to confirm that the
/// one before was handled. The next request passes that on to the server, once all updates of a
/// response were handled. So after a crash, the updates that were not confirmed come again, and
/// no others. While the program runs, a repeated update is dropped.
///
/// **A malformed update** is returned as [`Incoming::Malformed`], and confirmed like all others.
///
/// **To stop**, use a [`stop_handle`](Self::stop_handle) and ask for the next update until there is
/// none: then all updates that were returned are confirmed. If it is dropped without that, nothing
/// more is confirmed.
///
/// With the feature `client`, it is also a `Stream`. A combinator that reads ahead, such as a
/// buffer, also confirms ahead.
#[must_use = "it requests nothing until it is asked for the next update"]
pub struct Updates<R: UpdateRequest, T = DefaultTransport> {
    poll_loop: PollLoop<R, T>,
}

impl<A: UpdateApi, T: Transport + Clone + 'static> Bot<A, T> {
    /// Polls for all updates of the bot: see [`Updates`].
    ///
    /// If the API has long polling, the server may wait 30 seconds for the next update.
    ///
    #[cfg_attr(feature = "telegram", doc = "```")]
    #[cfg_attr(not(feature = "telegram"), doc = "```ignore")]
    /// use generated::telegram::Bot;
    /// use generated::{Error, Incoming, Transport};
    ///
    /// async fn listen(bot: &Bot<impl Transport + Clone + 'static>) -> Result<(), Error> {
    ///     let mut updates = bot.updates();
    ///     while let Some(update) = updates.next().await {
    ///         match update? {
    ///             Incoming::Parsed(update) => println!("{:?}", update.kind()),
    ///             Incoming::Malformed(item) => eprintln!("{item}"),
    ///         }
    ///     }
    ///     Ok(())
    /// }
    /// ```
    pub fn updates(&self) -> Updates<A::UpdateRequest, T> {
        self.updates_with(A::UpdateRequest::default())
    }
}

impl<A, T: Transport + Clone + 'static> Bot<A, T> {
    /// Polls for updates with a request of your own: for updates of some kinds, for fewer at a
    /// time, from another offset on, or with another time for the server to wait (zero: not at
    /// all).
    ///
    #[cfg_attr(feature = "telegram", doc = "```")]
    #[cfg_attr(not(feature = "telegram"), doc = "```ignore")]
    /// use generated::telegram::{Bot, GetUpdates};
    /// use generated::{Transport, Updates};
    ///
    /// fn messages<T: Transport + Clone + 'static>(bot: &Bot<T>) -> Updates<GetUpdates, T> {
    ///     bot.updates_with(GetUpdates::new().allowed_updates(["message"]).timeout(50))
    /// }
    /// ```
    pub fn updates_with<R: UpdateRequest<Api = A>>(&self, mut request: R) -> Updates<R, T> {
        if let Some(timeout) = request.timeout_mut() {
            timeout.get_or_insert(LONG_POLL_TIMEOUT);
        }
        Updates {
            poll_loop: PollLoop::new(self.clone(), request),
        }
    }
}

impl<R: UpdateRequest, T: Transport + Clone + 'static> Updates<R, T> {
    /// Returns the next update. It is `None` after a stop and after an error, and stays so.
    ///
    /// Nothing is lost if the future is dropped before it is complete: the next one continues where
    /// it was.
    ///
    /// # Errors
    ///
    /// Returns an error if no further request can succeed; or, after a stop, if the last updates
    /// can't be confirmed, so that they come again.
    pub async fn next(&mut self) -> Option<Result<Incoming<R::Update>, Error>> {
        poll_fn(|context| self.poll_loop.poll_next(context)).await
    }
}

impl<R: UpdateRequest, T> Updates<R, T> {
    /// Returns a handle that stops the updates.
    pub fn stop_handle(&self) -> StopHandle {
        self.poll_loop.stop_handle.clone()
    }

    /// Sets a function to call on each temporary error, with the pause that follows.
    ///
    #[cfg_attr(feature = "telegram", doc = "```")]
    #[cfg_attr(not(feature = "telegram"), doc = "```ignore")]
    /// # use generated::Transport;
    /// # use generated::telegram::Bot;
    /// # fn example(bot: &Bot<impl Transport + Clone + 'static>) {
    /// let updates = bot.updates().on_error(|error, pause| {
    ///     eprintln!("{error}; continuing in {pause:.1?}");
    /// });
    /// # }
    /// ```
    pub fn on_error(mut self, hook: impl FnMut(&Error, Duration) + Send + 'static) -> Self {
        self.poll_loop.on_error = Some(Box::new(hook));
        self
    }

    /// Sets the pauses after errors: the first, and the longest. By default, they are 1 second and
    /// 30 seconds.
    ///
    /// Each pause is up to twice as long as the one before; a random part of it, at least half, is
    /// waited. If the server asks for a longer wait, that is kept, up to an hour. The first success
    /// starts again with the first pause.
    pub fn with_backoff(mut self, first: Duration, longest: Duration) -> Self {
        self.poll_loop.backoff = Backoff::new(first, longest);
        self
    }

    /// Sets the pause after a response without updates, if it came sooner than this, as it does
    /// from a server that does not wait for updates. By default, it is 1 second.
    pub fn with_idle_pause(mut self, pause: Duration) -> Self {
        self.poll_loop.idle_pause = pause;
        self
    }
}

#[cfg(feature = "client")]
impl<R: UpdateRequest, T: Transport + Clone + 'static> futures_core::Stream for Updates<R, T> {
    type Item = Result<Incoming<R::Update>, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_loop.poll_next(context)
    }
}

// No field is ever pinned in place: every future is in a box of its own.
impl<R: UpdateRequest, T> Unpin for Updates<R, T> {}

impl<R: UpdateRequest, T> fmt::Debug for Updates<R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Updates")
            .field("method", &R::METHOD)
            .field("stop_handle", &self.poll_loop.stop_handle)
            .finish_non_exhaustive()
    }
}
