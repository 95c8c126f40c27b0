//! The bot: a token, a server and a transport, with the retries and rate limits of its calls.

// The order of the documentation: constructors and settings come first.
pub(crate) mod missing_feature;
pub(crate) mod setup;

pub(crate) mod download;
pub(crate) mod fetch;
pub(crate) mod send;
mod token;

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use self::token::Token;
use crate::api::Api;
use crate::call::CallFormat;
use crate::call::target::Headers;
use crate::call::urls::Urls;
use crate::hook::AnyHook;
use crate::rate_limit::limiter::Limiter;
use crate::request::server::ServerKind;
use crate::retry::Retries;

/// A bot of the API `A`, which reaches its server by the transport `T`.
///
/// Each API has an alias for it, such as `telegram::Bot`, and a function here for each of its
/// methods. Such a function returns a request, which is sent when it is awaited; optional parameters
/// are set by methods of the request.
///
#[cfg_attr(all(feature = "client", feature = "telegram"), doc = "```no_run")]
#[cfg_attr(not(all(feature = "client", feature = "telegram")), doc = "```ignore")]
/// use std::time::Duration;
///
/// use generated::telegram::Bot;
/// use generated::{Error, RateLimits, Retries};
///
/// #[tokio::main]
/// async fn main() -> Result<(), Error> {
///     let bot = Bot::new("42:token")
///         .with_timeout(Duration::from_secs(10))
///         .with_retries(Retries::new())
///         .with_rate_limits(RateLimits::documented());
///
///     let me = bot.get_me().await?;
///     bot.send_message(42, format!("I am {}.", me.first_name))
///         .disable_notification(true)
///         .await?;
///     Ok(())
/// }
/// ```
///
/// Clones are cheap, and share connections and rate limits.
pub struct Bot<A, T> {
    token: Token,
    base_url: Arc<str>,
    format: &'static CallFormat,
    urls: Urls,
    headers: Headers,
    transport: T,
    retries: Option<Arc<Retries>>,
    limiter: Option<Arc<Limiter>>,
    hooks: Vec<Arc<dyn AnyHook>>,
    api: PhantomData<fn() -> A>,
}

impl<A, T> Bot<A, T> {
    /// The URL of the server, without the token and the method.
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// The transport that sends the requests.
    pub fn transport(&self) -> &T {
        &self.transport
    }
}

impl<A: Api, T> Bot<A, T> {
    /// The kind of the server, by its URL: the API's own, or one that users run themselves.
    pub fn server_kind(&self) -> ServerKind {
        let [url, own] = [&*self.base_url, A::BASE_URL].map(|url| url.trim_end_matches('/'));
        if url == own {
            ServerKind::Platform
        } else {
            ServerKind::Local
        }
    }
}

impl<A, T: Clone> Clone for Bot<A, T> {
    fn clone(&self) -> Self {
        Self {
            token: self.token.clone(),
            base_url: self.base_url.clone(),
            format: self.format,
            urls: self.urls,
            headers: self.headers.clone(),
            transport: self.transport.clone(),
            retries: self.retries.clone(),
            limiter: self.limiter.clone(),
            hooks: self.hooks.clone(),
            api: PhantomData,
        }
    }
}

impl<A, T> Bot<A, T> {
    /// Replaces the transport.
    pub(crate) fn map_transport<U>(self, replace: impl FnOnce(T) -> U) -> Bot<A, U> {
        Bot {
            token: self.token,
            base_url: self.base_url,
            format: self.format,
            urls: self.urls,
            headers: self.headers,
            transport: replace(self.transport),
            retries: self.retries,
            limiter: self.limiter,
            hooks: self.hooks,
            api: PhantomData,
        }
    }
}

impl<A: Api, T> fmt::Debug for Bot<A, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bot")
            .field("api", &A::NAME)
            .field("base_url", &self.base_url)
            .field("token", &self.token)
            .finish_non_exhaustive()
    }
}
