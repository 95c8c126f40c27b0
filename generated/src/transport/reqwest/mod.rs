//! The default client: asynchronous, over `reqwest` and `rustls`.

pub(crate) mod download;
mod error;
mod silence;
mod tls;
mod upload;
mod url_cache;

use std::error::Error;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{CONTENT_TYPE, HeaderValue};
use reqwest::{Body, Method, RequestBuilder, Response};

use self::error::to_transport_error;
use self::silence::Activity;
use self::upload::Upload;
use self::url_cache::UrlCache;
use super::error::{TransportError, TransportErrorKind};
use super::http_request::HttpRequest;
use super::http_response::HttpResponse;
use super::limits::{CONNECT_TIMEOUT, LimitedResponse, RESPONSE_LIMIT, TIMEOUT};
use super::{Transport, WithLimits};

/// An asynchronous HTTP client that keeps its connections open. Clones share them.
///
/// It needs a Tokio runtime, of either flavour, with time and I/O enabled.
#[derive(Clone)]
pub struct Client {
    http: Result<reqwest::Client, Arc<str>>,
    timeout: Duration,
    response_limit: usize,
    urls: UrlCache,
}

impl Client {
    /// Creates a client with settings that suit a bot: TLS as [chosen by features](crate#features),
    /// no redirects, and a limit of 30 seconds for a silent server.
    ///
    /// If TLS can't be set up, every request fails with the reason.
    pub fn new() -> Self {
        let http = build_http_client().map_err(Into::into);
        Self::from_http(http)
    }

    /// Creates a client that sends its requests with yours: with a proxy, other certificates or
    /// other limits.
    ///
    /// Set no total timeout on it, which would interrupt long polls and large uploads, and no
    /// redirects.
    pub fn with_http(http: reqwest::Client) -> Self {
        Self::from_http(Ok(http))
    }

    fn from_http(http: Result<reqwest::Client, Arc<str>>) -> Self {
        Self {
            http,
            timeout: TIMEOUT,
            response_limit: RESPONSE_LIMIT,
            urls: UrlCache::default(),
        }
    }

    fn http_client(&self) -> Result<&reqwest::Client, TransportError> {
        self.http
            .as_ref()
            .map_err(|reason| TransportError::new(TransportErrorKind::Client, reason.to_string()))
    }

    fn build_request(
        &self,
        request: &HttpRequest<'_>,
        activity: &Activity,
    ) -> Result<RequestBuilder, TransportError> {
        let (verb, url) = (request.verb(), self.urls.parse(request.url())?);
        let verb = Method::from_bytes(verb.as_bytes()).map_err(client_error)?;
        let mut call = self.http_client()?.request(verb, url);
        for (name, value) in request.headers() {
            let mut value = HeaderValue::from_str(value).map_err(client_error)?;
            value.set_sensitive(true);
            call = call.header(name, value);
        }
        let mut body = request.open_body()?;
        if !body.content_type().is_empty() {
            call = call.header(CONTENT_TYPE, body.content_type());
        }
        Ok(match body.take_text() {
            Some(text) => call.body(text),
            None => call.body(Body::wrap(Upload::new(body, activity.clone()))),
        })
    }
}

/// The error for a request that can't be made. It does not show the token.
fn client_error(error: impl Into<Box<dyn Error + Send + Sync>>) -> TransportError {
    TransportError::new(TransportErrorKind::Client, error)
}

fn build_http_client() -> Result<reqwest::Client, String> {
    tls::set_tls(reqwest::Client::builder())?
        .redirect(reqwest::redirect::Policy::none())
        .connect_timeout(CONNECT_TIMEOUT)
        .build()
        .map_err(|error| error.to_string())
}

impl Transport for Client {
    async fn send(&self, request: HttpRequest<'_>) -> Result<HttpResponse, TransportError> {
        let activity = Activity::default();
        let http_request = self.build_request(&request, &activity)?;
        let exchange = async {
            let response = http_request.send().await.map_err(to_transport_error)?;
            read_response(response, self.response_limit, &activity).await
        };
        let limit = self.timeout.saturating_add(request.long_poll_timeout());
        activity.limit_silence(limit, exchange).await
    }

    async fn sleep(&self, time: Duration) {
        tokio::time::sleep(time).await;
    }
}

async fn read_response(
    mut response: Response,
    limit: usize,
    activity: &Activity,
) -> Result<HttpResponse, TransportError> {
    let head = HttpResponse::from_head(response.status().as_u16(), |name| {
        response.headers().get(name)?.to_str().ok()
    });
    let mut read = LimitedResponse::new(head, limit);
    while let Some(chunk) = response.chunk().await.map_err(to_transport_error)? {
        activity.record();
        if !read.push(&chunk)? {
            break;
        }
    }
    Ok(read.finish())
}

impl WithLimits for Client {
    fn with_timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    fn with_response_limit(mut self, bytes: usize) -> Self {
        self.response_limit = bytes;
        self
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
