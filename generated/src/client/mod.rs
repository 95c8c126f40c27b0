//! The transport that is there by default: asynchronous, over `reqwest` and `rustls`.

mod address;
mod download;
mod progress;
mod stream;
mod tls;
mod upload;

use std::error::Error as _;
use std::fmt;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use futures_core::Stream;
use reqwest::header::CONTENT_TYPE;
use reqwest::{Body, RequestBuilder, Response};

use self::address::Address;
use self::progress::Progress;
use self::upload::Upload;
use crate::api::Api;
use crate::bot::Bot;
use crate::bot::transport::{CONNECT_TIMEOUT, Call, Reply, TIMEOUT, Transport};
use crate::error::failure::{Failure, FailureKind};
use crate::request::body::Unreadable;

pub use self::download::Fetched;

/// What a stream of bytes gives, piece by piece.
pub type Pieces = dyn Stream<Item = io::Result<bytes::Bytes>> + Send;

/// An HTTP client that keeps its connections. A clone shares them.
///
/// It needs a Tokio runtime, of either flavour, with time and I/O enabled.
#[derive(Clone)]
pub struct Client {
    http: Result<reqwest::Client, Arc<str>>,
    timeout: Duration,
    address: Address,
}

impl Client {
    /// A client with the settings that suit a bot: `rustls` with the certificates that the system
    /// trusts, no redirects, and 30 seconds of patience.
    ///
    /// Where TLS can't be set up, each call says so.
    pub fn new() -> Self {
        let http = tls::config().and_then(|tls| {
            let http = reqwest::Client::builder()
                .tls_backend_preconfigured(tls)
                .redirect(reqwest::redirect::Policy::none())
                .connect_timeout(CONNECT_TIMEOUT);
            http.build().map_err(|error| error.to_string())
        });
        Self {
            http: http.map_err(Into::into),
            timeout: TIMEOUT,
            address: Address::default(),
        }
    }

    /// A client that sends its calls by yours: with a proxy, other certificates or other limits.
    ///
    /// Set no total timeout on it, which would break off long polls and large uploads, and no
    /// redirects.
    pub fn with_http(http: reqwest::Client) -> Self {
        Self {
            http: Ok(http),
            timeout: TIMEOUT,
            address: Address::default(),
        }
    }

    /// The same client, which lets a server be silent for this long, and not for 30 seconds.
    ///
    /// The time starts anew with each piece that is sent or received, so that an upload may take
    /// as long as it has to. A long poll adds the time for which it asked the server to wait.
    #[must_use]
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    fn http(&self) -> Result<&reqwest::Client, Failure> {
        let http = self.http.as_ref();
        http.map_err(|why| Failure::new(FailureKind::Client, why.to_string()))
    }

    fn request(&self, call: &Call<'_>, progress: &Progress) -> Result<RequestBuilder, Failure> {
        let post = self.http()?.post(self.address.parse(call.url())?);
        if call.files().is_empty() {
            let json = post.header(CONTENT_TYPE, "application/json");
            return Ok(json.body(call.json().to_owned()));
        }
        let form = call.open()?;
        let post = post.header(CONTENT_TYPE, form.content_type());
        Ok(post.body(Body::wrap(Upload::new(form, progress.clone()))))
    }
}

impl Transport for Client {
    async fn carry(&self, call: Call<'_>) -> Result<Reply, Failure> {
        let progress = Progress::default();
        let request = self.request(&call, &progress)?;
        let exchange = async {
            let response = request.send().await.map_err(failure)?;
            receive(response, &progress).await
        };
        let limit = self.timeout.saturating_add(call.hold());
        progress.watch(limit, exchange).await
    }

    async fn pause(&self, time: Duration) {
        tokio::time::sleep(time).await;
    }
}

/// Reads an answer to its end.
async fn receive(mut response: Response, progress: &Progress) -> Result<Reply, Failure> {
    let header = |name: &str| response.headers().get(name)?.to_str().ok();
    let mut reply = Reply::begun(response.status().as_u16(), header);
    while let Some(piece) = response.chunk().await.map_err(failure)? {
        progress.made();
        reply.body.extend_from_slice(&piece);
    }
    Ok(reply)
}

/// What an error of the HTTP client means. It loses its URL, which has the token.
fn failure(error: reqwest::Error) -> Failure {
    let error = error.without_url();
    let kind = match unreadable(&error) {
        Some(name) => FailureKind::File(name),
        None if error.is_builder() => FailureKind::Client,
        None if error.is_connect() => FailureKind::Connect,
        None if error.is_timeout() => FailureKind::Timeout,
        None => FailureKind::Broken,
    };
    Failure::new(kind, error)
}

/// The file whose contents could not be read, where that is the cause of an error.
fn unreadable(error: &reqwest::Error) -> Option<String> {
    let mut next = error.source();
    while let Some(error) = next {
        let inner = error.downcast_ref::<io::Error>();
        let inner = inner.and_then(io::Error::get_ref);
        let inner = inner.and_then(|inner| inner.downcast_ref());
        if let Some(name) = inner.map(Unreadable::name) {
            return Some(name.to_owned());
        }
        next = error.source();
    }
    None
}

impl<A: Api> Bot<A, Client> {
    /// The bot that this token belongs to, on the API's own server.
    pub fn new(token: impl Into<String>) -> Self {
        Self::with_transport(token, Client::new())
    }

    /// The same bot, which lets its server be silent for this long:
    /// see [`Client::with_timeout`].
    #[must_use]
    pub fn with_timeout(self, timeout: Duration) -> Self {
        self.map_transport(|client| client.with_timeout(timeout))
    }
}

impl Default for Client {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}
