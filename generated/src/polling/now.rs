//! What a loop of calls is at, and what it does next: it looks at what is under way, and starts
//! what follows.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};

use crate::bot::transport::Transport;
use crate::error::Error;
use crate::response::incoming::Incoming;

use super::fault::is_final;
use super::{UpdateRequest, Updates};

/// What is under way. It is kept from one look to the next, so that nothing is lost where nobody
/// waits any more.
pub(super) enum Now<R> {
    /// Nothing.
    Idle,
    /// A call for updates, since when.
    Asking(Instant, Pending<Result<R, Error>>),
    /// A pause.
    Pausing(Pending<()>),
    /// The call that confirms the last updates.
    Leaving(Pending<Result<R, Error>>),
    /// Nothing any more.
    Ended,
}

/// What has to be waited for.
pub(super) type Pending<R> = Pin<Box<dyn Future<Output = R> + Send>>;

/// What an [`Updates`] hands out.
type Item<R> = Result<Incoming<<R as UpdateRequest>::Update>, Error>;

impl<R: UpdateRequest, T: Transport + Clone + 'static> Updates<R, T> {
    /// The next update, the error that ends them, or their end.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Item<R>>> {
        if self.stopper.watch(context) {
            self.leave();
        }
        loop {
            let found = match &mut self.now {
                Now::Idle => self.take_or_ask(),
                Now::Asking(since, call) => {
                    let since = *since;
                    let answer = ready!(call.as_mut().poll(context));
                    self.now = Now::Idle;
                    self.answered(since, answer)
                }
                Now::Pausing(pause) => {
                    ready!(pause.as_mut().poll(context));
                    self.now = Now::Idle;
                    None
                }
                Now::Leaving(call) => {
                    let answer = ready!(call.as_mut().poll(context));
                    self.now = Now::Ended;
                    answer.err().map(Err)
                }
                Now::Ended => return Poll::Ready(None),
            };
            if found.is_some() {
                return Poll::Ready(found);
            }
        }
    }

    /// The next update at hand; where there is none, it asks for more.
    fn take_or_ask(&mut self) -> Option<Item<R>> {
        let update = self.queue.take();
        if update.is_none() {
            let mut request = self.request.clone();
            *request.offset_mut() = self.queue.offset();
            self.now = Now::Asking(Instant::now(), self.ask(request));
        }
        update.map(Ok)
    }

    fn answered(&mut self, since: Instant, answer: Result<R::Response, Error>) -> Option<Item<R>> {
        match answer {
            Ok(answer) => {
                self.settings.backoff.reset();
                self.queue.put(answer);
                let update = self.queue.take();
                if update.is_none() {
                    self.nothing_new(since);
                }
                update.map(Ok)
            }
            Err(error) if is_final(&error) => {
                self.now = Now::Ended;
                Some(Err(error))
            }
            Err(error) => {
                let pause = self.settings.backoff.after(&error);
                if let Some(hook) = &mut self.settings.on_fault {
                    hook(&error, pause);
                }
                self.pause(pause);
                None
            }
        }
    }

    /// After an answer that came so soon that the server can't have waited for an update, a pause
    /// follows.
    fn nothing_new(&mut self, since: Instant) {
        // Where nothing at hand has a number, only a longer list shows what comes behind it.
        if let (None, Some(limit)) = (self.queue.offset(), self.request.limit_mut()) {
            *limit = None;
        }
        if since.elapsed() < self.settings.idle {
            self.pause(self.settings.idle);
        }
    }

    /// Gives up what is under way, and confirms what was handed out.
    fn leave(&mut self) {
        if matches!(self.now, Now::Leaving(_) | Now::Ended) {
            return;
        }
        // What was given up is gone before the last call starts.
        self.now = Now::Ended;
        let Some(offset) = self.queue.confirming() else {
            return;
        };
        let mut request = self.request.clone();
        *request.offset_mut() = Some(offset);
        if let Some(limit) = request.limit_mut() {
            *limit = Some(1);
        }
        if let Some(timeout) = request.timeout_mut() {
            *timeout = Some(0);
        }
        self.now = Now::Leaving(self.confirm(request));
    }

    /// One call of the loop, which is its own policy: what fails, it asks for again itself.
    fn ask(&self, request: R) -> Pending<Result<R::Response, Error>> {
        let bot = self.bot.clone();
        Box::pin(async move { bot.send_once(&request).await })
    }

    /// The last call. No other follows it, so it is sent again as the bot's other calls are.
    fn confirm(&self, request: R) -> Pending<Result<R::Response, Error>> {
        let bot = self.bot.clone();
        Box::pin(async move { bot.send(&request).await })
    }

    fn pause(&mut self, time: Duration) {
        let bot = self.bot.clone();
        self.now = Now::Pausing(Box::pin(async move { bot.transport().pause(time).await }));
    }
}
