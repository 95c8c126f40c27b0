//! Sending a request: attempts, rate limits, logging, and the token removed from what comes back.

use std::future::Future;
use std::pin::Pin;
use std::time::Instant;

use serde::de::DeserializeOwned;

use super::Bot;
use crate::call::params::find_bad_path_param;
use crate::call::target::Target;
use crate::error::{Error, encode};
use crate::hook::Answer;
use crate::hook::next::{Next, Server};
use crate::rate_limit::hold::Held;
use crate::request::Request;
use crate::response;
use crate::retry::attempts::Attempts;
use crate::trace::CallTrace;
use crate::transport::Transport;
use crate::transport::error::{TransportError, TransportErrorKind};
use crate::transport::http_request::HttpRequest;
use crate::transport::http_response::HttpResponse;
use crate::upload::files::Files;

impl<A, T: Transport> Bot<A, T> {
    /// Sends a request and returns its result. A bot [with retries](Self::with_retries) may send it
    /// several times.
    ///
    /// # Errors
    ///
    /// Returns an error if the server refuses the request, can't be reached, or responds with
    /// something that can't be parsed.
    pub async fn send<R: Request<Api = A>>(&self, request: &R) -> Result<R::Response, Error> {
        let attempts = Attempts::new(self.retries.as_deref());
        self.send_with(request, attempts).await
    }

    /// Sends a request once, for callers with a retry policy of their own.
    pub(crate) async fn send_once<R>(&self, request: &R) -> Result<R::Response, Error>
    where
        R: Request<Api = A>,
    {
        self.send_with(request, Attempts::new(None)).await
    }

    async fn send_with<R: Request<Api = A>>(
        &self,
        request: &R,
        mut attempts: Attempts<'_>,
    ) -> Result<R::Response, Error> {
        let mut http_request = self.build_http_request(request)?;
        let mut waited = None;
        loop {
            let attempt = Attempt {
                bot: self,
                attempt: attempts.number(),
                waited,
            };
            let response = attempt.run_hooks(http_request).await;
            let error = match response.and_then(|response| self.parse_result(response)) {
                Ok(result) => return Ok(result),
                Err(error) => error.of_method(R::METHOD),
            };
            let next = attempts.next_after(error, || self.build_http_request(request))?;
            if !next.delay.is_zero() {
                waited = self.limiter.as_ref().map(|_| Instant::now() + next.delay);
                self.transport.sleep(next.delay).await;
            }
            http_request = next.request;
        }
    }

    fn parse_result<R: DeserializeOwned>(&self, response: HttpResponse) -> Result<R, Error> {
        response::parse_result(response, &self.format.envelope, |response| {
            self.token.scrub_response(response)
        })
    }

    fn build_http_request<'a, R: Request<Api = A>>(
        &self,
        request: &'a R,
    ) -> Result<HttpRequest<'a>, Error> {
        let json = encode(request)?;
        if let Some(name) = find_bad_path_param(&json, R::ENDPOINT) {
            return Err(bad_path_param(name).of_method(R::METHOD));
        }
        Ok(HttpRequest::new(
            self.build_target::<R>(),
            R::METHOD,
            json,
            Files::of(request),
            request.long_poll_timeout(),
        )
        .with_params_of::<R>())
    }
}

fn bad_path_param(name: &str) -> Error {
    let reason = format!("`{name}` is a part of the path, and can't be empty, `.` or `..`");
    Error::Transport(TransportError::new(TransportErrorKind::Client, reason))
}

/// One attempt at a call.
struct Attempt<'b, A, T> {
    bot: &'b Bot<A, T>,
    /// Its number, from 1.
    attempt: u32,
    /// The time until which the call has waited, if it did.
    waited: Option<Instant>,
}

impl<A, T: Transport> Attempt<'_, A, T> {
    /// Sends a request by way of the hooks.
    async fn run_hooks(&self, request: HttpRequest<'_>) -> Result<HttpResponse, Error> {
        if self.bot.hooks.is_empty() {
            return self.send_to_server(request).await;
        }
        Next::new(&self.bot.hooks, self).send(request).await
    }

    /// Sends a request to the server, once its turn has come.
    async fn send_to_server(&self, request: HttpRequest<'_>) -> Result<HttpResponse, Error> {
        let Bot {
            transport,
            limiter,
            format,
            ..
        } = self.bot;
        let Some(limiter) = limiter else {
            return self.send_now(request).await;
        };
        limiter
            .wait_for_turn(&request, self.waited, transport)
            .await;
        let held = Held::of(&request);
        let response = self.send_now(request).await?;
        if let (Some(held), Some(pause)) =
            (held, response::asked_pause(&response, &format.envelope))
        {
            limiter.hold(held, pause);
        }
        Ok(response)
    }

    async fn send_now(&self, request: HttpRequest<'_>) -> Result<HttpResponse, Error> {
        let trace = CallTrace::start(&request, self.attempt);
        let result = self.bot.transport.send(request).await;
        let result = result.map_err(|error| self.bot.token.scrub(error));
        trace.end(&result);
        result.map_err(Error::Transport)
    }
}

impl<A, T: Transport> Server for Attempt<'_, A, T> {
    fn send<'a>(&'a self, request: HttpRequest<'a>) -> Answer<'a> {
        Box::pin(async move {
            let response = self.send_to_server(request).await?;
            response::check(response, &self.bot.format.envelope, |response| {
                self.bot.token.scrub_response(response)
            })
        })
    }
}

impl<A, T> Bot<A, T> {
    /// Builds the place that calls of a method go to.
    fn build_target<R: Request<Api = A>>(&self) -> Target {
        let path = R::ENDPOINT.path.unwrap_or(R::METHOD);
        Target {
            open_url: self
                .token
                .method_url(&self.base_url, self.urls, R::METHOD, path),
            headers: self.headers.clone(),
            endpoint: R::ENDPOINT,
            format: self.format,
        }
    }
}

/// The future of a request that is being sent.
pub type SendFuture<'a, R> = Pin<Box<dyn Future<Output = Result<R, Error>> + Send + 'a>>;

/// Sends a request that owns its parameters.
pub(crate) fn send_owned<'a, A, T, R>(bot: &'a Bot<A, T>, request: R) -> SendFuture<'a, R::Response>
where
    T: Transport,
    R: Request<Api = A> + Send + Sync + 'a,
{
    Box::pin(async move { bot.send(&request).await })
}
