//! The state machine of the polling loop.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};

use super::queue::Queue;
use super::recovery::{Backoff, is_permanent};
use super::request::UpdateRequest;
use super::stop_handle::StopHandle;
use crate::bot::Bot;
use crate::error::Error;
use crate::response::incoming::Incoming;
use crate::transport::Transport;

/// The pause after a response without updates, if the server did not wait for any.
const IDLE_PAUSE: Duration = Duration::from_secs(1);

/// A loop that polls for updates.
pub(super) struct PollLoop<R: UpdateRequest, T> {
    bot: Bot<R::Api, T>,
    request: R,
    queue: Queue<R::Update>,
    state: PollState<R::Response>,
    pub(super) stop_handle: StopHandle,
    pub(super) backoff: Backoff,
    pub(super) idle_pause: Duration,
    pub(super) on_error: Option<ErrorHook>,
}

/// A function to call on a temporary error, with the pause that follows.
type ErrorHook = Box<dyn FnMut(&Error, Duration) + Send>;

/// The operation in progress. It is kept here, so that nothing is lost if the caller drops its
/// future.
enum PollState<R> {
    /// Nothing is in progress.
    Idle,
    /// A request for updates that was sent at this time.
    Requesting(Instant, Pending<Result<R, Error>>),
    /// A pause.
    Sleeping(Pending<()>),
    /// The last request, which confirms the updates that were returned.
    Confirming(Pending<Result<R, Error>>),
    /// The loop has ended.
    Ended,
}

type Pending<R> = Pin<Box<dyn Future<Output = R> + Send>>;

/// An update, or the error that ends the loop.
type Item<R> = Result<Incoming<<R as UpdateRequest>::Update>, Error>;

impl<R: UpdateRequest, T: Transport + Clone + 'static> PollLoop<R, T> {
    pub(super) fn new(bot: Bot<R::Api, T>, mut request: R) -> Self {
        Self {
            bot,
            queue: Queue::new(*request.offset_mut()),
            request,
            state: PollState::Idle,
            stop_handle: StopHandle::default(),
            backoff: Backoff::default(),
            idle_pause: IDLE_PAUSE,
            on_error: None,
        }
    }

    /// Polls for the next update, the error that ends the loop, or its end.
    pub(super) fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Item<R>>> {
        loop {
            // A client that blocks has no other moment to be stopped: its requests and pauses are
            // over as soon as they are polled, so without updates this loop never returns.
            if self.stop_handle.poll_stopped(context) {
                self.start_confirming();
            }
            let item = match &mut self.state {
                PollState::Idle => self.take_or_request(),
                PollState::Requesting(since, response) => {
                    let since = *since;
                    let response = ready!(response.as_mut().poll(context));
                    self.state = PollState::Idle;
                    if self.stop_handle.is_stopped() {
                        continue; // The server keeps the updates that have just arrived.
                    }
                    self.handle_response(since, response)
                }
                PollState::Sleeping(pause) => {
                    ready!(pause.as_mut().poll(context));
                    self.state = PollState::Idle;
                    None
                }
                PollState::Confirming(response) => {
                    let response = ready!(response.as_mut().poll(context));
                    self.state = PollState::Ended;
                    response.err().map(Err)
                }
                PollState::Ended => return Poll::Ready(None),
            };
            if item.is_some() {
                return Poll::Ready(item);
            }
        }
    }

    /// Takes the next update from the queue, or requests more if there is none.
    fn take_or_request(&mut self) -> Option<Item<R>> {
        let update = self.queue.pop();
        if update.is_none() {
            let mut request = self.request.clone();
            *request.offset_mut() = self.queue.offset();
            self.state = PollState::Requesting(Instant::now(), self.send_once(request));
        }
        update.map(Ok)
    }

    fn handle_response(
        &mut self,
        since: Instant,
        response: Result<R::Response, Error>,
    ) -> Option<Item<R>> {
        match response {
            Ok(updates) => {
                self.backoff.reset();
                self.queue.push(updates);
                let update = self.queue.pop();
                if update.is_none() {
                    self.handle_no_news(since);
                }
                update.map(Ok)
            }
            Err(error) if is_permanent(&error) => {
                self.state = PollState::Ended;
                Some(Err(error))
            }
            Err(error) => {
                let pause = self.backoff.pause_after(&error);
                if let Some(hook) = &mut self.on_error {
                    hook(&error, pause);
                }
                self.start_sleeping(pause);
                None
            }
        }
    }

    /// Handles a response without new updates. If it came so soon that the server can't have
    /// waited for any, a pause follows.
    fn handle_no_news(&mut self, since: Instant) {
        // If no update had a number, only a longer list shows what comes after them.
        if let (None, Some(limit)) = (self.queue.offset(), self.request.limit_mut()) {
            *limit = None;
        }
        if since.elapsed() < self.idle_pause {
            self.start_sleeping(self.idle_pause);
        }
    }

    /// Drops the operation in progress, and starts to confirm the updates that were returned.
    fn start_confirming(&mut self) {
        if matches!(self.state, PollState::Confirming(_) | PollState::Ended) {
            return;
        }
        // The dropped request must be gone before the last one starts.
        self.state = PollState::Ended;
        let Some(offset) = self.queue.confirming_offset() else {
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
        self.state = PollState::Confirming(self.send_with_retries(request));
    }

    /// Sends a request of the loop, which repeats it by itself if it fails.
    fn send_once(&self, request: R) -> Pending<Result<R::Response, Error>> {
        let bot = self.bot.clone();
        Box::pin(async move { bot.send_once(&request).await })
    }

    /// Sends the last request. No other follows it, so the bot's retries apply.
    fn send_with_retries(&self, request: R) -> Pending<Result<R::Response, Error>> {
        let bot = self.bot.clone();
        Box::pin(async move { bot.send(&request).await })
    }

    fn start_sleeping(&mut self, time: Duration) {
        let bot = self.bot.clone();
        self.state =
            PollState::Sleeping(Box::pin(async move { bot.transport().sleep(time).await }));
    }
}
