//! The construction and settings of a bot.

use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use super::Bot;
use super::token::Token;
use crate::api::Api;
use crate::call::urls::Urls;
use crate::hook::Hook;
use crate::hook::default_parameter::DefaultParameter;
use crate::rate_limit::RateLimits;
use crate::rate_limit::limiter::Limiter;
use crate::retry::Retries;
use crate::transport::WithLimits;
#[cfg(feature = "client")]
use crate::transport::reqwest::Client;
#[cfg(feature = "blocking")]
use crate::transport::ureq::BlockingClient;

/// The transport of a bot that names none: the [`Client`].
#[cfg(feature = "client")]
pub type DefaultTransport = Client;

/// The transport of a bot that names none: none, because the feature `client` is off.
#[cfg(not(feature = "client"))]
pub type DefaultTransport = ();

#[cfg(feature = "client")]
impl<A: Api> Bot<A, Client> {
    /// Creates the bot of this token, on the API's own server.
    pub fn new(token: impl Into<String>) -> Self {
        Self::with_transport(token, Client::new())
    }
}

#[cfg(feature = "blocking")]
impl<A: Api> Bot<A, BlockingClient> {
    /// Creates the bot of this token, on the API's own server, for a program without an
    /// asynchronous runtime: see [`BlockingClient`].
    pub fn blocking(token: impl Into<String>) -> Self {
        Self::with_transport(token, BlockingClient::new())
    }
}

impl<A: Api, T> Bot<A, T> {
    /// Creates the bot of this token, on the API's own server, with a transport of your choice.
    pub fn with_transport(token: impl Into<String>, transport: T) -> Self {
        let token = Token::new(&token.into());
        let headers = A::CALL.headers.iter();
        let headers = headers.map(|(name, value)| (*name, token.header(value)));
        Self {
            base_url: A::BASE_URL.into(),
            format: A::CALL,
            urls: A::CALL.urls,
            headers: headers.collect(),
            token,
            transport,
            retries: None,
            limiter: None,
            hooks: Vec::new(),
            api: PhantomData,
        }
    }
}

impl<A, T> Bot<A, T> {
    /// Sets the server, such as `http://localhost:8081`.
    #[must_use]
    pub fn with_base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = base_url.into().into();
        self
    }

    /// Sets the URLs of methods and files below the server's, such as those of a test environment.
    #[must_use]
    pub fn with_urls(mut self, urls: Urls) -> Self {
        self.urls = urls;
        self
    }

    /// Sets the policy for failed calls. Without it, a bot sends each call once.
    #[must_use]
    pub fn with_retries(mut self, retries: Retries) -> Self {
        self.retries = Some(Arc::new(retries));
        self
    }

    /// Sets the rate limits, which the bot and its clones keep together. Without them, a bot sends
    /// each call at once.
    #[must_use]
    pub fn with_rate_limits(mut self, limits: RateLimits) -> Self {
        self.limiter = Some(Arc::new(Limiter::new(limits)));
        self
    }

    /// Adds a hook, which sees and changes each call of the bot and its answer. A hook that is added
    /// later runs around those before it. The bot keeps its type, and its clones have the same hooks.
    #[must_use]
    pub fn with_hook(mut self, hook: impl Hook + 'static) -> Self {
        self.hooks.push(Arc::new(hook));
        self
    }

    /// Sets a parameter of all requests that have it and leave it out. A parse mode is not set where a
    /// request has formatted ranges of the same text, such as `entities`. It does not reach objects
    /// inside of parameters, such as the media of an album.
    ///
    #[cfg_attr(feature = "telegram", doc = "```")]
    #[cfg_attr(not(feature = "telegram"), doc = "```ignore")]
    /// use generated::telegram::ParseMode;
    /// use generated::{Transport, telegram::Bot};
    ///
    /// # fn example<T: Transport>(bot: Bot<T>) -> Bot<T> {
    /// bot.with_default("parse_mode", ParseMode::Html.as_str())
    ///     .with_default("protect_content", true)
    /// # }
    /// ```
    #[must_use]
    pub fn with_default(self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        let (name, value) = (name.into(), value.into());
        self.with_hook(DefaultParameter { name, value })
    }
}

impl<A, T: WithLimits> Bot<A, T> {
    /// Sets how long the server may be silent before a call fails: see
    /// [`WithLimits::with_timeout`]. The clients of this crate wait 30 seconds by default.
    #[must_use]
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.transport = self.transport.with_timeout(timeout);
        self
    }

    /// Sets how many bytes a response may have before a call fails. The clients of this crate allow
    /// 64 MiB by default. Files that are downloaded don't count.
    #[must_use]
    pub fn with_response_limit(mut self, bytes: usize) -> Self {
        self.transport = self.transport.with_response_limit(bytes);
        self
    }
}
