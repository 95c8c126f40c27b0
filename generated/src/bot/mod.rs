//! A bot: a token, a server and a transport. In goes a request, out comes its response.

pub(crate) mod download;
pub(crate) mod token;
pub(crate) mod trace;
pub(crate) mod transport;

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;

use self::token::Token;
use self::trace::Watch;
use self::transport::{Call, Reply, Transport};
use crate::api::Api;
use crate::error::Error;
use crate::pace::{self, Pace, Slots};
use crate::request::Request;
use crate::request::files::Files;
use crate::response;
use crate::retry::{Attempts, Retries};

/// A bot of the API `A`, which reaches its server by `T`.
///
/// Each API has its own name for it, such as `safew::Bot`, and a method here for each of its
/// methods.
pub struct Bot<A, T> {
    token: Token,
    base_url: Arc<str>,
    transport: T,
    retries: Option<Arc<Retries>>,
    pace: Option<Arc<Slots>>,
    api: PhantomData<fn() -> A>,
}

impl<A: Api, T> Bot<A, T> {
    /// The bot that this token belongs to, on the API's own server.
    pub fn with_transport(token: impl Into<String>, transport: T) -> Self {
        Self {
            token: Token::new(&token.into()),
            base_url: A::BASE_URL.into(),
            transport,
            retries: None,
            pace: None,
            api: PhantomData,
        }
    }
}

impl<A, T> Bot<A, T> {
    /// The same bot on another server: `http://localhost:8081`.
    #[must_use]
    pub fn with_base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = base_url.into().into();
        self
    }

    /// Where its requests go, without the token and the method.
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// What carries its requests.
    pub fn transport(&self) -> &T {
        &self.transport
    }

    pub(crate) fn set_retries(&mut self, retries: Retries) {
        self.retries = Some(Arc::new(retries));
    }

    pub(crate) fn set_pace(&mut self, pace: Pace) {
        self.pace = Some(Arc::new(Slots::new(pace)));
    }

    pub(crate) fn token(&self) -> &Token {
        &self.token
    }

    /// The same bot, with a transport made of its own.
    #[cfg(any(feature = "blocking", feature = "client"))]
    pub(crate) fn map_transport<U>(self, map: impl FnOnce(T) -> U) -> Bot<A, U> {
        Bot {
            token: self.token,
            base_url: self.base_url,
            transport: map(self.transport),
            retries: self.retries,
            pace: self.pace,
            api: PhantomData,
        }
    }

    /// A request as the transport takes it.
    fn call<'a, R: Request<Api = A>>(&self, request: &'a R) -> Result<Call<'a>, Error> {
        Ok(Call::new(
            self.token.url(&self.base_url, R::METHOD),
            R::METHOD,
            request.body().map_err(Error::Encode)?,
            Files::of(request),
            request.hold(),
        ))
    }
}

impl<A, T: Transport> Bot<A, T> {
    /// Sends a request and waits for its response. A bot [with retries](Self::with_retries) may
    /// send it again.
    ///
    /// # Errors
    ///
    /// Where the server refuses the request, can't be reached, or answers what can't be read.
    pub async fn send<R: Request<Api = A>>(&self, request: &R) -> Result<R::Response, Error> {
        let attempts = Attempts::new(self.retries.as_deref());
        self.attempt(request, attempts).await
    }

    /// Sends a request once, for those who have a policy of their own.
    pub(crate) async fn send_once<R>(&self, request: &R) -> Result<R::Response, Error>
    where
        R: Request<Api = A>,
    {
        self.attempt(request, Attempts::new(None)).await
    }

    async fn attempt<R: Request<Api = A>>(
        &self,
        request: &R,
        mut attempts: Attempts<'_>,
    ) -> Result<R::Response, Error> {
        let mut call = self.call(request)?;
        loop {
            let reply = self.exchange(call, attempts.number()).await;
            let error = match reply.and_then(response::decode) {
                Ok(response) => return Ok(response),
                Err(error) => error,
            };
            let (wait, next) = attempts.again(error, || self.call(request))?;
            if !wait.is_zero() {
                self.transport.pause(wait).await;
            }
            call = next;
        }
    }

    /// One attempt at a call, once its turn has come.
    async fn exchange(&self, call: Call<'_>, attempt: u32) -> Result<Reply, Error> {
        if let Some(slots) = &self.pace {
            pace::wait(slots, &call, &self.transport).await;
        }
        let watch = Watch::start(&call, attempt);
        let reply = self.transport.carry(call).await;
        let reply = reply.map_err(|failure| self.token.scrub(failure));
        watch.end(&reply);
        let reply = reply.map_err(Error::Transport)?;
        Ok(self.token.scrub_reply(reply))
    }
}

/// A request on its way.
pub type Sending<'a, R> = Pin<Box<dyn Future<Output = Result<R, Error>> + Send + 'a>>;

/// Sends a request that owns its parameters.
pub(crate) fn start<'a, A, T, R>(bot: &'a Bot<A, T>, request: R) -> Sending<'a, R::Response>
where
    T: Transport,
    R: Request<Api = A> + Send + Sync + 'a,
{
    Box::pin(async move { bot.send(&request).await })
}

impl<A, T: Clone> Clone for Bot<A, T> {
    fn clone(&self) -> Self {
        Self {
            token: self.token.clone(),
            base_url: self.base_url.clone(),
            transport: self.transport.clone(),
            retries: self.retries.clone(),
            pace: self.pace.clone(),
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
