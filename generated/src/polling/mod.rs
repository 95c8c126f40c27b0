//! Updates by polling: a loop of calls that survives what can be survived. In goes a request, out
//! comes one update after the other.

mod fault;
mod now;
mod queue;
mod request;
mod settings;
mod stopper;

use std::fmt;
use std::future::poll_fn;
#[cfg(feature = "client")]
use std::pin::Pin;
#[cfg(feature = "client")]
use std::task::{Context, Poll};

use crate::bot::Bot;
use crate::bot::transport::{DefaultTransport, Transport};
use crate::error::Error;
use crate::response::incoming::Incoming;

use self::now::Now;
use self::queue::Queue;
use self::settings::Settings;

pub use self::request::{UpdateApi, UpdateRequest};
pub use self::stopper::Stopper;

/// For how long a server may wait for an update, in seconds, where a request does not say.
const TIMEOUT: i64 = 30;

/// The updates of a bot, one after the other, for as long as it runs.
///
/// It asks the server again and again. What passes by itself ends nothing: where the network or
/// the server fails, where the answer can't be read, where another program asks for the same
/// bot's updates or too much was asked, it waits and goes on, longer from one time to the next.
/// See [`on_fault`](Self::on_fault). What can't pass, such as a token that is wrong, comes out as
/// an error, once, and is the end.
///
/// **Nothing is lost, little is repeated.** To ask for the next update is to say that the one
/// before is done with. Only then is it confirmed, with the others of its answer, by the next
/// call. So after a crash, what was not confirmed comes again, and nothing else. While this runs,
/// an update that comes again is not handed out again.
///
/// **What can't be read** is handed out as [`Incoming::Unread`] and confirmed like all others.
///
/// **To stop**, use a [`stopper`](Self::stopper) and ask for the next update until there is none:
/// then what was handed out is confirmed. Dropped without that, it confirms nothing more.
///
/// With the feature `client`, it is a `Stream` too. What takes updates from a stream ahead of
/// handling them, such as a buffer, confirms them ahead as well.
#[must_use = "it asks for nothing until it is asked for the next update"]
pub struct Updates<R: UpdateRequest, T = DefaultTransport> {
    bot: Bot<R::Api, T>,
    request: R,
    queue: Queue<R::Update>,
    settings: Settings,
    stopper: Stopper,
    now: Now<R::Response>,
}

impl<A: UpdateApi, T: Transport + Clone + 'static> Bot<A, T> {
    /// All updates of the bot: see [`Updates`].
    ///
    /// Where the API has long polling, the server may wait 30 seconds for the next one.
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
    ///             Incoming::Read(update) => println!("{:?}", update.kind()),
    ///             Incoming::Unread(why) => eprintln!("{why}"),
    ///         }
    ///     }
    ///     Ok(())
    /// }
    /// ```
    pub fn updates(&self) -> Updates<A::Updates, T> {
        self.updates_by(A::Updates::default())
    }
}

impl<A, T: Transport + Clone + 'static> Bot<A, T> {
    /// The updates that a request asks for: of some kinds, fewer at a time, from another offset
    /// on, or with another time for the server to wait (zero: not at all).
    ///
    #[cfg_attr(feature = "telegram", doc = "```")]
    #[cfg_attr(not(feature = "telegram"), doc = "```ignore")]
    /// use generated::telegram::{Bot, GetUpdates};
    /// use generated::{Transport, Updates};
    ///
    /// fn messages<T: Transport + Clone + 'static>(bot: &Bot<T>) -> Updates<GetUpdates, T> {
    ///     bot.updates_by(GetUpdates::new().allowed_updates(["message"]).timeout(50))
    /// }
    /// ```
    pub fn updates_by<R: UpdateRequest<Api = A>>(&self, mut request: R) -> Updates<R, T> {
        if let Some(timeout) = request.timeout_mut() {
            timeout.get_or_insert(TIMEOUT);
        }
        Updates {
            bot: self.clone(),
            queue: Queue::new(*request.offset_mut()),
            request,
            settings: Settings::default(),
            stopper: Stopper::default(),
            now: Now::Idle,
        }
    }
}

impl<R: UpdateRequest, T: Transport + Clone + 'static> Updates<R, T> {
    /// The next update. `None` once it was stopped, or after an error: it stays so.
    ///
    /// To drop the future before it is done loses nothing: the next one goes on where it was.
    ///
    /// # Errors
    ///
    /// Where no further call could succeed; or, after it was stopped, where the last updates could
    /// not be confirmed, so that they come again.
    pub async fn next(&mut self) -> Option<Result<Incoming<R::Update>, Error>> {
        poll_fn(|context| self.poll(context)).await
    }

    /// What stops it.
    pub fn stopper(&self) -> Stopper {
        self.stopper.clone()
    }
}

#[cfg(feature = "client")]
impl<R: UpdateRequest, T: Transport + Clone + 'static> futures_core::Stream for Updates<R, T> {
    type Item = Result<Incoming<R::Update>, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll(context)
    }
}

// None of its fields is ever pinned in place: what has to be is in a box of its own.
impl<R: UpdateRequest, T> Unpin for Updates<R, T> {}

impl<R: UpdateRequest, T> fmt::Debug for Updates<R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Updates")
            .field("method", &R::METHOD)
            .field("stopper", &self.stopper)
            .finish_non_exhaustive()
    }
}
