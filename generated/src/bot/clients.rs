//! The clients that come with the crate, as transports of a bot.

#[cfg(any(feature = "blocking", feature = "client"))]
use super::Bot;
#[cfg(any(feature = "blocking", feature = "client"))]
use crate::api::Api;
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
