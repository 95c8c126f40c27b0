//! The HTTP request of one method call.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use serde::Serialize;

use super::body::Body;
use super::error::TransportError;
use super::http_response::HttpResponse;
use crate::call::params::{encode_form, take_body};
use crate::call::target::Target;
use crate::error::Error;
use crate::json_object::{find_member, set_member};
use crate::request::Request;
use crate::upload::files::Files;

/// The HTTP request of one method call, ready to be sent.
#[derive(Clone)]
pub struct HttpRequest<'a> {
    target: Target,
    url: String,
    api_method: &'static str,
    json: String,
    files: Files<'a>,
    long_poll_timeout: Duration,
    params: &'static [&'static str],
    alternatives: Alternatives,
}

/// Pairs of parameters of which a call sets one.
type Alternatives = &'static [(&'static str, &'static str)];

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
            params: &[],
            alternatives: &[],
        }
    }

    /// Adds what is known of the parameters of the method.
    pub(crate) fn with_params_of<R: Request>(mut self) -> Self {
        (self.params, self.alternatives) = (R::PARAMS, R::ALTERNATIVES);
        self
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

    /// The names of all parameters of the method, whether they are set or not: see
    /// [`Request::PARAMS`].
    pub fn params(&self) -> &'static [&'static str] {
        self.params
    }

    pub(crate) fn alternatives(&self) -> Alternatives {
        self.alternatives
    }

    /// Returns true if a parameter is set, to `null` or to anything else.
    pub fn has(&self, name: &str) -> bool {
        find_member(&self.json, name).is_some()
    }

    /// Sets a parameter.
    ///
    /// # Errors
    ///
    /// Returns an error if the value has no JSON form.
    pub fn set(&mut self, name: &str, value: &impl Serialize) -> Result<(), Error> {
        let value = self.encode(value)?;
        self.set_json(set_member(&self.json, name, &value));
        Ok(())
    }

    /// Answers in place of the server, with this result.
    ///
    /// # Errors
    ///
    /// Returns an error if the result has no JSON form.
    pub fn answer(&self, result: &impl Serialize) -> Result<HttpResponse, Error> {
        let result = self.encode(result)?;
        Ok(HttpResponse::new(
            200,
            self.target.format.envelope.wrap(&result),
        ))
    }

    fn encode(&self, value: &impl Serialize) -> Result<String, Error> {
        let method = self.api_method;
        serde_json::to_string(value).map_err(|source| Error::Encode { method, source })
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
