//! The HTTP request of one method call.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use super::body::Body;
use super::error::TransportError;
use crate::call::params::{encode_form, take_body};
use crate::call::target::Target;
use crate::upload::files::Files;

/// The HTTP request of one method call, ready to be sent.
pub struct HttpRequest<'a> {
    target: Target,
    url: String,
    api_method: &'static str,
    json: String,
    files: Files<'a>,
    long_poll_timeout: Duration,
}

impl<'a> HttpRequest<'a> {
    pub(crate) fn new(
        target: Target,
        api_method: &'static str,
        json: String,
        files: Files<'a>,
        long_poll_timeout: Duration,
    ) -> Self {
        Self {
            url: target.url(&json),
            target,
            api_method,
            json,
            files,
            long_poll_timeout,
        }
    }

    /// Replaces the parameters.
    pub(crate) fn with_json(mut self, json: String) -> Self {
        self.set_json(json);
        self
    }

    /// Replaces the parameters, those in the URL as well.
    pub(crate) fn set_json(&mut self, json: String) {
        self.url = self.target.url(&json);
        self.json = json;
    }

    /// The verb to send the request by: `POST`, unless the method has another.
    pub fn verb(&self) -> &'static str {
        self.target.endpoint.verb
    }

    /// The URL to send the request to. **It may contain the bot's token**: never log it.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The headers to send beside that of the body's content type; none for most APIs. **They may
    /// contain the bot's token**: never log them.
    pub fn headers(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let headers = self.target.headers.iter();
        headers.map(|(name, value)| (*name, value.as_str()))
    }

    /// Returns true if the method changes nothing, so that calling it twice is harmless.
    pub(crate) fn is_read_only(&self) -> bool {
        self.target.endpoint.is_read_only
    }

    /// The name of the API method, such as `sendMessage`.
    pub fn api_method(&self) -> &'static str {
        self.api_method
    }

    /// The parameters, as a JSON object.
    pub fn json(&self) -> &str {
        &self.json
    }

    /// The files to upload with the request.
    pub fn files(&self) -> &Files<'a> {
        &self.files
    }

    /// The time for which the server was asked to wait for news before it responds; zero for all
    /// requests but long polls.
    pub fn long_poll_timeout(&self) -> Duration {
        self.long_poll_timeout
    }

    /// Opens the HTTP body: the parameters that are not in the URL, as JSON or, if there are files, as
    /// a multipart form with one part for each parameter and each file. A `GET` or `DELETE` without
    /// either has no body: its content type is empty, and is not to be sent.
    ///
    /// This opens the files on the disk, so it may block for a moment.
    ///
    /// # Errors
    ///
    /// Returns an error if a file can't be opened, or can be sent only once and already was.
    pub fn open_body(&self) -> Result<Body, TransportError> {
        let json = self.body_json();
        if !self.files.is_empty() {
            return Body::open_form(&json, &self.files, None);
        }
        let is_optional = matches!(self.verb(), "GET" | "DELETE");
        Ok(match &*json {
            "{}" if is_optional => Body::empty(),
            json if self.target.format.has_form_body => Body::from_form(encode_form(json)),
            _ => Body::from_json(json.into_owned()),
        })
    }

    /// The parameters that are not in the URL, as a JSON object.
    fn body_json(&self) -> Cow<'_, str> {
        let endpoint = self.target.endpoint;
        if endpoint.has_url_params() {
            take_body(&self.json, endpoint).into()
        } else {
            self.json.as_str().into()
        }
    }
}

impl fmt::Debug for HttpRequest<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpRequest")
            .field("api_method", &self.api_method)
            .field("files", &self.files)
            .finish_non_exhaustive()
    }
}
