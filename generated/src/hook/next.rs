//! The rest of a call, after a hook: the other hooks, then the server.

use std::fmt;
use std::sync::Arc;

use super::{Answer, AnyHook};
use crate::error::Error;
use crate::transport::http_request::HttpRequest;
use crate::transport::http_response::HttpResponse;

/// The rest of a call, which a [`Hook`](crate::Hook) is given: the hooks that were added before it,
/// and the server.
#[derive(Clone, Copy)]
pub struct Next<'a> {
    hooks: &'a [Arc<dyn AnyHook>],
    server: &'a dyn Server,
}

/// The end of all hooks.
pub(crate) trait Server: Send + Sync {
    /// Sends a request to the server.
    fn send<'a>(&'a self, request: HttpRequest<'a>) -> Answer<'a>;
}

impl<'a> Next<'a> {
    pub(crate) fn new(hooks: &'a [Arc<dyn AnyHook>], server: &'a dyn Server) -> Self {
        Self { hooks, server }
    }

    /// Sends a request and returns the answer.
    ///
    /// # Errors
    ///
    /// Returns an error if the server refuses the request, can't be reached, or responds with
    /// something that is no JSON.
    pub async fn send(self, request: HttpRequest<'_>) -> Result<HttpResponse, Error> {
        let method = request.api_method();
        let answer = match self.hooks.split_last() {
            Some((hook, hooks)) => hook.call_boxed(request, Self { hooks, ..self }).await,
            None => self.server.send(request).await,
        };
        answer.map_err(|error| error.of_method(method))
    }
}

impl fmt::Debug for Next<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Next")
            .field("hooks", &self.hooks.len())
            .finish_non_exhaustive()
    }
}
