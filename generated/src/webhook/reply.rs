//! The reply to an update in the response to the webhook's request.

use super::response_body::open_body;
use crate::error::Error;
use crate::request::Request;
use crate::transport::body::Body;

/// The reply to an update by [`Webhook::serve`](crate::Webhook::serve): `()` or `None` for none, or a
/// request of the API `A`, which the server executes.
pub trait Reply<A> {
    /// Opens the body of the response; `None` for an empty one.
    ///
    /// # Errors
    ///
    /// Returns an error if the request has no JSON form, or if one of its files can't be opened.
    fn into_body(self) -> Result<Option<Body>, Error>;
}

impl<A> Reply<A> for () {
    fn into_body(self) -> Result<Option<Body>, Error> {
        Ok(None)
    }
}

impl<A, R: Request<Api = A>> Reply<A> for R {
    fn into_body(self) -> Result<Option<Body>, Error> {
        open_body(&self).map(Some)
    }
}

impl<A, R: Request<Api = A>> Reply<A> for Option<R> {
    fn into_body(self) -> Result<Option<Body>, Error> {
        self.as_ref().map(open_body).transpose()
    }
}
