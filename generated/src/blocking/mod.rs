//! A transport for programs without a runtime: over `ureq` and `rustls`, on the caller's thread.

mod download;
mod failure;
mod upload;
mod wait;

use std::fmt;
use std::io::Read;
use std::thread;
use std::time::Duration;

use ureq::http::Response;
use ureq::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use ureq::{Agent, SendBody};

use self::failure::failure;
use self::upload::Upload;
use crate::api::Api;
use crate::bot::Bot;
use crate::bot::transport::{CONNECT_TIMEOUT, Call, Reply, TIMEOUT, Transport};
use crate::error::failure::Failure;

pub use self::download::BlockingFetched;
pub use self::wait::Wait;

/// An HTTP client that does its work on the caller's thread, and keeps its connections. A clone
/// shares them.
///
/// What a bot with it returns is awaited by [`Wait::wait`], without a runtime. It blocks, so it
/// has no place in an asynchronous program.
///
/// At the level `trace`, `ureq` logs the path of each URL by the crate `log`, and **the bot's token
/// is a part of it**: keep that level off for it.
///
#[cfg_attr(feature = "safew", doc = "```no_run")]
#[cfg_attr(not(feature = "safew"), doc = "```ignore")]
/// use generated::safew::{Bot, SendMessage};
/// use generated::{Error, Wait};
///
/// fn main() -> Result<(), Error> {
///     let bot = Bot::blocking("42:token");
///     bot.send_message(42, "Hello!").wait()?;
///     bot.send(&SendMessage::new(42, "Hello again!")).wait()?;
///     Ok(())
/// }
/// ```
#[derive(Clone)]
pub struct BlockingClient {
    agent: Agent,
    timeout: Duration,
}

impl BlockingClient {
    /// A client with the settings that suit a bot: `rustls` with the certificates that Mozilla
    /// trusts, no redirects, and 30 seconds of patience.
    pub fn new() -> Self {
        Self::patient(TIMEOUT)
    }

    /// The same client, which lets a server be silent for this long, and not for 30 seconds. Its
    /// connections are its own.
    ///
    /// The time starts anew with each piece that is sent or received, so that an upload may take
    /// as long as it has to. A long poll adds the time for which it asked the server to wait.
    #[must_use]
    pub fn with_timeout(self, timeout: Duration) -> Self {
        Self::patient(timeout)
    }

    fn patient(timeout: Duration) -> Self {
        // A socket takes no time of zero.
        let timeout = timeout.max(Duration::from_millis(1));
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_resolve(Some(CONNECT_TIMEOUT.min(timeout)))
            .timeout_connect(Some(CONNECT_TIMEOUT.min(timeout)))
            .timeout_per_write(Some(timeout))
            .timeout_per_read(Some(timeout));
        Self {
            agent: config.build().into(),
            timeout,
        }
    }

    /// Sends a call and reads its answer.
    fn exchange(&self, call: &Call<'_>) -> Result<Reply, Failure> {
        let body = call.open()?;
        let post = self.agent.post(call.url());
        let post = post.header(CONTENT_TYPE, body.content_type());
        let post = match body.length() {
            Some(length) => post.header(CONTENT_LENGTH, length),
            None => post,
        };
        let post = match call.hold() {
            Duration::ZERO => post,
            hold => post
                .config()
                .timeout_per_read(Some(self.timeout.saturating_add(hold)))
                .build(),
        };
        let mut upload = Upload::new(body);
        let response = post.send(SendBody::from_reader(&mut upload));
        receive(response.map_err(|error| failure(error, upload.is_started()))?)
    }
}

impl Transport for BlockingClient {
    async fn carry(&self, call: Call<'_>) -> Result<Reply, Failure> {
        self.exchange(&call)
    }

    async fn pause(&self, time: Duration) {
        thread::sleep(time);
    }
}

/// Reads an answer to its end.
fn receive(response: Response<ureq::Body>) -> Result<Reply, Failure> {
    let header = |name: &str| response.headers().get(name)?.to_str().ok();
    let mut reply = Reply::begun(response.status().as_u16(), header);
    let mut body = response.into_body().into_reader();
    let read = body.read_to_end(&mut reply.body);
    read.map_err(|error| failure(error.into(), true))?;
    Ok(reply)
}

impl<A: Api> Bot<A, BlockingClient> {
    /// The bot that this token belongs to, on the API's own server, for a program without a
    /// runtime: see [`BlockingClient`].
    pub fn blocking(token: impl Into<String>) -> Self {
        Self::with_transport(token, BlockingClient::new())
    }

    /// The same bot, which lets its server be silent for this long:
    /// see [`BlockingClient::with_timeout`].
    #[must_use]
    pub fn with_timeout(self, timeout: Duration) -> Self {
        self.map_transport(|client| client.with_timeout(timeout))
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
