//! Hooks: code that sees and changes each call and its answer.

pub(crate) mod default_parameter;
pub(crate) mod next;

use std::future::Future;
use std::pin::Pin;

use self::next::Next;
use crate::error::Error;
use crate::transport::http_request::HttpRequest;
use crate::transport::http_response::HttpResponse;

/// Code that runs around each call of a bot: see [`Bot::with_hook`](crate::Bot::with_hook).
///
/// A hook gets the request before it is sent, and sends it by [`Next::send`]: changed or as it is,
/// once, several times or not at all. What it returns is the answer.
///
/// A hook that measures and logs:
///
/// ```
/// use std::time::Instant;
///
/// use generated::{Error, Hook, HttpRequest, HttpResponse, Next};
///
/// struct Log;
///
/// impl Hook for Log {
///     async fn call(&self, request: HttpRequest<'_>, next: Next<'_>) -> Result<HttpResponse, Error> {
///         let (method, start) = (request.api_method(), Instant::now());
///         let answer = next.send(request).await;
///         match &answer {
///             Ok(_) => println!("{method} took {:?}", start.elapsed()),
///             Err(error) => eprintln!("{error}"), // It names the method.
///         }
///         answer
///     }
/// }
/// ```
///
/// A hook for a dry run, in which nothing changes. It serves tests as well: the bot keeps its type, and
/// needs no server.
///
/// ```
/// # use generated::{ApiError, Error, Hook, HttpRequest, HttpResponse, Next};
/// struct DryRun;
///
/// impl Hook for DryRun {
///     async fn call(&self, request: HttpRequest<'_>, next: Next<'_>) -> Result<HttpResponse, Error> {
///         match request.api_method() {
///             "deleteMessage" => request.answer(&true),
///             "banChatMember" => Err(ApiError::new(403, "Forbidden: not in a dry run").into()),
///             _ => next.send(request).await,
///         }
///     }
/// }
/// ```
///
/// A hook that changes each request is one line: `request.set("protect_content", &true)?`. For a
/// default there is [`Bot::with_default`](crate::Bot::with_default).
///
/// Each attempt of a bot [with retries](crate::Bot::with_retries) runs the hooks again, and so does each
/// request of [`Updates`](crate::Updates). [Rate limits](crate::Bot::with_rate_limits) are waited for
/// after the hooks, so they count the request as the hooks leave it. Downloads run no hooks.
///
/// With a client that blocks, `call` blocks the thread.
pub trait Hook: Send + Sync {
    /// Handles one attempt at a call.
    ///
    /// # Errors
    ///
    /// Returns the error of the call. A refusal by the server is an [`Error::Api`], and a response that
    /// is no JSON an [`Error::Decode`].
    fn call(
        &self,
        request: HttpRequest<'_>,
        next: Next<'_>,
    ) -> impl Future<Output = Result<HttpResponse, Error>> + Send;
}

/// The answer to a call, once it is there.
pub(crate) type Answer<'a> = Pin<Box<dyn Future<Output = Result<HttpResponse, Error>> + Send + 'a>>;

/// A hook of any type.
pub(crate) trait AnyHook: Send + Sync {
    fn call_boxed<'a>(&'a self, request: HttpRequest<'a>, next: Next<'a>) -> Answer<'a>;
}

impl<H: Hook> AnyHook for H {
    fn call_boxed<'a>(&'a self, request: HttpRequest<'a>, next: Next<'a>) -> Answer<'a> {
        Box::pin(self.call(request, next))
    }
}
