//! The bot: a token, a server and a transport, with the retries and rate limits of its calls.

pub(crate) mod clients;
pub(crate) mod download;
pub(crate) mod send;
mod token;

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use self::token::Token;
use crate::api::Api;
use crate::rate_limit::RateLimits;
use crate::rate_limit::limiter::Limiter;
use crate::retry::Retries;
use crate::transport::WithTimeout;

/// A bot of the API `A`, which reaches its server by the transport `T`.
///
/// Each API has an alias for it, such as `telegram::Bot`, and a function here for each of its
/// methods. Such a function returns a request, which is sent when it is
/// awaited; its optional parameters are set by methods of the request.
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
    transport: T,
    retries: Option<Arc<Retries>>,
    limiter: Option<Arc<Limiter>>,
    api: PhantomData<fn() -> A>,
}

impl<A: Api, T> Bot<A, T> {
    /// Creates the bot of this token, on the API's own server, with a transport of your choice.
    pub fn with_transport(token: impl Into<String>, transport: T) -> Self {
        Self {
            token: Token::new(&token.into()),
            base_url: A::BASE_URL.into(),
            transport,
            retries: None,
            limiter: None,
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

    /// The URL of the server, without the token and the method.
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// The transport that sends the requests.
    pub fn transport(&self) -> &T {
        &self.transport
    }
}

impl<A, T: WithTimeout> Bot<A, T> {
    /// Sets how long the server may be silent before a call fails: see
    /// [`WithTimeout::with_timeout`]. The clients of this crate wait 30 seconds by default.
    #[must_use]
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.transport = self.transport.with_timeout(timeout);
        self
    }
}

impl<A, T: Clone> Clone for Bot<A, T> {
    fn clone(&self) -> Self {
        Self {
            token: self.token.clone(),
            base_url: self.base_url.clone(),
            transport: self.transport.clone(),
            retries: self.retries.clone(),
            limiter: self.limiter.clone(),
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
