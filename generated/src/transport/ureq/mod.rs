//! A blocking client, for programs without an asynchronous runtime, over `ureq` and `rustls`.

pub(crate) mod blocking_call;
pub(crate) mod download;
mod early_response;
mod error;
mod tls;
mod upload;

use std::fmt;
use std::future::poll_fn;
use std::io::Read;
use std::task::Poll;
use std::thread;
use std::time::{Duration, Instant};

use ureq::http::header::{CONTENT_LENGTH, CONTENT_TYPE, EXPECT};
use ureq::http::{Request, Response};
use ureq::unversioned::resolver::DefaultResolver;
use ureq::{Agent, SendBody};

use self::early_response::connector;
use self::error::to_transport_error;
use self::upload::Upload;
use super::error::{TransportError, TransportErrorKind};
use super::http_request::HttpRequest;
use super::http_response::HttpResponse;
use super::limits::{CONNECT_TIMEOUT, LimitedResponse, RESPONSE_LIMIT, TIMEOUT};
use super::{Transport, WithLimits};

/// The size of the buffer into which a response is read.
const READ_SIZE: usize = 16 * 1024;

/// The most bytes of a body that are sent without asking the server whether it wants them.
///
/// `ureq` reads a response only after it has sent the whole body. A server that refuses a large
/// upload answers and closes the connection before that, and its answer would be lost. So the client
/// asks with `Expect: 100-continue`, as `curl` does from this size on.
const MAX_UNASKED: u64 = 1024 * 1024;

/// The time for which a server may be silent when it is asked, before the body is sent unasked.
const EXPECT_TIMEOUT: Duration = Duration::from_secs(1);

/// The longest time for which a pause blocks the thread before the caller gets a turn.
const LONGEST_SLEEP: Duration = Duration::from_millis(100);

/// A blocking HTTP client that keeps its connections open. Clones share them.
///
/// Call [`BlockingCall::call`](crate::BlockingCall::call) where an asynchronous program awaits.
/// The client blocks the thread, so don't use it in an asynchronous program.
///
/// At the level `trace`, `ureq` logs the path of each URL with the crate `log`, and **the bot's
/// token is a part of it**: keep that level off for `ureq`.
///
#[cfg_attr(feature = "safew", doc = "```no_run")]
#[cfg_attr(not(feature = "safew"), doc = "```ignore")]
/// use generated::safew::{Bot, SendMessage};
/// use generated::{BlockingCall, Error};
///
/// fn main() -> Result<(), Error> {
///     let bot = Bot::blocking("42:token");
///     bot.send_message(42, "Hello!").call()?;
///     bot.send(&SendMessage::new(42, "Hello again!")).call()?;
///     Ok(())
/// }
/// ```
#[derive(Clone)]
pub struct BlockingClient {
    agent: Agent,
    timeout: Duration,
    response_limit: usize,
}

impl BlockingClient {
    /// Creates a client with settings that suit a bot: TLS as [chosen by features](crate#features),
    /// no redirects, and a limit of 30 seconds for a silent server.
    pub fn new() -> Self {
        Self::build_client(TIMEOUT)
    }

    fn build_client(timeout: Duration) -> Self {
        // A socket accepts no timeout of zero.
        let timeout = timeout.max(Duration::from_millis(1));
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .tls_config(tls::build_config())
            .timeout_resolve(Some(CONNECT_TIMEOUT.min(timeout)))
            .timeout_connect(Some(CONNECT_TIMEOUT.min(timeout)))
            // Shorter than the timeout, which would be an error.
            .timeout_await_100(Some(EXPECT_TIMEOUT.min(timeout / 2)))
            .timeout_per_write(Some(timeout))
            .timeout_per_read(Some(timeout));
        Self {
            agent: Agent::with_parts(config.build(), connector(), DefaultResolver::default()),
            timeout,
            response_limit: RESPONSE_LIMIT,
        }
    }

    fn send_request(&self, request: &HttpRequest<'_>) -> Result<HttpResponse, TransportError> {
        let body = request.open_body()?;
        let length = body.content_length();
        let mut call = Request::builder().method(request.verb()).uri(request.url());
        for (name, value) in request.headers() {
            call = call.header(name, value);
        }
        if !body.content_type().is_empty() {
            call = call.header(CONTENT_TYPE, body.content_type());
        }
        if let Some(length) = length.filter(|length| *length > 0) {
            call = call.header(CONTENT_LENGTH, length);
        }
        if length.is_none_or(|length| length > MAX_UNASKED) {
            call = call.header(EXPECT, "100-continue");
        }
        let mut upload = Upload::new(body);
        let call = call.body(SendBody::from_reader(&mut upload));
        let call = call.map_err(|error| TransportError::new(TransportErrorKind::Client, error))?;
        let result = self.run(call, request.long_poll_timeout());
        let response = result.map_err(|error| to_transport_error(error, upload.is_started()))?;
        read_response(response, self.response_limit)
    }

    /// Runs a call, with more time for a long poll.
    fn run(
        &self,
        call: Request<SendBody<'_>>,
        long_poll: Duration,
    ) -> Result<Response<ureq::Body>, ureq::Error> {
        if long_poll.is_zero() {
            return self.agent.run(call);
        }
        let timeout = self.timeout.saturating_add(long_poll);
        let call = self.agent.configure_request(call);
        self.agent.run(call.timeout_per_read(Some(timeout)).build())
    }
}

impl Transport for BlockingClient {
    async fn send(&self, request: HttpRequest<'_>) -> Result<HttpResponse, TransportError> {
        self.send_request(&request)
    }

    async fn sleep(&self, time: Duration) {
        let started = Instant::now();
        while let Some(left) = time
            .checked_sub(started.elapsed())
            .filter(|it| !it.is_zero())
        {
            thread::sleep(left.min(LONGEST_SLEEP));
            yield_once().await;
        }
    }
}

/// Returns to the caller once, which then polls again at once.
///
/// The caller of a blocking call may have something else to look at: `Updates` look for a stop, so
/// that one in a pause of 30 seconds takes effect within a tenth of a second.
async fn yield_once() {
    let mut yielded = false;
    poll_fn(|context| {
        if yielded {
            return Poll::Ready(());
        }
        yielded = true;
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

fn read_response(
    response: Response<ureq::Body>,
    limit: usize,
) -> Result<HttpResponse, TransportError> {
    let head = HttpResponse::from_head(response.status().as_u16(), |name| {
        response.headers().get(name)?.to_str().ok()
    });
    let mut read = LimitedResponse::new(head, limit);
    let mut body = response.into_body().into_reader();
    let mut chunk = [0; READ_SIZE];
    loop {
        let length = body
            .read(&mut chunk)
            .map_err(|error| to_transport_error(error.into(), true))?;
        if length == 0 || !read.push(&chunk[..length])? {
            return Ok(read.finish());
        }
    }
}

/// A client with another timeout has connections of its own.
impl WithLimits for BlockingClient {
    fn with_timeout(self, timeout: Duration) -> Self {
        Self {
            response_limit: self.response_limit,
            ..Self::build_client(timeout)
        }
    }

    fn with_response_limit(mut self, bytes: usize) -> Self {
        self.response_limit = bytes;
        self
    }
}

impl Default for BlockingClient {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for BlockingClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BlockingClient")
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}
