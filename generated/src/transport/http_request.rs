//! The HTTP request of one method call.

use std::fmt;
use std::time::Duration;

use super::body::Body;
use super::error::TransportError;
use crate::upload::files::Files;

/// The HTTP request of one method call, ready to be sent by `POST`.
pub struct HttpRequest<'a> {
    url: String,
    api_method: &'static str,
    json: String,
    files: Files<'a>,
    long_poll_timeout: Duration,
}

impl<'a> HttpRequest<'a> {
    pub(crate) fn new(
        url: String,
        api_method: &'static str,
        json: String,
        files: Files<'a>,
        long_poll_timeout: Duration,
    ) -> Self {
        Self {
            url,
            api_method,
            json,
            files,
            long_poll_timeout,
        }
    }

    /// Replaces the parameters.
    pub(crate) fn with_json(mut self, json: String) -> Self {
        self.json = json;
        self
    }

    /// The URL to send the request to, by `POST`. **It contains the bot's token**: never log it.
    pub fn url(&self) -> &str {
        &self.url
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

    /// Opens the HTTP body: the JSON or, if there are files, a multipart form with one part for
    /// each parameter and each file.
    ///
    /// This opens the files on the disk, so it may block for a moment.
    ///
    /// # Errors
    ///
    /// Returns an error if a file can't be opened, or can be sent only once and already was.
    pub fn open_body(&self) -> Result<Body, TransportError> {
        if self.files.is_empty() {
            Ok(Body::from_json(self.json.clone()))
        } else {
            Body::open_form(&self.json, &self.files, None)
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
