//! The place of one call: its URL, its verb and its headers.

use std::sync::Arc;

use super::CallFormat;
use super::endpoint::Endpoint;
use super::params::fill_url;

/// Headers by name. They may contain the token.
pub(crate) type Headers = Arc<[(&'static str, String)]>;

/// The place that one call goes to.
#[derive(Clone)]
pub(crate) struct Target {
    /// The URL, in which the places of parameters are open: `https://host/notes/{id}`.
    pub(crate) open_url: String,
    pub(crate) headers: Headers,
    pub(crate) endpoint: &'static Endpoint,
    pub(crate) format: &'static CallFormat,
}

impl Target {
    /// The URL with the parameters that belong there.
    pub(crate) fn url(&self, json: &str) -> String {
        if self.endpoint.has_url_params() {
            fill_url(&self.open_url, json, self.endpoint)
        } else {
            self.open_url.clone()
        }
    }
}
